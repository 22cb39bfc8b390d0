import type { Period } from "./period.ts";
import { isWithinYear, periodsOfYear } from "./periods-of-year.ts";
import { yearOf } from "./year-of.ts";

/** The first period of the same type in the year of a period (week 1 of its ISO year). Years, terms and static intervals are their own first. */
export function firstOfYear(period: Period): Period {
  if (!isWithinYear(period.type)) return period;
  return { type: period.type, ordinal: periodsOfYear(period.type, yearOf(period)).first };
}
