import type { AreaCode } from "../area/area-code.ts";
import type { BreakdownKey } from "../breakdown/breakdown-key.ts";
import type { ForecastValue } from "../forecast/forecast.ts";
import type { BackTestScore } from "../forecast/score-back-test.ts";
import type { IndicatorCode } from "../indicator/indicator.ts";
import type { ObservationStatus } from "../observation/observation-status.ts";
import type { Text } from "../text/text.ts";
import type { PeriodLabel } from "./card.ts";

/** Which series is forecast; live changes are matched by it. */
export interface ForecastSubject {
  indicator: IndicatorCode;
  area: AreaCode;
  breakdown: BreakdownKey;
}

/** A period before the forecast begins; a gap is a point whose value is null. In the indicator's unit, unscaled. */
export interface ForecastActual {
  period: PeriodLabel;
  value: number | null;
  status: ObservationStatus | null;
}

/** One period ahead of the newest figure, with its interval; unscaled, in the indicator's unit. */
export interface ForecastStep extends ForecastValue {
  period: PeriodLabel;
  /** The period was over when the screen was made: a figure should be here, and it is not. */
  over: boolean;
}

/** Ước cả năm: figures so far and the forecast of the rest, with its own back-test. Unscaled, in the indicator's unit. */
export interface ForecastYear extends ForecastValue {
  year: number;
  over: boolean;
  /** Mean absolute error of such outlooks in the back-test, and seasonal naive's. */
  meanError: number;
  naiveMeanError: number;
}

/** A forecast that beat seasonal naive in its back-test. Never part of the series; always labelled with where that ends. */
export interface ShownForecastModel {
  shown: true;
  subject: ForecastSubject;
  /** The newest period with a figure that the forecast was made from. */
  from: PeriodLabel;
  /** The same inside a sentence: "tháng 02/2025". */
  fromText: Text;
  /** The publication stopped: a figure after `from` was due and has not arrived. */
  ended: boolean;
  actual: ForecastActual[];
  points: ForecastStep[];
  /** The series starts from zero again each year (year-to-date figures): no line joins two years. */
  restarts: boolean;
  yearEnd: ForecastYear | null;
  /** Share of past errors that the interval covers, 0…1. */
  level: number;
  backTest: BackTestScore;
  method: Text;
  /** Căn cứ dự báo: method, training range, bridged gaps, what was left out, back-test. */
  grounds: { name: Text; text: Text }[];
  simulated: boolean;
}

/** Why there is no forecast; with its back-test where there was one. */
export interface HiddenForecastModel {
  shown: false;
  subject: ForecastSubject;
  code: string;
  reason: Text;
  backTest: BackTestScore | null;
}

/** The forecast of the series on the Chỉ số screen, asked for on its own after the screen's one query. */
export type ForecastModel = ShownForecastModel | HiddenForecastModel;
