import { compensatedSum } from "../formula/compensated-sum.ts";
import type { Period } from "../period/period.ts";
import { samePeriodOfYear } from "../period/same-period-of-year.ts";
import { yearOf } from "../period/year-of.ts";
import { type Numbers, numbersBetween } from "./numbers.ts";
import { SEASONAL_YEARS } from "./pace-profile.ts";

/** What the usual share of a year is computed from. */
export interface SeasonalInput {
  readonly history: Numbers;
  /** The period whose cumulative share is asked. */
  readonly period: Period;
  /** First and last period of the span in the year of `period`. */
  readonly first: Period;
  readonly last: Period;
  /** Values are running totals (year to date) rather than amounts per period. */
  readonly running: boolean;
  /** Ordinals at which a new series begins. */
  readonly breaks?: readonly number[] | undefined;
}

/** One year's share reached at the period. */
export interface SeasonalShare {
  readonly year: number;
  readonly share: number;
}

/** The fewest whole years from which a seasonal share is taken. */
export const FEWEST_SEASONAL_YEARS = 2;

/**
 * Cumulative share (0…1) of the whole that stood at the same period in each of the last three years, newest first. A year
 * with a gap, a total ≤ 0, a share outside 0…1 or a break inside it is left out.
 */
export function seasonalShares(input: SeasonalInput): SeasonalShare[] {
  const shares: SeasonalShare[] = [];
  for (let back = 1; back <= SEASONAL_YEARS; back += 1) {
    const share = shareOfYear(input, back);
    if (share !== null) shares.push({ year: yearOf(input.period) - back, share });
  }
  return shares;
}

/** The mean share; null with fewer than two years. */
export function meanShare(shares: readonly SeasonalShare[]): number | null {
  if (shares.length < FEWEST_SEASONAL_YEARS) return null;
  return compensatedSum(shares.map(({ share }) => share)) / shares.length;
}

function shareOfYear({ history, running, breaks = [], ...input }: SeasonalInput, back: number): number | null {
  const [first, at, last] = [input.first, input.period, input.last].map((period) => yearsBefore(period, back));
  if (first === undefined || at === undefined || last === undefined) return null;
  if (breaks.some((from) => from > first && from <= last)) return null;
  const values = numbersBetween(history, running ? at : first, last);
  if (values === null) return null;
  const until = at - first + 1;
  const reached = running ? values[0] : compensatedSum(values.slice(0, until));
  const total = running ? values.at(-1) : compensatedSum(values);
  if (reached === undefined || total === undefined || total <= 0) return null;
  const share = reached / total;
  return share >= 0 && share <= 1 ? share : null;
}

/** Week 53 and 29 February have no twin: the period before them has. */
function yearsBefore(period: Period, back: number): number | undefined {
  const year = yearOf(period) - back;
  const twin = samePeriodOfYear(period, year) ?? samePeriodOfYear({ ...period, ordinal: period.ordinal - 1 }, year);
  return twin?.ordinal;
}
