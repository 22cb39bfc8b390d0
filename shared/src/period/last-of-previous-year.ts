import type { Period } from "./period.ts";
import { isWithinYear, periodsOfYear } from "./periods-of-year.ts";
import { yearOf } from "./year-of.ts";

/** The last period of the same type in the year before: December for a month, the term before for a term. Null for `static`. */
export function lastOfPreviousYear(period: Period): Period | null {
  const { type } = period;
  if (type === "static") return null;
  return { type, ordinal: isWithinYear(type) ? periodsOfYear(type, yearOf(period) - 1).last : period.ordinal - 1 };
}
