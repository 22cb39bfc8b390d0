import { argumentType } from "../formula/argument-type.ts";
import type { CallExpression, Expression, Reference } from "../formula/ast.ts";
import { literalNumber } from "../formula/compile-formula.ts";
import { notChecked } from "../formula/compile-reference.ts";
import { isTimeFunction, type TimeFunction } from "../formula/compile-time.ts";
import type { FormulaDefinition, FormulaDefinitions } from "../formula/formula-definition.ts";
import { type Nesting, nestingOf } from "../formula/period-arithmetic.ts";
import { referencesIn } from "../formula/references-in.ts";
import type { PeriodType } from "../period/index.ts";
import {
  coarserStep,
  endOfLastYearStep,
  finerStep,
  type PeriodStep,
  previousInYearStep,
  rollingStep,
  shiftStep,
  staticStep,
  yearAgoStep,
  yearToDateStep,
} from "./period-step.ts";

/** Where the area of an operand lies seen from the result: below it (`sum … over area`) or beside it (`rank`). */
export type AreaSpread = "children" | "siblings";

/** One reference of a formula and every way from the result's periods to the periods it is read at. */
export interface OperandPath {
  readonly reference: Reference;
  readonly operand: FormulaDefinition;
  readonly spreads: readonly AreaSpread[];
  /** Dimensions summed over around the reference. */
  readonly over: readonly string[];
  readonly paths: readonly (readonly PeriodStep[])[];
}

interface Context {
  readonly definitions: FormulaDefinitions;
  readonly at: PeriodType;
  readonly spreads: readonly AreaSpread[];
  readonly over: readonly string[];
  readonly paths: readonly (readonly PeriodStep[])[];
}

/** The operands of a checked formula with their paths, in the order written. Throws `formula-not-checked`. */
export function operandPaths(input: {
  ast: Expression;
  periodType: PeriodType;
  definitions: FormulaDefinitions;
}): OperandPath[] {
  const { ast, periodType, definitions } = input;
  return walk(ast, { definitions, at: periodType, spreads: [], over: [], paths: [[]] });
}

function walk(expression: Expression, context: Context): OperandPath[] {
  switch (expression.kind) {
    case "number":
    case "boolean":
      return [];
    case "unary":
      return walk(expression.operand, context);
    case "binary":
      return [...walk(expression.left, context), ...walk(expression.right, context)];
    case "reference": {
      const operand = context.definitions.get(expression.indicator);
      if (operand === undefined) throw notChecked(expression.indicator, "indicator-unknown");
      const conversion = CONVERSIONS[nestingOf(operand.periodType, context.at)](context.at, operand);
      const { spreads, over } = context;
      return [{ reference: expression, operand, spreads, over, paths: extend(context.paths, [conversion]) }];
    }
    case "call":
      return expression.arguments.flatMap((argument) => walk(argument, inside(expression, context)));
  }
}

function inside(call: CallExpression, context: Context): Context {
  if (isTimeFunction(call.function)) return shifted(call, call.function, context);
  if (call.function === "rank") return { ...context, spreads: [...context.spreads, "siblings"] };
  if (call.over === null) return context;
  if (call.over.name === "area") return { ...context, spreads: [...context.spreads, "children"] };
  return { ...context, over: [...context.over, call.over.name] };
}

function shifted(call: CallExpression, name: TimeFunction, context: Context): Context {
  const [argument, count] = call.arguments;
  if (argument === undefined) throw notChecked(call.function, "argument-count");
  const { definitions } = context;
  const at = argumentType(argument, context.at, definitions);
  const converted = at === context.at ? context.paths : extend(context.paths, [[coarserStep(context.at, at)]]);
  const sinceStart = referencesIn(argument).some(
    ({ indicator }) => definitions.get(indicator)?.accumulation === "cumulative",
  );
  const ways = TIME_PATHS[name]({ at, count: literalNumber(count) ?? 0, sinceStart });
  return { ...context, at, paths: extend(converted, ways) };
}

function extend(paths: readonly (readonly PeriodStep[])[], ways: readonly (readonly PeriodStep[])[]): PeriodStep[][] {
  return paths.flatMap((path) => ways.map((way) => [...path, ...way]));
}

const CONVERSIONS: Readonly<Record<Nesting, (at: PeriodType, operand: FormulaDefinition) => PeriodStep[]>> = {
  same: (at) => (at === "static" ? [staticStep(at)] : []),
  static: (at) => [staticStep(at)],
  coarser: (at, operand) => [coarserStep(at, operand.periodType)],
  finer: (at, operand) => [finerStep(at, operand.periodType, operand.aggregation.time === "last")],
  none: (_at, operand) => {
    throw notChecked(operand.code, "period-not-nested");
  },
};

interface TimeCall {
  readonly at: PeriodType;
  readonly count: number;
  readonly sinceStart: boolean;
}

const HERE: readonly PeriodStep[] = [];

const TIME_PATHS: Readonly<Record<TimeFunction, (call: TimeCall) => readonly (readonly PeriodStep[])[]>> = {
  previous: () => [[shiftStep(1)]],
  lag: ({ count }) => [[shiftStep(count)]],
  yearAgo: ({ at }) => [[yearAgoStep(at)]],
  yoy: ({ at }) => [HERE, [yearAgoStep(at)]],
  pop: () => [HERE, [shiftStep(1)]],
  ytd: ({ at }) => [[yearToDateStep(at)]],
  ytdMean: ({ at }) => [[yearToDateStep(at)]],
  endOfLastYear: ({ at }) => [[endOfLastYearStep(at)]],
  rollingSum: ({ count }) => [[rollingStep(count)]],
  rollingMean: ({ count }) => [[rollingStep(count)]],
  inPeriod: ({ at, sinceStart }) => [HERE, [sinceStart ? shiftStep(1) : previousInYearStep(at)]],
};
