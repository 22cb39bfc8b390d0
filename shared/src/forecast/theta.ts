import type { Forecaster } from "./seasonal-naive.ts";

const ALPHAS = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
/** One-sided 10 % point of the normal distribution: the usual test before the Theta method. */
const SEASONALITY_TEST = 1.645;

/**
 * The Theta method with additive seasonal adjustment where the autocorrelation at the season is significant. Source:
 * Assimakopoulos & Nikolopoulos 2000, in the form of Hyndman & Billah 2003 (simple smoothing with half the linear trend).
 */
export const theta: Forecaster = (values, season, horizon) => {
  const seasons = season > 1 && isSeasonal(values, season) ? seasonalIndices(values, season) : [0];
  const adjusted = values.map((value, index) => value - (seasons[index % seasons.length] ?? 0));
  const count = adjusted.length;
  const drift = slope(adjusted) / 2;
  const { level, alpha } = smoothed(adjusted);
  const settled = (1 - (1 - alpha) ** count) / alpha;
  return Array.from({ length: horizon }, (_, step) => {
    const seasonal = seasons[(count + step) % seasons.length] ?? 0;
    return level + drift * (step + settled) + seasonal;
  });
};

function isSeasonal(values: readonly number[], season: number): boolean {
  if (values.length < 2 * season) return false;
  let squares = 0;
  for (let lag = 1; lag < season; lag += 1) squares += autocorrelation(values, lag) ** 2;
  const limit = SEASONALITY_TEST * Math.sqrt((1 + 2 * squares) / values.length);
  return Math.abs(autocorrelation(values, season)) > limit;
}

function autocorrelation(values: readonly number[], lag: number): number {
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
  let [together, alone] = [0, 0];
  for (let index = 0; index < values.length; index += 1) {
    const distance = (values[index] ?? 0) - centre;
    alone += distance * distance;
    if (index >= lag) together += distance * ((values[index - lag] ?? 0) - centre);
  }
  return alone === 0 ? 0 : together / alone;
}

/** Mean distance of each season from a centred moving average, made to sum to zero (classical additive decomposition). */
function seasonalIndices(values: readonly number[], season: number): number[] {
  const sums = Array.from({ length: season }, () => ({ sum: 0, count: 0 }));
  const half = Math.floor(season / 2);
  for (let index = half; index < values.length - half; index += 1) {
    const slot = sums[index % season];
    if (slot === undefined) continue;
    slot.sum += (values[index] ?? 0) - movingAverage(values, index, season, half);
    slot.count += 1;
  }
  const raw = sums.map(({ sum, count }) => (count === 0 ? 0 : sum / count));
  const centre = raw.reduce((sum, value) => sum + value, 0) / season;
  return raw.map((value) => value - centre);
}

function movingAverage(values: readonly number[], index: number, season: number, half: number): number {
  const even = season % 2 === 0;
  let sum = 0;
  for (let offset = -half; offset <= half; offset += 1) {
    const weight = even && Math.abs(offset) === half ? 0.5 : 1;
    sum += weight * (values[index + offset] ?? 0);
  }
  return sum / season;
}

function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  let [together, alone] = [0, 0];
  for (let index = 0; index < values.length; index += 1) {
    together += (index - middle) * (values[index] ?? 0);
    alone += (index - middle) ** 2;
  }
  return alone === 0 ? 0 : together / alone;
}

/** Simple exponential smoothing, its parameter by least squared one-step error on a fixed grid. */
function smoothed(values: readonly number[]): { level: number; alpha: number } {
  let best = { level: values.at(-1) ?? 0, alpha: 1, error: Number.POSITIVE_INFINITY };
  for (const alpha of ALPHAS) {
    let level = values[0] ?? 0;
    let error = 0;
    for (let index = 1; index < values.length; index += 1) {
      const miss = (values[index] ?? 0) - level;
      error += miss * miss;
      level += alpha * miss;
    }
    if (error < best.error) best = { level, alpha, error };
  }
  return best;
}
