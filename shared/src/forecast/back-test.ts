import { type CandidatePath, candidatePaths, type ForecastMethod } from "./candidates.ts";
import { seasonalNaive } from "./seasonal-naive.ts";
import type { TrainingSeries } from "./training-series.ts";

/** Origins that are scored. */
export const TEST_ORIGINS = 24;
/** Earlier origins, from which the choice among the methods has something to go by. */
const WARM_UP_ORIGINS = 12;
/** A back-test on fewer origins shows nothing. */
export const FEWEST_ORIGINS = 12;

/** What a back-test needs to know. */
export interface BackTestInput {
  readonly series: TrainingSeries;
  readonly season: number;
  readonly horizon: number;
  /** Try logarithms too: positive amounts and counts. */
  readonly logarithms: boolean;
  /** Keeps a forecast within the indicator's natural limits. */
  readonly clamp: (value: number) => number;
}

/** One origin: what would have been forecast then, and how it turned out. Errors are actual − forecast; null where unknown. */
export interface TestedOrigin {
  readonly method: ForecastMethod;
  readonly errors: readonly (number | null)[];
  readonly naiveErrors: readonly (number | null)[];
  /** Mean absolute seasonal change over the training values, the unit of MASE. */
  readonly scale: number;
}

/** Every scored origin, and the method that the same choice takes today. */
export interface BackTestRun {
  readonly origins: readonly TestedOrigin[];
  readonly today: CandidatePath | null;
}

/** Fewest values before the first origin: two seasons and two values. */
export function fewestValues(season: number): number {
  return Math.max(2 * season + 2, 8);
}

/**
 * Rolling origins: at each, every method is fitted to the values before it; the one with the least mean absolute error in
 * forecasts made earlier and due by then is chosen. The choice uses nothing that was unknown at the origin.
 */
export function backTest({ series, season, horizon, logarithms, clamp }: BackTestInput): BackTestRun {
  const { values, observed } = series;
  const count = values.length;
  const begin = Math.max(fewestValues(season), count - TEST_ORIGINS - WARM_UP_ORIGINS);
  const ledger = new Map<ForecastMethod, Miss[]>();
  const origins: TestedOrigin[] = [];
  const clamped = (given: readonly CandidatePath[]): CandidatePath[] =>
    given.map(({ method, path }) => ({ method, path: path.map(clamp) }));
  for (let origin = begin; origin < count; origin += 1) {
    if (observed[origin - 1] !== true) continue;
    const training = values.slice(0, origin);
    const ahead = Math.min(horizon, count - origin);
    const candidates = clamped(candidatePaths(training, season, ahead, logarithms));
    const chosen = choose(candidates, ledger, origin);
    const errorsOf = (path: readonly number[]) =>
      path.map((value, step) => (observed[origin + step] === true ? (values[origin + step] ?? 0) - value : null));
    if (chosen !== null && origin >= count - TEST_ORIGINS) {
      const naive = seasonalNaive(training, season, ahead).map(clamp);
      const tested = { method: chosen.method, errors: errorsOf(chosen.path), naiveErrors: errorsOf(naive) };
      origins.push({ ...tested, scale: seasonalScale(training, season) });
    }
    for (const { method, path } of candidates) record(ledger, method, origin, errorsOf(path));
  }
  const today = count < begin ? [] : clamped(candidatePaths(values, season, horizon, logarithms));
  return { origins, today: choose(today, ledger, count) };
}

interface Miss {
  /** Index of the value forecast. */
  readonly index: number;
  readonly size: number;
}

function record(
  ledger: Map<ForecastMethod, Miss[]>,
  method: ForecastMethod,
  origin: number,
  errors: readonly (number | null)[],
): void {
  const misses = ledger.get(method) ?? [];
  errors.forEach((error, step) => {
    if (error !== null) misses.push({ index: origin + step, size: Math.abs(error) });
  });
  ledger.set(method, misses);
}

/** The candidate with the least mean error known before an index; of equals and of untested ones the first. */
function choose(
  candidates: readonly CandidatePath[],
  ledger: ReadonlyMap<ForecastMethod, readonly Miss[]>,
  before: number,
): CandidatePath | null {
  let best: CandidatePath | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    let [sum, count] = [0, 0];
    for (const { index, size } of ledger.get(candidate.method) ?? []) {
      if (index >= before) continue;
      sum += size;
      count += 1;
    }
    const error = count === 0 ? Number.POSITIVE_INFINITY : sum / count;
    if (best === null || error < least) [best, least] = [candidate, error];
  }
  return best;
}

/** Mean absolute change over a season within the training values. Source: Hyndman & Koehler 2006. */
function seasonalScale(values: readonly number[], season: number): number {
  let sum = 0;
  for (let index = season; index < values.length; index += 1) {
    sum += Math.abs((values[index] ?? 0) - (values[index - season] ?? 0));
  }
  return sum / Math.max(1, values.length - season);
}
