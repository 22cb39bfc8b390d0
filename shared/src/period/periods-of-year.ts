import { childPeriods, type PeriodSpan } from "./child-periods.ts";
import type { PeriodType } from "./period-type.ts";

/** Types of which a year holds whole periods. */
export type WithinYear = Exclude<PeriodType, "term" | "static">;

/** Whether a year holds whole periods of a type: all but `term` and `static`. */
export function isWithinYear(type: PeriodType): type is WithinYear {
  return type !== "term" && type !== "static";
}

/** The periods of a type in a year (for weeks the ISO year). */
export function periodsOfYear(type: WithinYear, year: number): PeriodSpan {
  return childPeriods({ type: "year", ordinal: year }, type);
}
