import type { Period } from "../period/period.ts";
import { isWithinYear } from "../period/periods-of-year.ts";
import { periodsPerYear } from "../period/periods-per-year.ts";
import { positionInYear } from "../period/position-in-year.ts";
import { yearOf } from "../period/year-of.ts";
import type { Numbers } from "../target/numbers.ts";
import type { TestedOrigin } from "./back-test.ts";
import { errorBound } from "./error-bound.ts";
import {
  BEATS,
  type ForecastInput,
  type ForecastPoint,
  type ForecastValue,
  INTERVAL_LEVEL,
  type YearEndForecast,
} from "./forecast.ts";
import { summedErrors } from "./score-back-test.ts";
import type { TrainingSeries } from "./training-series.ts";

/** An interval needs at least this many past errors at its step. */
const FEWEST_ERRORS = 8;

/** A tested path and what it continues. */
export interface TestedPath {
  readonly subject: ForecastInput["subject"];
  readonly history: Numbers;
  readonly series: TrainingSeries;
  readonly origins: readonly TestedOrigin[];
  readonly path: readonly number[];
  readonly clamp: (value: number) => number;
}

/** The periods ahead with their intervals, as far as past errors at that step allow one. */
export function pointsOf(tested: TestedPath): ForecastPoint[] {
  const { subject, series, path } = tested;
  const next = series.first + series.values.length;
  const points: ForecastPoint[] = [];
  let widest = 0;
  for (let step = 0; step < path.length; step += 1) {
    const period = { type: subject.periodType, ordinal: next + step };
    const restarts = subject.accumulation === "ytd" && isWithinYear(period.type);
    const from = restarts ? Math.max(0, step - positionInYear(period) + 1) : step;
    if (restarts && positionInYear(period) === 1) widest = 0;
    const spread = spreadOf(tested.origins, from, step);
    if (spread === null) break;
    // Further ahead is never surer, whatever the few errors of that step say.
    widest = Math.max(widest, spread);
    const base = restarts ? reachedBefore(tested, next, from, period) : 0;
    if (base === null) break;
    points.push({ period, ...around(base + sumOf(path, from, step), widest, tested.clamp) });
  }
  return points;
}

/** What stood at the end of the last known period, where the period forecast lies in the same year. */
function reachedBefore({ history }: TestedPath, next: number, from: number, period: Period): number | null {
  const inSameYear = from === 0 && yearOf({ ...period, ordinal: next - 1 }) === yearOf(period);
  return inSameYear ? (history.get(next - 1) ?? null) : 0;
}

/** The year in which the next period lies, as a sum or a mean by the indicator's own time rule. */
export function yearEndOf(tested: TestedPath): YearEndForecast | null {
  const { subject, history, series, origins, path, clamp } = tested;
  const type = subject.periodType;
  const next = series.first + series.values.length;
  const period = { type, ordinal: next };
  if (!isWithinYear(type) || type === "hour" || type === "day") return null;
  const [year, position] = [yearOf(period), positionInYear(period)];
  const of = periodsPerYear(type, year);
  const last = of - position;
  const rule = subject.accumulation === "ytd" ? "ytd" : subject.aggregation.time;
  if (last >= path.length || (rule !== "ytd" && rule !== "sum" && rule !== "mean" && rule !== "last")) return null;
  const share = rule === "mean" ? of : 1;
  const from = rule === "last" ? last : 0;
  const known = rule === "last" ? 0 : reachedThisYear(history, rule, next, position);
  const spread = spreadOf(origins, from, last);
  if (known === null || spread === null) return null;
  const [meanError, naiveMeanError] = [
    meanSize(summedErrors(origins, from, last)) / share,
    meanSize(summedErrors(origins, from, last, "naiveErrors")) / share,
  ];
  if (meanError > BEATS * naiveMeanError) return null;
  const value = (known + sumOf(path, from, last)) / share;
  return { year, ...around(value, spread / share, rule === "sum" ? (it) => it : clamp), meanError, naiveMeanError };
}

function reachedThisYear(
  history: Numbers,
  rule: "ytd" | "sum" | "mean",
  next: number,
  position: number,
): number | null {
  if (position === 1) return 0;
  if (rule === "ytd") return history.get(next - 1) ?? null;
  let sum = 0;
  for (let ordinal = next - position + 1; ordinal < next; ordinal += 1) {
    const value = history.get(ordinal);
    if (value === undefined) return null;
    sum += value;
  }
  return sum;
}

/** How far past sums of these steps lay from their forecasts; null with too few of them. */
function spreadOf(origins: readonly TestedOrigin[], from: number, to: number): number | null {
  const errors = summedErrors(origins, from, to);
  return errors.length < FEWEST_ERRORS ? null : errorBound(errors, INTERVAL_LEVEL);
}

function around(value: number, spread: number, clamp: (value: number) => number): ForecastValue {
  return { value: clamp(value), low: clamp(value - spread), high: clamp(value + spread) };
}

function sumOf(path: readonly number[], from: number, to: number): number {
  return path.slice(from, to + 1).reduce((sum, value) => sum + value, 0);
}

function meanSize(errors: readonly number[]): number {
  return errors.reduce((sum, error) => sum + Math.abs(error), 0) / errors.length;
}
