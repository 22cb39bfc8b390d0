import type { ArithmeticOperator, ComparisonOperator } from "./ast.ts";
import {
  DIVISION_BY_ZERO,
  finite,
  firstFailure,
  LOG_OF_NON_POSITIVE,
  type Result,
  ROOT_OF_NEGATIVE,
  TYPE_MISMATCH,
} from "./result.ts";

function power(base: number, exponent: number): Result {
  if (base === 0 && exponent < 0) return DIVISION_BY_ZERO;
  if (base < 0 && !Number.isInteger(exponent)) return ROOT_OF_NEGATIVE;
  return finite(base ** exponent);
}

const ARITHMETIC: Readonly<Record<ArithmeticOperator, (a: number, b: number) => Result>> = {
  "+": (a, b) => finite(a + b),
  "-": (a, b) => finite(a - b),
  "*": (a, b) => finite(a * b),
  "/": (a, b) => (b === 0 ? DIVISION_BY_ZERO : finite(a / b)),
  "^": power,
};

const COMPARISON: Readonly<Record<ComparisonOperator, (a: number, b: number) => boolean>> = {
  "=": (a, b) => a === b,
  "!=": (a, b) => a !== b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

/** Whether an operator is one of `+ - * / ^`. */
export function isArithmetic(operator: string): operator is ArithmeticOperator {
  return Object.hasOwn(ARITHMETIC, operator);
}

/** Whether an operator compares. */
export function isComparison(operator: string): operator is ComparisonOperator {
  return Object.hasOwn(COMPARISON, operator);
}

/** A numeric operation on results: errors first, then absences, then the arithmetic. */
export function onNumbers(operation: (a: number, b: number) => Result): (a: Result, b: Result) => Result {
  return (a, b) => {
    if (typeof a === "number" && typeof b === "number") return operation(a, b);
    return firstFailure([a, b]) ?? TYPE_MISMATCH;
  };
}

/** The operation of an arithmetic operator. */
export function arithmetic(operator: ArithmeticOperator): (a: Result, b: Result) => Result {
  return onNumbers(ARITHMETIC[operator]);
}

/** The operation of a comparison; equality also compares truth values with truth values. */
export function comparison(operator: ComparisonOperator): (a: Result, b: Result) => Result {
  const numeric = onNumbers(COMPARISON[operator]);
  if (operator !== "=" && operator !== "!=") return numeric;
  return (a, b) => {
    if (typeof a === "boolean" && typeof b === "boolean") return (a === b) === (operator === "=");
    return numeric(a, b);
  };
}

/** The operation of a logical operator; both sides are needed, so that a missing operand is never hidden. */
export function logical(operator: "and" | "or"): (a: Result, b: Result) => Result {
  return (a, b) => {
    if (typeof a === "boolean" && typeof b === "boolean") return operator === "and" ? a && b : a || b;
    return firstFailure([a, b]) ?? TYPE_MISMATCH;
  };
}

/** Rounds halves away from zero at a decimal place, by the decimal text of the number: 1.005 → 1.01. */
export function roundHalfAway(value: number, digits: number): number {
  const [mantissa = "0", exponent = "0"] = Math.abs(value).toExponential().split("e");
  const shifted = Math.round(Number(`${mantissa}e${Number(exponent) + digits}`));
  // Neighbouring numbers of this size lie farther apart than the place asked for: there is nothing to round.
  if (shifted > Number.MAX_SAFE_INTEGER) return value;
  const [rounded = "0", power10 = "0"] = shifted.toExponential().split("e");
  return Math.sign(value) * Number(`${rounded}e${Number(power10) - digits}`);
}

/** Functions of one number. */
export const NUMBER_FUNCTIONS = {
  abs: (x: number): Result => Math.abs(x),
  sqrt: (x: number): Result => (x < 0 ? ROOT_OF_NEGATIVE : Math.sqrt(x)),
  ln: (x: number): Result => (x <= 0 ? LOG_OF_NON_POSITIVE : Math.log(x)),
  exp: (x: number): Result => finite(Math.exp(x)),
} as const;
