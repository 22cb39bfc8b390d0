import type { Forecaster } from "./seasonal-naive.ts";

/** Smoothing of level, trend and season, and the damping of the trend; all in 0…1. */
interface Smoothing {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly phi: number;
}

const ALPHAS = [0.1, 0.2, 0.3, 0.5, 0.7, 0.9];
const BETAS = [0.01, 0.05, 0.15];
const GAMMAS = [0.02, 0.1, 0.25, 0.5];
const PHIS = [0.8, 0.9, 0.98];

/** The fixed grid; without a season `gamma` says nothing and is left at 0. */
function gridFor(season: number): Smoothing[] {
  const gammas = season > 1 ? GAMMAS : [0];
  return ALPHAS.flatMap((alpha) =>
    BETAS.flatMap((beta) => gammas.flatMap((gamma) => PHIS.map((phi) => ({ alpha, beta, gamma, phi })))),
  );
}

interface State {
  level: number;
  trend: number;
  readonly seasons: number[];
  /** Sum of squared one-step errors. */
  error: number;
}

/** Level, trend and seasons at the start, from the first two seasons. */
function start(values: readonly number[], season: number): State {
  if (season === 1)
    return { level: values[0] ?? 0, trend: (values[1] ?? 0) - (values[0] ?? 0), seasons: [0], error: 0 };
  const [first, second] = [mean(values, 0, season), mean(values, season, 2 * season)];
  const trend = (second - first) / season;
  const seasons = Array.from({ length: season }, (_, index) => {
    const offset = (index - (season - 1) / 2) * trend;
    const early = (values[index] ?? 0) - first - offset;
    const late = (values[index + season] ?? 0) - second - offset;
    return (early + late) / 2;
  });
  return { level: first - trend * ((season + 1) / 2), trend, seasons, error: 0 };
}

function mean(values: readonly number[], from: number, to: number): number {
  let sum = 0;
  for (let index = from; index < to; index += 1) sum += values[index] ?? 0;
  return sum / (to - from);
}

function smooth(values: readonly number[], season: number, { alpha, beta, gamma, phi }: Smoothing): State {
  const state = start(values, season);
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    const slot = index % season;
    const seasonal = state.seasons[slot] ?? 0;
    const expected = state.level + phi * state.trend;
    const error = value - expected - seasonal;
    state.error += error * error;
    const level = expected + alpha * error;
    state.trend = phi * state.trend + beta * error;
    state.level = level;
    state.seasons[slot] = seasonal + gamma * (1 - alpha) * error;
  }
  return state;
}

/**
 * Holt–Winters with additive season and damped trend, in error-correction form; parameters by least squared one-step error on a
 * fixed grid over the training values only. Source: Hyndman & Athanasopoulos, Forecasting, 8.3; needs two seasons.
 */
export const holtWinters: Forecaster = (values, season, horizon) => {
  let best: { readonly state: State; readonly phi: number } | null = null;
  for (const smoothing of gridFor(season)) {
    const state = smooth(values, season, smoothing);
    if (best === null || state.error < best.state.error) best = { state, phi: smoothing.phi };
  }
  if (best === null) return [];
  const { state, phi } = best;
  let damped = 0;
  return Array.from({ length: horizon }, (_, step) => {
    damped += phi ** (step + 1);
    return state.level + damped * state.trend + (state.seasons[(values.length + step) % season] ?? 0);
  });
};
