import { combineParts, type PartRule } from "../formula/combine-parts.ts";
import { compensatedSum } from "../formula/compensated-sum.ts";
import { toValue } from "../formula/result.ts";
import type { AreaAggregation, TimeAggregation } from "../indicator/indicator.ts";
import { type Coverage, isPartialCoverage } from "../observation/coverage.ts";
import { leastFirmStatus, type ObservationStatus } from "../observation/observation-status.ts";
import {
  type ErrorValue,
  errorValue,
  type MissingReason,
  type MissingValue,
  missingValue,
  type NumberValue,
  numberValue,
  type Value,
} from "../observation/value.ts";

/** The closed list of rules by which parts make a whole. Source: domain.md, Aggregation. */
export type CombinationRule = AreaAggregation | TimeAggregation;

/** One part of a whole: an area, a period ordinal or a code, with its value. */
export interface Part<Key extends string | number = string> {
  readonly key: Key;
  readonly value: Value;
  /** For `weighted`: the value of the weight indicator in this part. */
  readonly weight?: Value;
  /** How firm the part is, with its weight where it has one. */
  readonly status?: ObservationStatus | null;
  /** What the part itself stands on, with its weight: one that stands on some of its own parts only is not counted as had. */
  readonly coverage?: Coverage | null;
  /** How much of the part belongs to the whole, 0–1; absent = all of it. Scales sums and weights. */
  readonly share?: number;
}

export type { Coverage } from "../observation/coverage.ts";

/** A needed part that has no number, and why. */
export interface PartWithoutNumber<Key extends string | number = string> {
  readonly key: Key;
  readonly value: MissingValue | ErrorValue;
}

/**
 * A whole: its value, what it stands on, and the parts without a number in the order of the parts. `status`: of a
 * number made of parts, the least firm status among them; else null.
 */
export interface Aggregate<Key extends string | number = string> {
  readonly value: Value;
  readonly status: ObservationStatus | null;
  readonly coverage: Coverage;
  readonly missing: readonly PartWithoutNumber<Key>[];
}

/** How parts are combined. */
export interface Combination {
  readonly rule: CombinationRule;
  /** Whether the definition allows a value of some of the parts; the coverage says so. */
  readonly partialAllowed?: boolean;
  /** Whether a part that cannot exist is needed all the same, as a month of a year is; no unless told. */
  readonly needsAll?: boolean;
  /** Reason where some parts have no number; `incomplete-parts` unless told. */
  readonly incomplete?: MissingReason;
  /** For `recompute`: the formula over the aggregated operands. */
  readonly recompute?: () => Value;
}

/**
 * Combines the parts of a whole, given in their order, every one of them. An error of a part dominates; a part
 * that cannot exist is not needed; another one without a number makes the whole `incomplete-parts` (all without:
 * the first one's reason) unless a partial value is allowed. `last` is the last part or nothing, never an earlier one.
 */
export function combineAll<Key extends string | number>(
  parts: readonly Part<Key>[],
  combination: Combination,
): Aggregate<Key> {
  const needed = combination.needsAll === true ? parts : parts.filter(({ value }) => !cannotExist(value));
  const numbers: NumberPart[] = [];
  const missing: PartWithoutNumber<Key>[] = [];
  for (const { key, value, weight, share } of needed) {
    if (value.kind === "number") numbers.push({ value, weight, share: share ?? 1 });
    else missing.push({ key, value });
  }
  const weightShare = combination.rule === "weighted" ? shareOfWeight(needed) : null;
  const coverage = { have: needed.filter(isHad).length, of: needed.length, weightShare };
  const value = wholeOf({ parts, numbers, missing, combination });
  return { value, status: statusOf(value, combination.rule, parts), coverage, missing };
}

function statusOf(
  value: Value,
  rule: CombinationRule,
  parts: readonly Part<string | number>[],
): ObservationStatus | null {
  if (value.kind !== "number" || rule === "recompute") return null;
  const read = rule === "last" ? parts.slice(-1) : parts.filter((part) => part.value.kind === "number");
  return read.reduce<ObservationStatus | null>((least, { status = null }) => leastFirmStatus(least, status), null);
}

/** Whether a part has a number that stands on everything it should. */
function isHad({ value, coverage }: Pick<Part, "value" | "coverage">): boolean {
  return value.kind === "number" && !isPartialCoverage(coverage);
}

function cannotExist(value: Value): boolean {
  return value.kind === "missing" && value.reason === "cannot-exist";
}

interface NumberPart {
  readonly value: NumberValue;
  readonly weight: Value | undefined;
  readonly share: number;
}

interface Sorted {
  readonly parts: readonly Part<string | number>[];
  readonly numbers: readonly NumberPart[];
  readonly missing: readonly PartWithoutNumber<string | number>[];
  readonly combination: Combination;
}

function wholeOf({ parts, numbers, missing, combination }: Sorted): Value {
  const { rule, partialAllowed = false, incomplete = "incomplete-parts" } = combination;
  if (rule === "none" || parts.length === 0) return missingValue("not-applicable");
  if (rule === "recompute") return combination.recompute?.() ?? missingValue("not-applicable");
  if (rule === "last") return parts.at(-1)?.value ?? missingValue("not-applicable");
  for (const { value } of missing) if (value.kind === "error") return value;
  const [first] = missing;
  if (numbers.length === 0) return first?.value ?? missingValue("cannot-exist");
  if (first !== undefined && !partialAllowed) return missingValue(incomplete);
  return rule === "weighted" ? weightedMean(numbers, incomplete) : plain(rule, numbers);
}

function plain(rule: PartRule, numbers: readonly NumberPart[]): Value {
  const values = numbers.map(({ value, share }) => (share === 1 ? value.value : value.value * share));
  return toValue(combineParts(values, rule));
}

/** Σ(weight × value) ÷ Σ weight. Needs every weight; a weight below zero is an error, as is a sum of zero. */
function weightedMean(numbers: readonly NumberPart[], incomplete: MissingReason): Value {
  const weights: number[] = [];
  let isUnknown = false;
  for (const { weight, share } of numbers) {
    if (weight?.kind === "error") return weight;
    if (weight?.kind === "number" && weight.value < 0) return errorValue("base-not-positive");
    if (weight?.kind === "number") weights.push(weight.value * share);
    else isUnknown = true;
  }
  if (isUnknown) return missingValue(incomplete);
  const total = compensatedSum(weights);
  if (total === 0) return errorValue("division-by-zero");
  const products = numbers.map(({ value }, index) => value.value * (weights[index] ?? 0));
  return numberValue(compensatedSum(products) / total);
}

function shareOfWeight(parts: readonly Part<string | number>[]): number | null {
  const all: number[] = [];
  const covered: number[] = [];
  for (const { value, coverage, weight, share = 1 } of parts) {
    if (weight?.kind !== "number") return null;
    all.push(weight.value * share);
    if (isHad({ value, coverage: coverage ?? null })) covered.push(weight.value * share);
  }
  const total = compensatedSum(all);
  return total > 0 ? compensatedSum(covered) / total : null;
}
