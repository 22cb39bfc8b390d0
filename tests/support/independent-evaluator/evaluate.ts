import {
  endOfYearBefore,
  isLonger,
  lastSlots,
  positionOf,
  type Slot,
  sinceJanuary,
  slotAround,
  yearBefore,
} from "./calendar.ts";
import type { Node } from "./parse.ts";

/** A failure as a value: nothing there, or an error with its code. */
export interface Failure {
  readonly failure: "missing" | "error";
  readonly code: string;
}
export type Outcome = number | boolean | Failure;
type Reading = Extract<Node, { kind: "read" }>;

/** What an evaluation stands on: operands, and the shape of the country. */
export interface Surroundings {
  /** The operand at a slot; `area` is the one the formula is at, in a sum over areas the part. */
  readonly read: (node: Reading, slot: Slot, area: string) => Outcome;
  /** Period type of an indicator; null where the slot's own is meant. */
  readonly typeOf?: (indicator: string) => string | null;
  /** Whether a series runs since the start of a project; its first period of a year is no beginning. */
  readonly runsOn?: (indicator: string) => boolean;
  /** Areas directly below at a slot. */
  readonly childrenOf?: (area: string, slot: Slot) => readonly string[];
  readonly parentOf?: (area: string) => string | null;
  /** Whether the smaller of two values ranks first. */
  readonly isLowerBetter?: (indicator: string) => boolean;
}

export const isFailure = (outcome: Outcome): outcome is Failure => typeof outcome === "object";
export const missing = (code: string): Failure => ({ failure: "missing", code });
export const error = (code: string): Failure => ({ failure: "error", code });

interface Place {
  readonly slot: Slot;
  readonly area: string;
}
type Evaluate = (node: Node, place: Place) => Outcome;
type NumberRule = (...values: number[]) => Outcome;
type Call = Extract<Node, { kind: "call" }>;
interface Context {
  readonly call: Call;
  readonly place: Place;
  readonly step: Evaluate;
  readonly around: Surroundings;
}
type Form = (context: Context) => Outcome;

/** The value of an expression at a period and area. */
export function evaluate(node: Node, slot: Slot, around: Surroundings, area = ""): Outcome {
  const step: Evaluate = (inner, place) => {
    switch (inner.kind) {
      case "literal":
        return inner.value;
      case "read":
        return around.read(inner, place.slot, place.area);
      case "unary":
        return unary(inner.operator, step(inner.operand, place));
      case "binary":
        return binary(inner, place, step);
      case "call":
        return callOf(inner.name)({ call: inner, place, step, around });
    }
  };
  return step(node, { slot, area });
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
  "^": (a, b) => {
    if (a === 0 && b < 0) return error("division-by-zero");
    return a < 0 && b % 1 !== 0 ? error("root-of-negative") : a ** b;
  },
  "=": (a, b) => a === b,
  "==": (a, b) => a === b,
  "!=": (a, b) => a !== b,
  "<>": (a, b) => a !== b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

function binary(node: Extract<Node, { kind: "binary" }>, place: Place, step: Evaluate): Outcome {
  const { operator } = node;
  const terms = termsOf(node);
  // A long sum must not depend on how large its terms are.
  if (terms.length > 2) {
    const outcomes = terms.map(({ sign, term }) => numbers([step(term, place)], (value) => sign * value));
    return numbers(outcomes, (...values) => carefulSum(values));
  }
  const [left, right] = [step(node.left, place), step(node.right, place)];
  if (operator === "and" || operator === "or") {
    if (typeof left !== "boolean" || typeof right !== "boolean") return failed([left, right]);
    return operator === "and" ? left && right : left || right;
  }
  return numbers([left, right], (a = Number.NaN, b = Number.NaN) => ARITHMETIC[operator]?.(a, b) ?? error("operator"));
}

function termsOf(node: Node): { sign: 1 | -1; term: Node }[] {
  if (node.kind !== "binary" || !(node.operator === "+" || node.operator === "-")) return [{ sign: 1, term: node }];
  return [...termsOf(node.left), { sign: node.operator === "+" ? 1 : -1, term: node.right }];
}

/** Sum that carries along what each addition loses (Neumaier's). */
export function carefulSum(values: readonly number[]): number {
  let sum = 0;
  let correction = 0;
  for (const term of values) {
    const raised = sum + term;
    const [large, small] = Math.abs(sum) >= Math.abs(term) ? [sum, term] : [term, sum];
    correction += large - raised + small;
    sum = raised;
  }
  return sum + correction;
}

/** Applies a rule to numbers; an error among them wins over an absence, and both over the rule. */
export function numbers(outcomes: readonly Outcome[], rule: NumberRule): Outcome {
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
  base <= 0 ? error("base-not-positive") : ((now - base) / base) * 100;
const total: NumberRule = (...values) => carefulSum(values);
const mean: NumberRule = (...values) => carefulSum(values) / values.length;
const positive =
  (code: string, rule: (value: number) => number): NumberRule =>
  (value = Number.NaN) =>
    value < 0 || (code === "log-of-non-positive" && value === 0) ? error(code) : rule(value);

/** A function of plain numbers. */
const plain =
  (rule: NumberRule): Form =>
  ({ call: { args }, place, step }) =>
    numbers(
      args.map((arg) => step(arg, place)),
      rule,
    );

const back = ({ type, at }: Slot, count = 1): Slot => ({ type, at: at - count });
const first: NumberRule = (value = Number.NaN) => value;

type Slots = (slot: Slot, count: number, runsOn: boolean) => readonly Slot[];

/** A function of one argument read at several periods, those of the argument where they are longer. */
const over =
  (slots: Slots, rule: NumberRule, isFirstFirst = false): Form =>
  ({ call: { args }, place, step, around }) => {
    const [x, n] = args;
    const count = n === undefined ? 1 : step(n, place);
    if (x === undefined || typeof count !== "number") return error("type-mismatch");
    const read = readingsIn(x);
    const slot = inPeriodsOf(read, place.slot, around);
    const runsOn = read.some(({ indicator }) => around.runsOn?.(indicator) === true);
    const outcomes = slots(slot, count, runsOn).map((at) => step(x, { ...place, slot: at }));
    const [now] = outcomes;
    // Where there is nothing to grow from, that is said whatever is wrong with the base.
    if (isFirstFirst && now !== undefined && isFailure(now)) return now;
    return numbers(outcomes, rule);
  };

function readingsIn(node: Node): Reading[] {
  switch (node.kind) {
    case "literal":
      return [];
    case "read":
      return [node];
    case "unary":
      return readingsIn(node.operand);
    case "binary":
      return [...readingsIn(node.left), ...readingsIn(node.right)];
    case "call":
      return node.args.flatMap(readingsIn);
  }
}

function inPeriodsOf(read: readonly Reading[], slot: Slot, { typeOf }: Surroundings): Slot {
  const types = read.flatMap(({ indicator }) => typeOf?.(indicator) ?? []).filter((type) => type !== "static");
  const shortest = types.reduce<string | null>(
    (least, type) => (least === null || isLonger(least, type) ? type : least),
    null,
  );
  return shortest !== null && isLonger(shortest, slot.type) ? slotAround(slot, shortest) : slot;
}

const FORMS: Readonly<Record<string, Form>> = {
  previous: over((slot) => [back(slot)], first),
  lag: over((slot, count) => [back(slot, count)], first),
  yearAgo: over((slot) => [yearBefore(slot)], first),
  endOfLastYear: over((slot) => [endOfYearBefore(slot)], first),
  yoy: over((slot) => [slot, yearBefore(slot)], growth, true),
  pop: over((slot) => [slot, back(slot)], growth, true),
  ytd: over(sinceJanuary, total),
  ytdMean: over(sinceJanuary, mean),
  rollingSum: over(lastSlots, total),
  rollingMean: over(lastSlots, mean),
  inPeriod: over(
    (slot, _count, runsOn) => (positionOf(slot) === 0 && !runsOn ? [slot] : [slot, back(slot)]),
    (now = Number.NaN, before = 0) => now - before,
  ),
  sum: ({ call: { args, over: what }, place, step, around }) => {
    const [x] = args;
    // No list of codes is declared to make a total.
    if (what !== "area" || x === undefined) return missing("incomplete-parts");
    const areas = around.childrenOf?.(place.area, place.slot) ?? [];
    if (areas.length === 0) return missing("not-applicable");
    return numbers(
      areas.map((area) => step(x, { ...place, area })),
      total,
    );
  },
  rank: ({ call: { args }, place, step, around }) => {
    const [x] = args;
    const own = x === undefined ? error("type-mismatch") : step(x, place);
    if (x === undefined || typeof own !== "number") return own;
    const parent = around.parentOf?.(place.area) ?? null;
    const siblings = parent === null ? [] : (around.childrenOf?.(parent, place.slot) ?? []);
    if (!siblings.includes(place.area)) return missing("not-applicable");
    const isLower = readingsIn(x).some(({ indicator }) => around.isLowerBetter?.(indicator) === true);
    const others = siblings.map((area) => step(x, { ...place, area })).filter((it) => typeof it === "number");
    return 1 + others.filter((it) => (isLower ? it < own : it > own)).length;
  },
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
  if: ({ call: { args }, place, step }) => {
    const [condition, then, otherwise] = args;
    if (!condition || !then || !otherwise) return error("type-mismatch");
    const chosen = step(condition, place);
    return typeof chosen === "boolean" ? step(chosen ? then : otherwise, place) : failed([chosen]);
  },
  coalesce: ({ call: { args }, place, step }) => {
    const outcomes = args.map((arg) => step(arg, place));
    return outcomes.find((it) => !isFailure(it) || it.failure === "error") ?? failed(outcomes);
  },
  isMissing: ({ call: { args }, place, step }) => {
    const [x] = args;
    if (x === undefined) return error("type-mismatch");
    const outcome = step(x, place);
    if (isFailure(outcome) && outcome.failure === "error") return outcome;
    return isFailure(outcome);
  },
};

function callOf(name: string): Form {
  const form = FORMS[name];
  if (form === undefined) throw new Error(`The independent evaluator knows no function ${name}`);
  return form;
}
