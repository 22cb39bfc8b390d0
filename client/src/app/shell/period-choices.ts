import { formatPeriod, parsePeriod, shiftPeriod } from "@bochiso/shared/period";
import type { PeriodLabel, ScreenFrame } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";

/** A month to choose, or months in a row of which nothing is stored. */
export type PeriodChoice =
  | { kind: "month"; period: ScreenFrame["periods"][number] }
  | { kind: "gap"; id: string; from: string; to: string };

function parsed({ id, type }: PeriodLabel) {
  const found = parsePeriod(id, type);
  return found.ok ? found.period : null;
}

/** The months of the menu, newest first, with what lies between them: a gap is told by its first and last month, never closed. */
export function periodChoices(periods: ScreenFrame["periods"], language: Language): PeriodChoice[] {
  return periods.flatMap((period, at): PeriodChoice[] => {
    const month: PeriodChoice = { kind: "month", period };
    const later = periods[at - 1];
    const [own, next] = [parsed(period), later === undefined ? null : parsed(later)];
    if (own === null || next === null || next.ordinal - own.ordinal < 2) return [month];
    const write = (steps: number, of: typeof own) => formatPeriod(shiftPeriod(of, steps), language, "compact");
    return [{ kind: "gap", id: period.id, from: write(1, own), to: write(-1, next) }, month];
  });
}
