import type { IndicatorDefinition } from "../indicator/indicator.ts";
import type { Period } from "../period/period.ts";
import type { Numbers } from "../target/numbers.ts";
import type { Text } from "../text/text.ts";
import type { ForecastMethod } from "./candidates.ts";
import type { BackTestScore } from "./score-back-test.ts";

/** Share of past errors that the interval covers. */
export const INTERVAL_LEVEL = 0.8;
/** A forecast beats seasonal naive when its error is at most this share of it: less is chance. */
export const BEATS = 0.95;

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
