import {
  type ErrorValue,
  errorValue,
  type MissingReason,
  type MissingValue,
  missingValue,
  numberValue,
  type Value,
  type ValueErrorCode,
} from "../observation/value.ts";

/** What a part of a formula gives: a number, a truth value, or why there is neither. */
export type Result = number | boolean | Failure;
export type Failure = MissingValue | ErrorValue;

export const fail = (code: ValueErrorCode): ErrorValue => Object.freeze({ kind: "error", code });
export const absent = (reason: MissingReason): MissingValue => Object.freeze({ kind: "missing", reason });

export const DIVISION_BY_ZERO = fail("division-by-zero");
export const NOT_FINITE = fail("not-finite");
export const TYPE_MISMATCH = fail("type-mismatch");
export const BASE_NOT_POSITIVE = fail("base-not-positive");
export const COMPARABILITY_BREAK = fail("comparability-break");
export const LOG_OF_NON_POSITIVE = fail("log-of-non-positive");
export const ROOT_OF_NEGATIVE = fail("root-of-negative");
export const NOT_APPLICABLE = absent("not-applicable");
export const INCOMPLETE_PARTS = absent("incomplete-parts");

/** The failure of several operands: the first error, else the first absence, else null. */
export function firstFailure(results: readonly Result[]): Failure | null {
  let missing: MissingValue | null = null;
  for (const result of results) {
    if (typeof result !== "object") continue;
    if (result.kind === "error") return result;
    missing ??= result;
  }
  return missing;
}

/** A number, or the error `not-finite`. */
export function finite(value: number): Result {
  return Number.isFinite(value) ? value : NOT_FINITE;
}

/** The value of a cell for the result of its formula; a truth value is no value of an indicator. Adding 0 turns −0 into 0. */
export function toValue(result: Result): Value {
  if (typeof result === "number") return numberValue(result + 0);
  if (typeof result === "boolean") return errorValue("type-mismatch");
  return result.kind === "error" ? errorValue(result.code) : missingValue(result.reason);
}
