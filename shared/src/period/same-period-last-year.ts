import type { Period } from "./period.ts";
import { samePeriodOfYear } from "./same-period-of-year.ts";
import { yearOf } from "./year-of.ts";

/** The same period of the year before ("cùng kỳ năm trước"), or null as in `samePeriodOfYear`. Terms compare with the previous term instead. */
export function samePeriodLastYear(period: Period): Period | null {
  return samePeriodOfYear(period, yearOf(period) - 1);
}
