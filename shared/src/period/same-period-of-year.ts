import { civilDate, dayNumber, isCivilDate } from "./civil-date.ts";
import { firstWeekOf, isoWeek, weeksInYear } from "./iso-week.ts";
import type { Period } from "./period.ts";
import type { PeriodType } from "./period-type.ts";

function sameDate(day: number, year: number): number | null {
  const date = { ...civilDate(day), year };
  return isCivilDate(date) ? dayNumber(date.year, date.month, date.day) : null;
}

function sameHour(hour: number, year: number): number | null {
  const day = Math.floor(hour / 24);
  const moved = sameDate(day, year);
  return moved === null ? null : moved * 24 + (hour - day * 24);
}

function sameWeek(week: number, year: number): number | null {
  const number = isoWeek(week).week;
  return number > weeksInYear(year) ? null : firstWeekOf(year) + number - 1;
}

const sameOf =
  (perYear: number) =>
  (ordinal: number, year: number): number =>
    year * perYear + (ordinal - Math.floor(ordinal / perYear) * perYear);

const SAME_OF_YEAR = {
  hour: sameHour,
  day: sameDate,
  week: sameWeek,
  "half-month": sameOf(24),
  month: sameOf(12),
  quarter: sameOf(4),
  "half-year": sameOf(2),
  year: sameOf(1),
  term: () => null,
  static: () => null,
} as const satisfies Record<PeriodType, (ordinal: number, year: number) => number | null>;

/**
 * The same period of another year: the same date, hour, ISO week number, month, quarter. Null where that year
 * has none (29 February, week 53), and for `term` and `static`, which do not recur within a year.
 */
export function samePeriodOfYear(period: Period, year: number): Period | null {
  const ordinal = SAME_OF_YEAR[period.type](period.ordinal, year);
  return ordinal === null ? null : { type: period.type, ordinal };
}
