import { civilDate, dayNumber } from "./civil-date.ts";

/**
 * Weeks are Monday to Sunday and belong to the year of their Thursday (ISO 8601). Week 0 is 1970-W01,
 * whose Thursday is day 0: the Thursday of week w is day 7·w, which is all the arithmetic there is.
 */
export function thursdayOf(week: number): number {
  return 7 * week;
}

/** Ordinal of the ISO week that holds a day (days since 1970-01-01). */
export function weekAt(day: number): number {
  return Math.floor((day + 3) / 7);
}

/** Ordinal of week 1 of an ISO year: the week of 4 January. */
export function firstWeekOf(isoYear: number): number {
  return weekAt(dayNumber(isoYear, 1, 4));
}

/** Number of ISO weeks in a year: 52 or 53. */
export function weeksInYear(isoYear: number): number {
  return firstWeekOf(isoYear + 1) - firstWeekOf(isoYear);
}

/** ISO year and week number (1–53) of a week ordinal. */
export function isoWeek(week: number): { readonly year: number; readonly week: number } {
  const year = civilDate(thursdayOf(week)).year;
  return { year, week: week - firstWeekOf(year) + 1 };
}
