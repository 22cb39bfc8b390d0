import type { PeriodType } from "../period/period-type.ts";
import { baseOrdinal, isAcrossBreak, LONGEST_YEAR, type NumberSeries } from "./number-series.ts";
import { broken, NOT_JUDGED, PASSED, type QualityVerdict } from "./quality-finding.ts";
import type { CheckOf } from "./quality-rule.ts";
import { robustSpread } from "./robust.ts";

type Check = CheckOf<"change">;

/**
 * Whether a number changed more than its series usually does. The expected interval is the wider of the floor and the
 * robust spread of the earlier changes, on each side. Source: decision 012, point 3.
 */
export function judgeChange(check: Check, series: NumberSeries, ordinal: number): QualityVerdict {
  const change = changeAt(check, series, ordinal);
  if (change === null) return NOT_JUDGED;
  const floor = floorOf(check);
  if (Math.abs(change.by) <= floor) return PASSED;
  const earlier: number[] = [];
  for (let before = ordinal - check.history; before < ordinal; before += 1) {
    const by = changeAt(check, series, before)?.by;
    if (by !== undefined && Number.isFinite(by)) earlier.push(by);
  }
  const spread = earlier.length < check.minHistory ? null : robustSpread(earlier);
  if (spread === null) return NOT_JUDGED;
  const reach = check.deviations * spread.deviation;
  const least = Math.min(-floor, spread.middle - reach);
  const most = Math.max(floor, spread.middle + reach);
  if (least <= change.by && change.by <= most) return PASSED;
  const { got, against } = change;
  return broken({
    got,
    against,
    min: applied(check, against, least),
    max: applied(check, against, most),
    basis: earlier.length,
  });
}

/** Whether the number passes or cannot be judged whatever its history: what decides for nearly every row. */
export function isUsualChange(check: Check, series: NumberSeries, ordinal: number): boolean {
  const change = changeAt(check, series, ordinal);
  return change === null || Math.abs(change.by) <= floorOf(check);
}

/** How far a change rule looks: `base` periods back for the change itself, `history` for everything it stands on. */
export function reachOfChange(check: Check, type: PeriodType): { readonly base: number; readonly history: number } {
  const base = check.against === "previous" ? 1 : LONGEST_YEAR[type];
  return { base, history: base + check.history };
}

interface Change {
  readonly got: number;
  readonly against: number;
  /** Natural logarithm of the ratio, or the difference. A fall to zero is minus infinity. */
  readonly by: number;
}

function changeAt({ against, measure }: Check, series: NumberSeries, ordinal: number): Change | null {
  const got = series.at(ordinal);
  const base = got === null ? null : baseOrdinal(against, series.periodType, ordinal);
  const before = base === null ? null : series.at(base);
  if (got === null || base === null || before === null || isAcrossBreak(series.breaks, base, ordinal)) return null;
  if (measure === "difference") return { got, against: before, by: got - before };
  if (before <= 0 || got < 0) return null;
  return { got, against: before, by: Math.log(got / before) };
}

function floorOf({ measure, floor }: Check): number {
  return measure === "difference" ? floor : Math.log(1 + floor / 100);
}

function applied({ measure }: Check, against: number, by: number): number {
  return measure === "difference" ? against + by : against * Math.exp(by);
}
