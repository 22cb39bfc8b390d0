import type { TimeAggregation } from "../indicator/indicator.ts";
import { compensatedSum } from "./compensated-sum.ts";
import { type Failure, finite, firstFailure, INCOMPLETE_PARTS, type Result, TYPE_MISMATCH } from "./result.ts";

/** Rules that make one number of several. */
export type PartRule = Extract<TimeAggregation, "sum" | "mean" | "min" | "max">;

const COMBINE: Readonly<Record<PartRule, (values: readonly number[]) => number>> = {
  sum: compensatedSum,
  mean: (values) => compensatedSum(values) / values.length,
  min: (values) => values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY),
  max: (values) => values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY),
};

/**
 * One number of every part of a window or a whole. An error dominates; where some parts are missing the
 * reason is `incomplete-parts`, where all are, the first one's.
 */
export function combineParts(parts: readonly Result[], rule: PartRule): Result {
  const numbers = parts.filter((part) => typeof part === "number");
  if (numbers.length === parts.length) return finite(COMBINE[rule](numbers));
  return failureOfParts(parts);
}

function failureOfParts(parts: readonly Result[]): Failure {
  const failure = firstFailure(parts);
  if (failure === null) return TYPE_MISMATCH;
  if (failure.kind === "error") return failure;
  return parts.every((part) => typeof part === "object") ? failure : INCOMPLETE_PARTS;
}
