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

/** What arrived of the expected cells: a number, or an absence that was told with its reason. */
export interface Presence {
  /** Whether the cell at this place of the list of expected ones arrived. */
  has(at: number, ordinal: number): boolean;
  /** How many of them arrived. */
  count(ordinal: number): number;
}

/**
 * Whether a delivery holds what it should: every expected cell, once one of them arrived; and that a period between others
 * was not skipped.
 */
export function judgeCompleteness(input: {
  readonly expected: readonly ExpectedCell[];
  readonly periodType: PeriodType;
  readonly ordinal: number;
  readonly presence: Presence;
}): QualityVerdict {
  const { expected, periodType, ordinal, presence } = input;
  const arrived = presence.count(ordinal);
  if (arrived === expected.length) return PASSED;
  if (arrived === 0 && !isBetween(presence, ordinal, gapReach(periodType))) return NOT_JUDGED;
  const missing = expected.filter((_, at) => !presence.has(at, ordinal));
  const names = missing.map(({ area, breakdown }) => `${area}|${breakdown}`);
  return broken({ got: null, against: null, min: null, max: null, missing: names, of: expected.length });
}

function isBetween({ count }: Presence, ordinal: number, reach: number): boolean {
  let [before, after] = [false, false];
  for (let away = 1; away <= reach && !(before && after); away += 1) {
    before ||= count(ordinal - away) > 0;
    after ||= count(ordinal + away) > 0;
  }
  return before && after;
}
