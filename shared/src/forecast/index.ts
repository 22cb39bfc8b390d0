export { TEST_ORIGINS } from "./back-test.ts";
export { FORECAST_METHODS, type ForecastMethod } from "./candidates.ts";
export {
  type ForecastInput,
  type ForecastPoint,
  type ForecastValue,
  type HiddenForecast,
  INTERVAL_LEVEL,
  NO_FORECAST_WORDS,
  type ShownForecast,
  type YearEndForecast,
} from "./forecast.ts";
export { forecastSeries } from "./forecast-series.ts";
export type { BackTestScore } from "./score-back-test.ts";
export { SEASONS } from "./season.ts";
