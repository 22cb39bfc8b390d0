import type { Text } from "../text/text.ts";
import { holtWinters } from "./holt-winters.ts";
import { type Forecaster, seasonalDrift } from "./seasonal-naive.ts";
import { theta } from "./theta.ts";

/** Methods that a forecast may choose among, by name and version. */
export const FORECAST_METHODS = {
  "mean-of-methods@1": { vi: "Bình quân của ba phương pháp", en: "Mean of the three methods" },
  "theta@1": { vi: "Phương pháp Theta", en: "Theta method" },
  "holt-winters@1": { vi: "Holt–Winters, xu thế giảm dần", en: "Holt–Winters with damped trend" },
  "seasonal-drift@1": { vi: "Cùng kỳ có xu thế", en: "Seasonal naive with drift" },
  "mean-of-methods-log@1": {
    vi: "Bình quân ba phương pháp trên thang logarit",
    en: "Mean of the three, in logarithms",
  },
  "theta-log@1": { vi: "Theta trên thang logarit", en: "Theta, in logarithms" },
  "holt-winters-log@1": { vi: "Holt–Winters trên thang logarit", en: "Holt–Winters, in logarithms" },
  "seasonal-drift-log@1": { vi: "Cùng kỳ có xu thế trên thang logarit", en: "Seasonal drift, in logarithms" },
} as const satisfies Record<string, Text>;
/** A method of forecast. */
export type ForecastMethod = keyof typeof FORECAST_METHODS;

/** The next values by one method. */
export interface CandidatePath {
  readonly method: ForecastMethod;
  readonly path: readonly number[];
}

/**
 * The next `horizon` values by every method; the mean of the three comes first, as the choice before any is tested. With
 * `logarithms` (positive amounts and counts) also on ln(values): seasons that grow with the level.
 */
export function candidatePaths(
  values: readonly number[],
  season: number,
  horizon: number,
  logarithms: boolean,
): CandidatePath[] {
  const plain = threeAndMean(values, season, horizon);
  const named: CandidatePath[] = [
    { method: "mean-of-methods@1", path: plain.mean },
    { method: "theta@1", path: plain.theta },
    { method: "holt-winters@1", path: plain.holtWinters },
    { method: "seasonal-drift@1", path: plain.drift },
  ];
  if (!logarithms || values.some((value) => value <= 0)) return named;
  const logs = threeAndMean(values.map(Math.log), season, horizon);
  return [
    ...named,
    { method: "mean-of-methods-log@1", path: logs.mean.map(Math.exp) },
    { method: "theta-log@1", path: logs.theta.map(Math.exp) },
    { method: "holt-winters-log@1", path: logs.holtWinters.map(Math.exp) },
    { method: "seasonal-drift-log@1", path: logs.drift.map(Math.exp) },
  ];
}

function threeAndMean(...given: Parameters<Forecaster>) {
  const [byTheta, byWinters, byDrift] = [theta(...given), holtWinters(...given), seasonalDrift(...given)];
  const mean = byTheta.map((value, step) => (value + (byWinters[step] ?? 0) + (byDrift[step] ?? 0)) / 3);
  return { theta: byTheta, holtWinters: byWinters, drift: byDrift, mean };
}
