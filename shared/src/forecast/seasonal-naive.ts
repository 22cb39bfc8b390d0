/** A method: the next `horizon` values after `values`, with season length `season` (1 = none). Deterministic. */
export type Forecaster = (values: readonly number[], season: number, horizon: number) => number[];

/** The same period of the last season, again and again: the forecast that every other one must beat. */
export const seasonalNaive: Forecaster = (values, season, horizon) =>
  Array.from({ length: horizon }, (_, step) => values[values.length - season + (step % season)] ?? 0);

/** Seasonal naive moved by the mean change over a season. Source: Hyndman & Athanasopoulos, Forecasting, 5.2 (drift). */
export const seasonalDrift: Forecaster = (values, season, horizon) => {
  const pairs = values.length - season;
  let change = 0;
  for (let index = season; index < values.length; index += 1) {
    change += (values[index] ?? 0) - (values[index - season] ?? 0);
  }
  const drift = pairs > 0 ? change / pairs : 0;
  return seasonalNaive(values, season, horizon).map((value, step) => value + drift * (Math.floor(step / season) + 1));
};
