/** Why a value is absent. Zero is a number; missing is never zero. */
export const MISSING_REASONS = [
  "not-reported",
  "retracted",
  "cannot-exist",
  "missing",
  "not-collected",
  "not-applicable",
  "incomplete-parts",
  "incomplete-predecessors",
  "not-approved",
] as const;
/** Reasons of absence; `cannot-exist`, `missing`, `not-collected` are SDMX M, O, L. */
export type MissingReason = (typeof MISSING_REASONS)[number];

/** Codes of a computation that failed in one cell. The others go on. */
export const VALUE_ERROR_CODES = [
  "division-by-zero",
  "log-of-non-positive",
  "root-of-negative",
  "base-not-positive",
  "comparability-break",
  "not-finite",
  "type-mismatch",
] as const;
export type ValueErrorCode = (typeof VALUE_ERROR_CODES)[number];

export interface NumberValue {
  readonly kind: "number";
  /** Unrounded, in the indicator's unit. */
  readonly value: number;
}
export interface MissingValue {
  readonly kind: "missing";
  readonly reason: MissingReason;
}
export interface ErrorValue {
  readonly kind: "error";
  readonly code: ValueErrorCode;
}
/** The content of a cell: a number, an absence with its reason, or a failed computation. */
export type Value = NumberValue | MissingValue | ErrorValue;

/** A finite number as a value; NaN and Infinity become the error `not-finite`. */
export function numberValue(value: number): Value {
  return Number.isFinite(value) ? { kind: "number", value } : { kind: "error", code: "not-finite" };
}

/** An absence with its reason. */
export function missingValue(reason: MissingReason): MissingValue {
  return { kind: "missing", reason };
}

/** A failed computation as a value. */
export function errorValue(code: ValueErrorCode): ErrorValue {
  return { kind: "error", code };
}
