import { distanceDisplay } from "../card/distance-display.ts";
import { figureText } from "../card/figure-text.ts";
import { positionInYear } from "../period/position-in-year.ts";
import { inPeriodNumbers } from "../target/in-period.ts";
import type { Text } from "../text/text.ts";
import { backTest, FEWEST_ORIGINS, fewestValues } from "./back-test.ts";
import { FORECAST_METHODS, type ForecastMethod } from "./candidates.ts";
import {
  BEATS,
  type ForecastInput,
  type HiddenForecast,
  INTERVAL_LEVEL,
  NO_FORECAST_WORDS,
  type ShownForecast,
} from "./forecast.ts";
import { pointsOf, type TestedPath, yearEndOf } from "./forecast-points.ts";
import { type BackTestScore, scoreBackTest } from "./score-back-test.ts";
import { SEASONS } from "./season.ts";
import { trainingSeries } from "./training-series.ts";

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
  const tested: TestedPath = {
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
    points: pointsOf(tested),
    yearEnd: yearEndOf(tested),
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

function clampTo({ limits }: ForecastInput["subject"]): (value: number) => number {
  const [min, max] = [limits.min ?? Number.NEGATIVE_INFINITY, limits.max ?? Number.POSITIVE_INFINITY];
  return (value) => Math.min(max, Math.max(min, value));
}

function shownReason(method: ForecastMethod, score: BackTestScore, { display }: ForecastInput["subject"]): Text {
  const [error, name] = [figureText(score.meanError, distanceDisplay(display)), FORECAST_METHODS[method]];
  const less = Math.round((1 - score.mase / score.naiveMase) * 100);
  return {
    vi: `${name.vi}; kiểm định lùi ${score.origins} lần: sai số bình quân ${error.vi}, nhỏ hơn ${less}% so với lấy số cùng kỳ`,
    en: `${name.en}; back-test over ${score.origins} origins: mean error ${error.en}, ${less}% less than repeating last year`,
  };
}

function hidden(code: HiddenForecast["code"], backTest: BackTestScore | null): HiddenForecast {
  return { shown: false, code, reason: NO_FORECAST_WORDS[code], backTest };
}
