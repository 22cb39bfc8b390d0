import type { TestedOrigin } from "./back-test.ts";

/** How a forecast did in its back-test, beside seasonal naive on the same origins and steps. */
export interface BackTestScore {
  readonly origins: number;
  /** Mean absolute scaled error; 1 is seasonal naive's own error over the training values. Source: Hyndman & Koehler 2006. */
  readonly mase: number;
  readonly naiveMase: number;
  /** Share of origins (0…1) at which the forecast was nearer than seasonal naive; equal counts half. */
  readonly wins: number;
  /** Mean absolute error in the indicator's unit. */
  readonly meanError: number;
}

/** Scores of a back-test; null where nothing could be scaled (a constant series). */
export function scoreBackTest(origins: readonly TestedOrigin[]): BackTestScore | null {
  let [scaled, naiveScaled, errors, count, wins] = [0, 0, 0, 0, 0];
  for (const { errors: ours, naiveErrors, scale } of origins) {
    let [own, naive] = [0, 0];
    ours.forEach((error, step) => {
      const other = naiveErrors[step];
      if (error === null || other === null || other === undefined || scale === 0) return;
      own += Math.abs(error);
      naive += Math.abs(other);
      scaled += Math.abs(error) / scale;
      naiveScaled += Math.abs(other) / scale;
      count += 1;
    });
    errors += own;
    wins += own < naive ? 1 : own === naive ? 0.5 : 0;
  }
  if (count === 0) return null;
  return {
    origins: origins.length,
    mase: scaled / count,
    naiveMase: naiveScaled / count,
    wins: wins / origins.length,
    meanError: errors / count,
  };
}

/** Errors of the sum of steps `from`…`to` (0-based, inclusive) at every origin where all of them are known. */
export function summedErrors(
  origins: readonly TestedOrigin[],
  from: number,
  to: number,
  of: "errors" | "naiveErrors" = "errors",
): number[] {
  return origins.flatMap((origin) => {
    let sum = 0;
    for (let step = from; step <= to; step += 1) {
      const error = origin[of][step];
      if (error === null || error === undefined) return [];
      sum += error;
    }
    return [sum];
  });
}
