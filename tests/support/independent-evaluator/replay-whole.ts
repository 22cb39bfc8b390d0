import type { ExplainedNode } from "../http/screen-answers.ts";
import { carefulSum, error, isFailure, missing, numbers, type Outcome } from "./evaluate.ts";

/** A part of a whole with what it counts for. */
export interface CountedPart {
  readonly code: string;
  readonly value: Outcome;
  readonly share: number;
  /** Whether it and its weight stand on everything they should: a partial one is not counted as had. */
  readonly isWhole: boolean;
  /** Null: parts are not weighed. */
  readonly weight: Outcome | null;
}

/** How a whole is made. */
export interface WholeRule {
  readonly way: string;
  readonly rule: string | null;
  readonly partialAllowed: boolean;
}

/** What a value stands on. */
export interface CountedCoverage {
  have: number;
  of: number;
  weightShare: number | null;
}

interface Whole {
  readonly value: Outcome;
  readonly coverage: CountedCoverage;
}

const isNumber = (outcome: Outcome): outcome is number => typeof outcome === "number";
const cannotExist = (outcome: Outcome) =>
  isFailure(outcome) && outcome.failure === "missing" && outcome.code === "cannot-exist";

/** A whole made of its parts again, in the order of their codes. */
export function makeWhole(given: readonly CountedPart[], { way, rule, partialAllowed }: WholeRule): Whole {
  const parts = given.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  if (way === "carried") {
    const value = parts[0]?.value ?? missing("not-listed");
    const have = isNumber(value) && parts[0]?.isWhole === true ? 1 : 0;
    return { value, coverage: { have, of: 1, weightShare: null } };
  }
  const needed = parts.filter(({ value }) => !cannotExist(value));
  const present = needed.filter(({ value }) => isNumber(value));
  const coverage = {
    have: present.filter(({ isWhole }) => isWhole).length,
    of: needed.length,
    weightShare: rule === "weighted" ? weightShare(needed) : null,
  };
  const failures = needed.map(({ value }) => value).filter(isFailure);
  const failure = failures.find(({ failure: kind }) => kind === "error");
  if (failure !== undefined) return { value: failure, coverage };
  if (present.length === 0) return { value: failures[0] ?? missing("cannot-exist"), coverage };
  if (failures.length > 0 && !(partialAllowed && way === "roll-up")) {
    return { value: missing("incomplete"), coverage };
  }
  return { value: combine(present, rule ?? ""), coverage };
}

const RULES: Readonly<Record<string, (values: readonly number[]) => number>> = {
  sum: carefulSum,
  mean: (values) => carefulSum(values) / values.length,
  min: (values) => Math.min(...values),
  max: (values) => Math.max(...values),
};

function combine(parts: readonly CountedPart[], rule: string): Outcome {
  if (rule === "weighted") return weightedMean(parts);
  const make = RULES[rule];
  if (make === undefined) return missing("not-applicable");
  const values = parts.map(({ value, share }) => numbers([value], (each) => each * share));
  return numbers(values, (...all) => make(all));
}

function weightedMean(parts: readonly CountedPart[]): Outcome {
  const weights: number[] = [];
  const unknown: Outcome[] = [];
  for (const { weight, share } of parts) {
    if (weight === null || !isNumber(weight)) {
      if (weight !== null && isFailure(weight) && weight.failure === "error") return weight;
      unknown.push(missing("incomplete"));
    } else if (weight < 0) return error("base-not-positive");
    else weights.push(weight * share);
  }
  if (unknown.length > 0) return missing("incomplete");
  const all = carefulSum(weights);
  if (all === 0) return error("division-by-zero");
  const values = parts.map(({ value }) => value);
  return numbers(values, (...each) => carefulSum(each.map((value, at) => value * (weights[at] ?? 0))) / all);
}

function weightShare(parts: readonly CountedPart[]): number | null {
  const weights = parts.map(({ weight, share }) => (typeof weight === "number" ? weight * share : Number.NaN));
  if (weights.some(Number.isNaN)) return null;
  const all = carefulSum(weights);
  const present = weights.filter((_weight, at) => typeof parts[at]?.value === "number" && parts[at]?.isWhole);
  return all > 0 ? carefulSum(present) / all : null;
}

/** The code that tells a part from the others of its whole: its area, or its code in the dimension that differs. */
export function codeOfPart(part: ExplainedNode, whole: ExplainedNode): string {
  if (part.area !== whole.area) return part.area;
  const own = new Set(whole.breakdown.split(";"));
  return part.breakdown
    .split(";")
    .filter((pair) => !own.has(pair))
    .join(";");
}
