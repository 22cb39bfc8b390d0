import type { PeriodType } from "../period/period-type.ts";
import { LONGEST_YEAR } from "./number-series.ts";
import { broken, NOT_JUDGED, PASSED, type QualityVerdict } from "./quality-finding.ts";
import type { CheckOf } from "./quality-rule.ts";

/** A cell that is expected of every period. */
export interface ExpectedCell {
  readonly area: string;
  readonly breakdown: string;
}

/** Every cell a delivery should hold, in the order of the rule. */
export function expectedCells({
  areas,
  breakdowns,
}: Pick<CheckOf<"completeness">, "areas" | "breakdowns">): ExpectedCell[] {
  return areas.flatMap((area) => breakdowns.map((breakdown) => ({ area, breakdown })));
}

/** Periods before and after which a period without anything counts as skipped: a year, at most 31 of short ones. */
export function gapReach(type: PeriodType): number {
  return Math.min(LONGEST_YEAR[type], 31);
}

/**
 * Whether a delivery holds what it should: every expected cell, once one of them arrived; and that a period between others
 * was not skipped. `present`: a number, or an absence that was told with its reason.
 */
export function judgeCompleteness(input: {
  readonly check: Pick<CheckOf<"completeness">, "areas" | "breakdowns">;
  readonly periodType: PeriodType;
  readonly ordinal: number;
  readonly present: (cell: ExpectedCell, ordinal: number) => boolean;
}): QualityVerdict {
  const { check, periodType, ordinal, present } = input;
  const expected = expectedCells(check);
  const missing = expected.filter((cell) => !present(cell, ordinal));
  if (missing.length === 0) return PASSED;
  if (missing.length === expected.length) {
    const reach = gapReach(periodType);
    const arrived = (at: number): boolean => expected.some((cell) => present(cell, at));
    const within = (sign: 1 | -1): boolean =>
      Array.from({ length: reach }, (_, n) => ordinal + sign * (n + 1)).some(arrived);
    if (!within(-1) || !within(1)) return NOT_JUDGED;
  }
  const names = missing.map(({ area, breakdown }) => `${area}|${breakdown}`);
  return broken({ got: null, against: null, min: null, max: null, missing: names, of: expected.length });
}
