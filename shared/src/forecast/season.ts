import type { PeriodType } from "../period/period-type.ts";

/** Season length and how far ahead is forecast, in periods of the type. Days have a week's season, hours a day's. */
export const SEASONS = {
  hour: { length: 24, horizon: 24 },
  day: { length: 7, horizon: 14 },
  week: { length: 52, horizon: 13 },
  "half-month": { length: 24, horizon: 12 },
  month: { length: 12, horizon: 12 },
  quarter: { length: 4, horizon: 4 },
  "half-year": { length: 2, horizon: 2 },
  year: { length: 1, horizon: 3 },
  term: { length: 1, horizon: 1 },
  static: { length: 1, horizon: 1 },
} as const satisfies Record<PeriodType, { readonly length: number; readonly horizon: number }>;
