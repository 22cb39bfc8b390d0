import { periodFromId } from "../../period/period-from-id.ts";
import type { PeriodType } from "../../period/period-type.ts";

/** Numbers for tests: consecutive values from a first period on, null for a gap. */
export function aHistory(
  first: string,
  values: readonly (number | null)[],
  type: PeriodType = "month",
): Map<number, number> {
  const start = periodFromId(first, type).ordinal;
  return new Map(values.flatMap((value, index) => (value === null ? [] : [[start + index, value] as const])));
}
