import { endOfYearBefore, lastSlots, positionOf, type Slot, sinceJanuary, yearBefore } from "./calendar.ts";
import type { Node } from "./parse.ts";

/** A failure as a value: nothing there, or an error with its code. */
export interface Failure {
  readonly failure: "missing" | "error";
  readonly code: string;
}
export type Outcome = number | boolean | Failure;

/** Where an operand is read; `slot` is a period of the result's type. */
export type ReadOperand = (node: Extract<Node, { kind: "read" }>, slot: Slot) => Outcome;

export const isFailure = (outcome: Outcome): outcome is Failure => typeof outcome === "object";
export const missing = (code: string): Failure => ({ failure: "missing", code });
export const error = (code: string): Failure => ({ failure: "error", code });

type Evaluate = (node: Node, slot: Slot) => Outcome;
type NumberRule = (...values: number[]) => Outcome;
type Form = (args: readonly Node[], slot: Slot, evaluate: Evaluate) => Outcome;

/** The value of an expression at a period; every operand comes from `read`. */
export function evaluate(node: Node, slot: Slot, read: ReadOperand): Outcome {
  const step: Evaluate = (inner, at) => {
    switch (inner.kind) {
      case "literal":
        return inner.value;
      case "read":
        return read(inner, at);
      case "unary":
        return unary(inner.operator, step(inner.operand, at));
      case "binary":
        return binary(inner.operator, step(inner.left, at), step(inner.right, at));
      case "call":
        return callOf(inner.name)(inner.args, at, step);
    }
  };
  return step(node, slot);
}

function unary(operator: string, outcome: Outcome): Outcome {
  if (operator === "not") return typeof outcome === "boolean" ? !outcome : failed([outcome]);
  return numbers([outcome], (value) => (operator === "-" ? -value : value));
}

const ARITHMETIC: Readonly<Record<string, (a: number, b: number) => Outcome>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => (b === 0 ? error("division-by-zero") : a / b),
  "^": (a, b) => a ** b,
  "=": (a, b) => a === b,
  "==": (a, b) => a === b,
  "!=": (a, b) => a !== b,
  "<>": (a, b) => a !== b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

function binary(operator: string, left: Outcome, right: Outcome): Outcome {
  if (operator === "and" || operator === "or") {
    if (typeof left !== "boolean" || typeof right !== "boolean") return failed([left, right]);
    return operator === "and" ? left && right : left || right;
  }
  return numbers([left, right], (a = Number.NaN, b = Number.NaN) => ARITHMETIC[operator]?.(a, b) ?? error("operator"));
}

/** Applies a rule to numbers; an error among them wins over an absence, and both over the rule. */
function numbers(outcomes: readonly Outcome[], rule: NumberRule): Outcome {
  const values = outcomes.filter((outcome) => typeof outcome === "number");
  if (values.length < outcomes.length) return failed(outcomes);
  const result = rule(...values);
  return typeof result === "number" && !Number.isFinite(result) ? error("not-finite") : result;
}

function failed(outcomes: readonly Outcome[]): Failure {
  const failures = outcomes.filter(isFailure);
  return failures.find((it) => it.failure === "error") ?? failures[0] ?? error("type-mismatch");
}

const growth: NumberRule = (now = Number.NaN, base = Number.NaN) =>
  base <= 0 ? error("base-not-positive") : (now / base - 1) * 100;
const total: NumberRule = (...values) => values.reduce((sum, value) => sum + value, 0);
const mean: NumberRule = (...values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const positive =
  (code: string, rule: (value: number) => number): NumberRule =>
  (value = Number.NaN) =>
    value < 0 || (code === "log-of-non-positive" && value === 0) ? error(code) : rule(value);

/** A function of plain numbers. */
const plain =
  (rule: NumberRule): Form =>
  (args, slot, step) =>
    numbers(
      args.map((arg) => step(arg, slot)),
      rule,
    );

/** A function of one argument read at several periods; `count` is its second argument. */
const over =
  (slots: (slot: Slot, count: number) => readonly Slot[], rule: NumberRule): Form =>
  ([x, n], slot, step) => {
    const count = n === undefined ? 1 : step(n, slot);
    if (x === undefined || typeof count !== "number") return error("type-mismatch");
    return numbers(
      slots(slot, count).map((at) => step(x, at)),
      rule,
    );
  };

const back = ({ type, at }: Slot, count = 1): Slot => ({ type, at: at - count });
const first: NumberRule = (value = Number.NaN) => value;

const FORMS: Readonly<Record<string, Form>> = {
  previous: over((slot) => [back(slot)], first),
  lag: over((slot, count) => [back(slot, count)], first),
  yearAgo: over((slot) => [yearBefore(slot)], first),
  endOfLastYear: over((slot) => [endOfYearBefore(slot)], first),
  yoy: over((slot) => [slot, yearBefore(slot)], growth),
  pop: over((slot) => [slot, back(slot)], growth),
  ytd: over(sinceJanuary, total),
  ytdMean: over(sinceJanuary, mean),
  rollingSum: over(lastSlots, total),
  rollingMean: over(lastSlots, mean),
  inPeriod: over(
    (slot) => (positionOf(slot) === 0 ? [slot] : [slot, back(slot)]),
    (now = Number.NaN, before = 0) => now - before,
  ),
  min: plain(Math.min),
  max: plain(Math.max),
  abs: plain(Math.abs),
  round: plain(
    (value = Number.NaN, digits = 0) =>
      Math.sign(value) * Number(`${Math.round(Number(`${Math.abs(value)}e${digits}`))}e${-digits}`),
  ),
  sqrt: plain(positive("root-of-negative", Math.sqrt)),
  ln: plain(positive("log-of-non-positive", Math.log)),
  exp: plain(Math.exp),
  share: plain((part = Number.NaN, whole = Number.NaN) =>
    whole === 0 ? error("division-by-zero") : (part / whole) * 100,
  ),
  step: plain((value = Number.NaN, ...limits) => limits.filter((limit) => value >= limit).length),
  if: ([condition, then, otherwise], slot, step) => {
    if (!condition || !then || !otherwise) return error("type-mismatch");
    const chosen = step(condition, slot);
    return typeof chosen === "boolean" ? step(chosen ? then : otherwise, slot) : failed([chosen]);
  },
  coalesce: (args, slot, step) => {
    const outcomes = args.map((arg) => step(arg, slot));
    return outcomes.find((it) => !isFailure(it) || it.failure === "error") ?? failed(outcomes);
  },
  isMissing: ([x], slot, step) => {
    if (x === undefined) return error("type-mismatch");
    const outcome = step(x, slot);
    if (isFailure(outcome) && outcome.failure === "error") return outcome;
    return isFailure(outcome);
  },
};

function callOf(name: string): Form {
  const form = FORMS[name];
  if (form === undefined) throw new Error(`The independent evaluator knows no function ${name}`);
  return form;
}
