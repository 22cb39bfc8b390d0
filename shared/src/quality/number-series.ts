import type { PeriodType } from "../period/period-type.ts";
import { samePeriodLastYear } from "../period/same-period-last-year.ts";

/** The reported numbers of one series, as far as a rule may look. */
export interface NumberSeries {
  readonly periodType: PeriodType;
  /** First periods (ordinals) of a new basis: nothing is compared across them. */
  readonly breaks: readonly number[];
  /** The number reported for a period; null where there is none. */
  at(ordinal: number): number | null;
}

/** The period a change is measured against; null where the calendar has none (29 February a year ago). */
export function baseOrdinal(against: "previous" | "year-ago", type: PeriodType, ordinal: number): number | null {
  if (type === "static") return null;
  return against === "previous" ? ordinal - 1 : (samePeriodLastYear({ type, ordinal })?.ordinal ?? null);
}

/** Whether a declared break lies between two periods. */
export function isAcrossBreak(breaks: readonly number[], base: number, ordinal: number): boolean {
  return breaks.some((first) => base < first && first <= ordinal);
}

/** Most periods of a type that a year has, leap years and week 53 included; static periods do not divide a year. */
export const LONGEST_YEAR: Readonly<Record<PeriodType, number>> = {
  hour: 8_784,
  day: 366,
  week: 53,
  "half-month": 24,
  month: 12,
  quarter: 4,
  "half-year": 2,
  year: 1,
  term: 1,
  static: 0,
};
