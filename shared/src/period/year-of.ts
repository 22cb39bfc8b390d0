import { anchorDay } from "./anchor-day.ts";
import { civilDate } from "./civil-date.ts";
import type { Period } from "./period.ts";

/** The year a period belongs to: the ISO year of a week, the first year of a term, the year a static interval starts. */
export function yearOf(period: Period): number {
  return civilDate(anchorDay(period)).year;
}
