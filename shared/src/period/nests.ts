import type { PeriodType } from "./period-type.ts";

/** The coarser types that each type lies wholly inside. Weeks lie in years only, by ISO year. */
const COARSER = {
  hour: ["day", "week", "half-month", "month", "quarter", "half-year", "year", "term"],
  day: ["week", "half-month", "month", "quarter", "half-year", "year", "term"],
  week: ["year", "term"],
  "half-month": ["month", "quarter", "half-year", "year", "term"],
  month: ["quarter", "half-year", "year", "term"],
  quarter: ["half-year", "year", "term"],
  "half-year": ["year", "term"],
  year: ["term"],
  term: [],
  static: [],
} as const satisfies Record<PeriodType, readonly PeriodType[]>;

/**
 * Whether every period of type `fine` lies in exactly one period of type `coarse`; a type nests in itself.
 * A week belongs to its ISO year. `static` is a validity interval: a constant to formulas, it nests in nothing.
 */
export function nests(fine: PeriodType, coarse: PeriodType): boolean {
  const coarser: readonly PeriodType[] = COARSER[fine];
  return fine === coarse || coarser.includes(coarse);
}
