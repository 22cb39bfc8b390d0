import type { EntryGridModel, EntryPeriod } from "@bochiso/shared/entry";
import type { PeriodType } from "@bochiso/shared/period";

/** Periods under one heading: those of which something is missing (of any type), or the others of a type. */
export interface PeriodGroup {
  readonly of: PeriodType | "missing";
  readonly periods: readonly EntryPeriod[];
}

/** What is missing first, then the rest by type from the shortest on; no period twice. */
export function periodGroups(choices: EntryGridModel["choices"]): PeriodGroup[] {
  const groups: PeriodGroup[] = [
    { of: "missing", periods: choices.flatMap(({ periods }) => periods.filter(({ missing }) => missing > 0)) },
    ...choices.map(({ type, periods }) => ({ of: type, periods: periods.filter(({ missing }) => missing === 0) })),
  ];
  return groups.filter(({ periods }) => periods.length > 0);
}
