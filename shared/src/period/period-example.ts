import type { PeriodType } from "./period-type.ts";

/** One canonical spelling of each period type, for messages that say what was expected. */
export const PERIOD_EXAMPLE = {
  hour: "2026-11-22T07",
  day: "2026-11-22",
  week: "2026-W47",
  "half-month": "2026-11-01/P15D",
  month: "2026-10",
  quarter: "2026-Q3",
  "half-year": "2026-S2",
  year: "2026",
  term: "2026/P5Y",
  static: "2026-01-01/..",
} as const satisfies Record<PeriodType, string>;
