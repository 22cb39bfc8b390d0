import { figureText } from "../card/figure-text.ts";
import type { Display, IndicatorDefinition } from "../indicator/indicator.ts";
import type { Period } from "../period/period.ts";
import { isWithinYear } from "../period/periods-of-year.ts";
import { periodsPerYear } from "../period/periods-per-year.ts";
import { positionInYear } from "../period/position-in-year.ts";
import { yearOf } from "../period/year-of.ts";
import { inPeriodNumbers } from "../target/in-period.ts";
import type { Numbers } from "../target/numbers.ts";
import type { Text } from "../text/text.ts";
import { backTest, FEWEST_ORIGINS, fewestValues, type TestedOrigin } from "./back-test.ts";
import { FORECAST_METHODS, type ForecastMethod } from "./candidates.ts";
import { errorBound } from "./error-bound.ts";
import { type BackTestScore, scoreBackTest, summedErrors } from "./score-back-test.ts";
import { SEASONS } from "./season.ts";
import { type TrainingSeries, trainingSeries } from "./training-series.ts";

/** Share of past errors that the interval covers. */
export const INTERVAL_LEVEL = 0.8;
/** An interval needs at least this many past errors at its step. */
const FEWEST_ERRORS = 8;

/** A forecast beats seasonal naive when its error is at most this share of it: less is chance. */
const BEATS = 0.95;

/** What a forecast follows from. */
export interface ForecastInput {
  readonly subject: Pick<
    IndicatorDefinition,
    "periodType" | "accumulation" | "valueType" | "aggregation" | "limits" | "display"
  >;
  readonly history: Numbers;
  /** Ordinals at which a new series begins (declared comparability breaks of the area). */
  readonly breaks?: readonly number[] | undefined;
}

/** A value with its interval, in the indicator's unit. */
export interface ForecastValue {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** One period ahead. */
export interface ForecastPoint extends ForecastValue {
  readonly period: Period;
}

/** The whole year: figures so far and the forecast of the rest, with its own back-test. */
export interface YearEndForecast extends ForecastValue {
  readonly year: number;
  /** Mean absolute error of such outlooks in the back-test, and seasonal naive's, in the unit. */
  readonly meanError: number;
  readonly naiveMeanError: number;
}

/** A forecast that beat seasonal naive, with the back-test that says so. */
export interface ShownForecast {
  readonly shown: true;
  readonly method: ForecastMethod;
  readonly points: readonly ForecastPoint[];
  /** Null where the year has no total or mean, or the outlook did not beat seasonal naive. */
  readonly yearEnd: YearEndForecast | null;
  readonly level: number;
  readonly backTest: BackTestScore;
  readonly trainedOn: { readonly first: number; readonly count: number; readonly bridged: number };
  readonly reason: Text;
}

/** Why no forecast is shown. */
export const NO_FORECAST_WORDS = {
  "not-a-series": { vi: "Chỉ số này không có chuỗi thời gian để dự báo", en: "There is no time series to forecast" },
  "too-short": {
    vi: "Chuỗi số liệu (sau lần thay đổi gần nhất) còn quá ngắn để kiểm định dự báo",
    en: "The series since its last break is too short to test a forecast",
  },
  "gap-at-end": {
    vi: "Thiếu số liệu kỳ gần nhất nên không tách được số của từng kỳ từ số lũy kế",
    en: "A recent figure is missing: the amounts of the last periods cannot be told from the cumulative ones",
  },
  constant: { vi: "Chuỗi số liệu không thay đổi", en: "The series does not change" },
  "no-better-than-naive": {
    vi: "Kiểm định lùi: dự báo không tốt hơn cách lấy số cùng kỳ năm trước",
    en: "Back-test: no better than repeating the same period of last year",
  },
} as const satisfies Record<string, Text>;

/** A forecast that is not shown, and why; with its back-test where there was one. */
export interface HiddenForecast {
  readonly shown: false;
  readonly code: keyof typeof NO_FORECAST_WORDS;
  readonly reason: Text;
  readonly backTest: BackTestScore | null;
}

const LOGARITHMIC: ReadonlySet<string> = new Set(["amount", "count"]);

/**
 * The next periods and the year's end with an 80 % interval; shown only where the back-test over the last 24 origins beats
 * seasonal naive. Year-to-date series are forecast by what happens in each period and added up again.
 */
export function forecastSeries({ subject, history, breaks }: ForecastInput): ShownForecast | HiddenForecast {
  const { periodType, accumulation, valueType } = subject;
  const { length: season, horizon } = SEASONS[periodType];
  if (periodType === "static" || accumulation === "event" || valueType === "state" || valueType === "timestamp") {
    return hidden("not-a-series", null);
  }
  const amounts = accumulation === "ytd" ? inPeriodNumbers(subject, history) : history;
  const series = trainingSeries(amounts, season, breaksOf(subject, breaks));
  // A year-to-date figure after a missing month has no amount of its own: what is forecast must begin after the newest figure.
  const newest = Math.max(...history.keys());
  if (series.values.length > 0 && series.first + series.values.length - 1 < newest) return hidden("gap-at-end", null);
  if (series.values.length < fewestValues(season) + FEWEST_ORIGINS) return hidden("too-short", null);
  const run = backTest({ series, season, horizon, logarithms: LOGARITHMIC.has(valueType), clamp: clampTo(subject) });
  if (run.origins.length < FEWEST_ORIGINS || run.today === null) return hidden("too-short", null);
  const score = scoreBackTest(run.origins);
  if (score === null) return hidden("constant", null);
  if (score.mase > BEATS * score.naiveMase || score.wins < 0.5) return hidden("no-better-than-naive", score);
  const world: World = {
    subject,
    history,
    series,
    origins: run.origins,
    path: run.today.path,
    clamp: clampTo(subject),
  };
  return {
    shown: true,
    method: run.today.method,
    points: pointsOf(world),
    yearEnd: yearEndOf(world),
    level: INTERVAL_LEVEL,
    backTest: score,
    trainedOn: {
      first: series.first,
      count: series.values.length,
      bridged: series.observed.filter((it) => !it).length,
    },
    reason: shownReason(run.today.method, score, subject),
  };
}

/** A year-to-date figure just after a break still holds what came before it: its difference belongs to neither series. */
function breaksOf(
  { accumulation, periodType: type }: ForecastInput["subject"],
  breaks: readonly number[] = [],
): number[] {
  return breaks.map((from) =>
    accumulation === "ytd" && positionInYear({ type, ordinal: from }) > 1 ? from + 1 : from,
  );
}

interface World {
  readonly subject: ForecastInput["subject"];
  readonly history: Numbers;
  readonly series: TrainingSeries;
  readonly origins: readonly TestedOrigin[];
  readonly path: readonly number[];
  readonly clamp: (value: number) => number;
}

function pointsOf(world: World): ForecastPoint[] {
  const { subject, series, path } = world;
  const next = series.first + series.values.length;
  const points: ForecastPoint[] = [];
  let widest = 0;
  for (let step = 0; step < path.length; step += 1) {
    const period = { type: subject.periodType, ordinal: next + step };
    const restarts = subject.accumulation === "ytd" && isWithinYear(period.type);
    const from = restarts ? Math.max(0, step - positionInYear(period) + 1) : step;
    if (restarts && positionInYear(period) === 1) widest = 0;
    const spread = spreadOf(world.origins, from, step);
    if (spread === null) break;
    // Further ahead is never surer, whatever the few errors of that step say.
    widest = Math.max(widest, spread);
    const base = restarts ? reachedBefore(world, next, from, period) : 0;
    if (base === null) break;
    points.push({ period, ...around(base + sumOf(path, from, step), widest, world.clamp) });
  }
  return points;
}

/** What stood at the end of the last known period, where the period forecast lies in the same year. */
function reachedBefore({ history }: World, next: number, from: number, period: Period): number | null {
  const inSameYear = from === 0 && yearOf({ ...period, ordinal: next - 1 }) === yearOf(period);
  return inSameYear ? (history.get(next - 1) ?? null) : 0;
}

/** The year in which the next period lies, as a sum or a mean by the indicator's own time rule. */
function yearEndOf(world: World): YearEndForecast | null {
  const { subject, history, series, origins, path, clamp } = world;
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

function clampTo({ limits }: ForecastInput["subject"]): (value: number) => number {
  const [min, max] = [limits.min ?? Number.NEGATIVE_INFINITY, limits.max ?? Number.POSITIVE_INFINITY];
  return (value) => Math.min(max, Math.max(min, value));
}

function sumOf(path: readonly number[], from: number, to: number): number {
  return path.slice(from, to + 1).reduce((sum, value) => sum + value, 0);
}

function meanSize(errors: readonly number[]): number {
  return errors.reduce((sum, error) => sum + Math.abs(error), 0) / errors.length;
}

function shownReason(method: ForecastMethod, score: BackTestScore, { display }: ForecastInput["subject"]): Text {
  const [error, name] = [figureText(score.meanError, errorDisplay(display)), FORECAST_METHODS[method]];
  const less = Math.round((1 - score.mase / score.naiveMase) * 100);
  return {
    vi: `${name.vi}; kiểm định lùi ${score.origins} lần: sai số bình quân ${error.vi}, nhỏ hơn ${less}% so với lấy số cùng kỳ`,
    en: `${name.en}; back-test over ${score.origins} origins: mean error ${error.en}, ${less}% less than repeating last year`,
  };
}

/** An error of percentages is a distance in percentage points. */
function errorDisplay(display: Display): Display {
  return display.unit.vi.startsWith("%")
    ? { ...display, unit: { vi: "điểm phần trăm", en: "percentage points" } }
    : display;
}

function hidden(code: HiddenForecast["code"], backTest: BackTestScore | null): HiddenForecast {
  return { shown: false, code, reason: NO_FORECAST_WORDS[code], backTest };
}
