import { commonQuantity, growthOf, PERCENT, PLACE, PURE, raiseQuantity, STATE } from "../unit/index.ts";
import type { CallExpression, Expression } from "./ast.ts";
import { literalNumber } from "./compile-formula.ts";
import {
  BOOLEAN,
  type ExpressionType,
  numberType,
  type TypedExpression,
  UNKNOWN,
  type UnitContext,
} from "./expression-type.ts";
import type { FunctionParameter, FunctionUnitRule } from "./function-row.ts";
import { FUNCTION_TABLE } from "./function-table.ts";

/** Type and unit of a call by the row of its function. */
export function inferCall(
  call: CallExpression,
  args: readonly TypedExpression[],
  checker: UnitContext,
): ExpressionType {
  const row = FUNCTION_TABLE[call.function];
  const operands: TypedExpression[] = [];
  let good = true;
  for (const [index, argument] of args.entries()) {
    const parameter = row.parameters[index] ?? row.parameters.at(-1);
    if (parameter === undefined) continue;
    good = fitsParameter(parameter, argument, checker) && good;
    if (parameter.kind === "number" || parameter.kind === "any") operands.push(argument);
  }
  return good ? RULES[row.unit](call, operands, checker) : UNKNOWN;
}

/** Most periods a lag or a window may span. */
const MOST_PERIODS = 10_000;

function fitsParameter(parameter: FunctionParameter, argument: TypedExpression, checker: UnitContext): boolean {
  const { expression } = argument;
  switch (parameter.kind) {
    case "number":
    case "boolean":
      return checker.require(parameter.kind, argument);
    case "any":
      return argument.type.kind !== "unknown";
    case "periods":
      return (
        isWhole(expression, 1, MOST_PERIODS) ||
        refuseLiteral(
          expression,
          checker,
          `Ở đây cần số nguyên dương viết trực tiếp, ví dụ 3.`,
          `A positive whole number must be written here, such as 3.`,
        )
      );
    case "digits":
      return (
        isWhole(expression, -15, 15) ||
        refuseLiteral(
          expression,
          checker,
          `Ở đây cần số nguyên từ −15 đến 15 viết trực tiếp.`,
          `A whole number from −15 to 15 must be written here.`,
        )
      );
  }
}

function isWhole(expression: Expression, least: number, most: number): boolean {
  const value = literalNumber(expression);
  return value !== undefined && Number.isInteger(value) && value >= least && value <= most;
}

function refuseLiteral(expression: Expression, checker: UnitContext, vi: string, en: string): false {
  checker.report("literal-required", expression.span, vi, en);
  return false;
}

type Rule = (call: CallExpression, operands: readonly TypedExpression[], checker: UnitContext) => ExpressionType;

const RULES: Readonly<Record<FunctionUnitRule, Rule>> = {
  "same-as-first": (_call, [first]) => (first?.type.kind === "literal" ? numberType(PURE) : (first?.type ?? UNKNOWN)),
  common: (_call, operands, checker) => checker.common(operands),
  branches: (_call, operands, checker) => branches(operands, checker),
  "percent-change": (call, [first], checker) =>
    first?.type.kind === "quantity" ? checker.settle(growthOf(first.type.quantity), call.span) : UNKNOWN,
  share: (_call, operands, checker) => (checker.common(operands).kind === "unknown" ? UNKNOWN : numberType(PERCENT)),
  position: () => numberType(PLACE),
  state: (_call, operands, checker) => (checker.common(operands).kind === "unknown" ? UNKNOWN : numberType(STATE)),
  "square-root": (call, [first], checker) =>
    first?.type.kind === "quantity"
      ? checker.settle(raiseQuantity(first.type.quantity, 0.5), call.span)
      : numberType(PURE),
  "pure-number": (call, [first], checker) =>
    first?.type.kind === "quantity"
      ? checker.settle(commonQuantity(first.type.quantity, PURE), call.span)
      : numberType(PURE),
  boolean: () => BOOLEAN,
};

/** All branches are truth values, or all are numbers of one unit. */
function branches(operands: readonly TypedExpression[], checker: UnitContext): ExpressionType {
  const [first] = operands;
  if (first === undefined) return UNKNOWN;
  const kind = first.type.kind === "boolean" ? "boolean" : "number";
  const alike = operands.every((operand) => checker.require(kind, operand));
  if (!alike) return UNKNOWN;
  return kind === "boolean" ? BOOLEAN : checker.common(operands);
}
