import type { PeriodType } from "../period/index.ts";
import { argumentType } from "./argument-type.ts";
import {
  arithmetic,
  comparison,
  isArithmetic,
  isComparison,
  logical,
  NUMBER_FUNCTIONS,
  roundHalfAway,
} from "./arithmetic.ts";
import type { BinaryExpression, CallExpression, Expression, UnaryExpression } from "./ast.ts";
import { combineParts } from "./combine-parts.ts";
import { compensatedSum } from "./compensated-sum.ts";
import { compileReference, notChecked, type ReferenceSite, readsOwnPlace } from "./compile-reference.ts";
import { rankAmongAreas, sumOverAreas, sumOverDimension } from "./compile-space.ts";
import { isTimeFunction, TIME_STEPS, type TimeFunction } from "./compile-time.ts";
import type { FormulaDefinitions } from "./formula-definition.ts";
import type { Frame, Step } from "./frame.ts";
import { containing } from "./period-arithmetic.ts";
import { printFormula } from "./print-formula.ts";
import { referencesIn } from "./references-in.ts";
import { DIVISION_BY_ZERO, finite, firstFailure, type Result, TYPE_MISMATCH } from "./result.ts";

/** A formula made ready to run for cells of one period type. */
export interface CompiledFormula {
  readonly ast: Expression;
  readonly periodType: PeriodType;
  readonly sites: readonly ReferenceSite[];
  /** Whether some operand is read at the cell's own place and period. */
  readonly readsOwn: boolean;
  readonly step: Step;
}

/**
 * Compiles a checked formula to closures over period ordinals. Throws `formula-not-checked` where
 * `checkFormula` would have refused it.
 */
export function compileFormula(input: {
  ast: Expression;
  periodType: PeriodType;
  definitions: FormulaDefinitions;
}): CompiledFormula {
  const { ast, periodType, definitions } = input;
  const sites: ReferenceSite[] = [];
  const step = compile(ast, { at: periodType, resultType: periodType, definitions, sites, around: null });
  const readsOwn = sites.some(readsOwnPlace);
  return { ast, periodType, sites, readsOwn, step };
}

interface Context {
  /** Type of the periods the step will be asked for. */
  readonly at: PeriodType;
  readonly resultType: PeriodType;
  readonly definitions: FormulaDefinitions;
  readonly sites: ReferenceSite[];
  /** The call directly around, when it shifts or spreads its argument. */
  readonly around: Expression | null;
}

function compile(expression: Expression, context: Context): Step {
  switch (expression.kind) {
    case "number":
    case "boolean": {
      const { value } = expression;
      return () => value;
    }
    case "reference": {
      const operand = context.definitions.get(expression.indicator);
      if (operand === undefined) throw notChecked(expression.indicator, "indicator-unknown");
      const ref = printFormula(context.around ?? expression);
      const site = { index: context.sites.length, reference: expression, operand, ref, resultType: context.resultType };
      context.sites.push(site);
      return compileReference(site, context.at);
    }
    case "unary":
      return compileUnary(expression, { ...context, around: null });
    case "binary":
      return compileBinary(expression, { ...context, around: null });
    case "call":
      return compileCall(expression, context);
  }
}

function compileUnary({ operator, operand }: UnaryExpression, context: Context): Step {
  const inner = compile(operand, context);
  if (operator === "not") {
    return (frame, ordinal) => {
      const result = inner(frame, ordinal);
      return typeof result === "boolean" ? !result : typeof result === "object" ? result : TYPE_MISMATCH;
    };
  }
  const sign = operator === "-" ? -1 : 1;
  return (frame, ordinal) => {
    const result = inner(frame, ordinal);
    return typeof result === "number" ? sign * result : typeof result === "object" ? result : TYPE_MISMATCH;
  };
}

function compileBinary(expression: BinaryExpression, context: Context): Step {
  const terms = additiveTerms(expression);
  if (terms.length > 2) return compileSum(terms, context);
  const { operator } = expression;
  const left = compile(expression.left, context);
  const right = compile(expression.right, context);
  const operation = isArithmetic(operator)
    ? arithmetic(operator)
    : isComparison(operator)
      ? comparison(operator)
      : logical(operator);
  return (frame, ordinal) => operation(left(frame, ordinal), right(frame, ordinal));
}

interface Term {
  readonly sign: 1 | -1;
  readonly expression: Expression;
}

/** The terms of a chain such as a + b − c, in order. */
function additiveTerms(expression: Expression): Term[] {
  const terms: Term[] = [];
  let rest = expression;
  while (rest.kind === "binary" && (rest.operator === "+" || rest.operator === "-")) {
    terms.push({ sign: rest.operator === "+" ? 1 : -1, expression: rest.right });
    rest = rest.left;
  }
  terms.push({ sign: 1, expression: rest });
  return terms.reverse();
}

function compileSum(terms: readonly Term[], context: Context): Step {
  const steps = terms.map(({ sign, expression }) => ({ sign, step: compile(expression, context) }));
  return (frame, ordinal) => {
    const results = steps.map(({ step }) => step(frame, ordinal));
    const failure = firstFailure(results);
    if (failure !== null) return failure;
    const numbers: number[] = [];
    for (const [index, result] of results.entries()) {
      if (typeof result !== "number") return TYPE_MISMATCH;
      numbers.push((steps[index]?.sign ?? 1) * result);
    }
    return finite(compensatedSum(numbers));
  };
}

function compileCall(call: CallExpression, context: Context): Step {
  const name = call.function;
  if (isTimeFunction(name)) return compileTime(call, name, context);
  if (name === "sum" || name === "rank") return compileSpread(call, name, context);
  const inner = { ...context, around: null };
  const steps = call.arguments.map((argument) => compile(argument, inner));
  return CALLS[name](steps, call);
}

function compileTime(call: CallExpression, name: TimeFunction, context: Context): Step {
  const argument = argumentOf(call);
  const at = argumentType(argument, context.at, context.definitions);
  const x = compile(argument, { ...context, at, around: context.around ?? call });
  const count = call.arguments[1];
  const sinceStart = referencesIn(argument).some(
    ({ indicator }) => context.definitions.get(indicator)?.accumulation === "cumulative",
  );
  const step = TIME_STEPS[name]({ x, at, count: count?.kind === "number" ? count.value : 0, sinceStart });
  if (at === context.at) return step;
  return (frame, ordinal) => step(frame, containing(context.at, ordinal, at));
}

function compileSpread(call: CallExpression, name: "sum" | "rank", context: Context): Step {
  const argument = argumentOf(call);
  const x = compile(argument, { ...context, around: context.around ?? call });
  const indicator = referencesIn(argument)[0]?.indicator ?? "";
  const operand = context.definitions.get(indicator);
  if (operand === undefined) throw notChecked(indicator, "time-argument");
  if (name === "rank") return rankAmongAreas(x, context.at, operand.direction);
  if (call.over === null) throw notChecked(name, "over-missing");
  return call.over.name === "area" ? sumOverAreas(x, context.at) : sumOverDimension(x, call.over.name, operand.code);
}

function argumentOf(call: CallExpression): Expression {
  const [argument] = call.arguments;
  if (argument === undefined) throw notChecked(call.function, "argument-count");
  return argument;
}

type PlainFunction = Exclude<CallExpression["function"], TimeFunction | "sum" | "rank">;
type CallCompiler = (steps: readonly Step[], call: CallExpression) => Step;

const onOne =
  (operation: (x: number) => Result): CallCompiler =>
  ([x]) =>
  (frame, ordinal) => {
    const result = x?.(frame, ordinal) ?? TYPE_MISMATCH;
    return typeof result === "number" ? operation(result) : typeof result === "object" ? result : TYPE_MISMATCH;
  };

const all = (steps: readonly Step[], frame: Frame, ordinal: number): Result[] =>
  steps.map((step) => step(frame, ordinal));

const extreme =
  (rule: "min" | "max"): CallCompiler =>
  (steps) =>
  (frame, ordinal) => {
    const results = all(steps, frame, ordinal);
    return firstFailure(results) ?? combineParts(results, rule);
  };

const CALLS: Readonly<Record<PlainFunction, CallCompiler>> = {
  abs: onOne(NUMBER_FUNCTIONS.abs),
  sqrt: onOne(NUMBER_FUNCTIONS.sqrt),
  ln: onOne(NUMBER_FUNCTIONS.ln),
  exp: onOne(NUMBER_FUNCTIONS.exp),
  min: extreme("min"),
  max: extreme("max"),
  round: (steps, call) => {
    const digits = literalNumber(call.arguments[1]) ?? 0;
    return onOne((x) => finite(roundHalfAway(x, digits)))(steps, call);
  },
  if:
    ([condition, whenTrue, whenFalse]) =>
    (frame, ordinal) => {
      const result = condition?.(frame, ordinal) ?? TYPE_MISMATCH;
      if (typeof result !== "boolean") return typeof result === "object" ? result : TYPE_MISMATCH;
      return (result ? whenTrue : whenFalse)?.(frame, ordinal) ?? TYPE_MISMATCH;
    },
  coalesce: (steps) => (frame, ordinal) => {
    let first: Result | null = null;
    for (const step of steps) {
      const result = step(frame, ordinal);
      if (typeof result !== "object" || result.kind === "error") return result;
      first ??= result;
    }
    return first ?? TYPE_MISMATCH;
  },
  isMissing:
    ([x]) =>
    (frame, ordinal) => {
      const result = x?.(frame, ordinal) ?? TYPE_MISMATCH;
      return typeof result === "object" && result.kind === "error" ? result : typeof result === "object";
    },
  step: (steps) => (frame, ordinal) => {
    const results = all(steps, frame, ordinal);
    const failure = firstFailure(results);
    if (failure !== null) return failure;
    const [value, ...thresholds] = results;
    if (typeof value !== "number") return TYPE_MISMATCH;
    return thresholds.filter((threshold) => typeof threshold === "number" && value >= threshold).length;
  },
  share:
    ([x, of]) =>
    (frame, ordinal) => {
      const part = x?.(frame, ordinal) ?? TYPE_MISMATCH;
      const whole = of?.(frame, ordinal) ?? TYPE_MISMATCH;
      if (typeof part !== "number" || typeof whole !== "number") return firstFailure([part, whole]) ?? TYPE_MISMATCH;
      return whole === 0 ? DIVISION_BY_ZERO : finite((part / whole) * 100);
    },
};

/** The number a literal argument stands for, with its sign; undefined where it is no literal. */
export function literalNumber(expression: Expression | undefined): number | undefined {
  if (expression?.kind === "number") return expression.value;
  if (expression?.kind !== "unary" || expression.operand.kind !== "number") return undefined;
  return expression.operator === "-" ? -expression.operand.value : expression.operand.value;
}
