import { baseOrdinal, isAcrossBreak, type NumberSeries } from "./number-series.ts";
import { broken, NOT_JUDGED, PASSED, type QualityVerdict } from "./quality-finding.ts";
import { median } from "./robust.ts";

/** Periods looked back over, and how many numbers there must be among them. */
export const MAGNITUDE_HISTORY = 13;
const LEAST_NUMBERS = 4;
/** Slips of a unit: ten, a hundred, a thousand times too much or too little. */
const GREATEST_POWER = 3;
/** On the scale of decimal logarithms: how near to a whole power, and how calm the series itself must be (factor 2). */
const NEAR = 0.2;
const CALM = Math.log10(2);
/** Share of the history that may lie farther out: an earlier slip must not hide the next one. */
const OUTLIERS = 0.2;

/** Whether a number is ten, a hundred or a thousand times what its series usually is. Source: decision 012, point 4. */
export function judgeMagnitude(series: NumberSeries, ordinal: number): QualityVerdict {
  const got = series.at(ordinal);
  if (got === null || got <= 0) return NOT_JUDGED;
  const earlier: number[] = [];
  for (let before = ordinal - MAGNITUDE_HISTORY; before < ordinal; before += 1) {
    const number = series.at(before);
    if (number !== null && number > 0 && !isAcrossBreak(series.breaks, before, ordinal)) earlier.push(number);
  }
  const usual = median(earlier);
  if (usual === null || earlier.length < LEAST_NUMBERS) return NOT_JUDGED;
  const spread = spreadAround(usual, earlier);
  if (spread > CALM) return NOT_JUDGED;
  if (isUsualOfSeason(series, ordinal, got)) return PASSED;
  const off = Math.log10(got / usual);
  const power = Math.round(off);
  const slipped = power !== 0 && Math.abs(power) <= GREATEST_POWER && Math.abs(off - power) <= Math.max(NEAR, spread);
  if (!slipped) return PASSED;
  const factor = 10 ** spread;
  return broken({ got, against: usual, min: usual / factor, max: usual * factor, power, basis: earlier.length });
}

/** Whether the same period last year was like it: what returns each January is no slip. */
function isUsualOfSeason(series: NumberSeries, ordinal: number, got: number): boolean {
  const before = baseOrdinal("year-ago", series.periodType, ordinal);
  if (before === null || before === ordinal - 1 || ordinal - before > MAGNITUDE_HISTORY) return false;
  const lastYear = series.at(before);
  return lastYear !== null && lastYear > 0 && Math.abs(Math.log10(got / lastYear)) <= CALM;
}

function spreadAround(usual: number, numbers: readonly number[]): number {
  const distances = numbers.map((number) => Math.abs(Math.log10(number / usual))).sort((a, b) => a - b);
  return distances[distances.length - 1 - Math.floor(distances.length * OUTLIERS)] ?? 0;
}
