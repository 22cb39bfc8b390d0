import type { PeriodType } from "./period-type.ts";
import { isWithinYear, periodsOfYear } from "./periods-of-year.ts";

/** How many periods of a type a year has (52 or 53 weeks, 8760 or 8784 hours). Terms and static intervals are not divided by years: 1. */
export function periodsPerYear(type: PeriodType, year: number): number {
  if (!isWithinYear(type)) return 1;
  const { first, last } = periodsOfYear(type, year);
  return last - first + 1;
}
