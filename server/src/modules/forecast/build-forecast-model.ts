import { periodLabel, periodWithin } from "@bochiso/shared/card";
import { FORECAST_METHODS, SEASONS } from "@bochiso/shared/forecast";
import { type Period, periodContaining, periodEnd } from "@bochiso/shared/period";
import type { ForecastActual, ForecastModel, ForecastYear } from "@bochiso/shared/screen";
import { forecastGrounds } from "./forecast-grounds.ts";
import type { Forecast } from "./forecaster.ts";
import { noForecast } from "./no-forecast.ts";
import type { ForecastSeries } from "./read-forecast-series.ts";

/** Periods drawn before the forecast: the newest and the same one of the year before, or as many as lie ahead. */
const DRAWN = 13;

/** The forecast as the screen shows it. */
export function buildForecastModel(series: ForecastSeries, found: Forecast): ForecastModel {
  const { subject, newest, ended, toDate, simulated, now } = series;
  if (!found.shown) return { shown: false, subject, code: found.code, reason: found.reason, backTest: found.backTest };
  if (found.points.length === 0) return noForecast(subject, "no-interval");
  const isOver = (period: Period): boolean => periodEnd(period) <= now;
  return {
    shown: true,
    subject,
    from: periodLabel(newest, toDate),
    fromText: periodWithin(newest),
    ended,
    actual: drawn(series),
    points: found.points.map(({ period, value, low, high }) => ({
      period: periodLabel(period, toDate),
      value,
      low,
      high,
      over: isOver(period),
    })),
    restarts: series.definition.accumulation === "ytd",
    yearEnd: yearOf(found.yearEnd, isOver),
    level: found.level,
    backTest: found.backTest,
    method: FORECAST_METHODS[found.method],
    grounds: forecastGrounds(series, found),
    simulated,
  };
}

function yearOf(
  found: Extract<Forecast, { shown: true }>["yearEnd"],
  isOver: (period: Period) => boolean,
): ForecastYear | null {
  if (found === null) return null;
  return { ...found, over: isOver(periodContaining("year", `${found.year}-12-31`)) };
}

function drawn({ newest, points, history, toDate }: ForecastSeries): ForecastActual[] {
  const { type, ordinal: last } = newest;
  const count = Math.max(DRAWN, SEASONS[type].horizon + 1);
  const first = Math.max(last - count + 1, Math.min(last, ...history.keys()));
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const ordinal = first + index;
    const value = history.get(ordinal) ?? null;
    const status = value === null ? null : (points.get(ordinal)?.status ?? null);
    return { period: periodLabel({ type, ordinal }, toDate), value, status };
  });
}
