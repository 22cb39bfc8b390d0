import type { PeriodType } from "./period-type.ts";

/** Canonical text of a period, SDMX where SDMX has one: `2026`, `2026-Q3`, `2026-10`, `2026-W47`. */
export type PeriodId = string & { readonly __brand: "PeriodId" };

/**
 * A period as its type and a consecutive integer within that type: shifting, ranges and
 * comparison are integer arithmetic. Ordinals: hour = hours since 1970-01-01T00 (UTC+7),
 * day = days since 1970-01-01, week = ISO weeks since the week of 1970-01-01 (1970-W01 = 0),
 * half-month = 24·year + 2·(month−1) + (0|1), month = 12·year + month−1, quarter = 4·year + q−1,
 * half-year = 2·year + h−1, year = year, term = (start−2021)/5, static = day ordinal of its first day.
 */
export interface Period {
  readonly type: PeriodType;
  readonly ordinal: number;
}
