import type { CallExpression, Expression } from "../formula/ast.ts";
import type { FormulaDefinitions } from "../formula/formula-definition.ts";

/**
 * Whether a formula is a sum of sums: added and subtracted operands that add up over areas, times plain numbers. Then
 * the formula of the totals is the total of the formula.
 */
export function isAdditiveFormula(expression: Expression, definitions: FormulaDefinitions): boolean {
  switch (expression.kind) {
    case "number":
    case "boolean":
      return false;
    case "reference":
      return expression.area.kind === "own" && definitions.get(expression.indicator)?.aggregation.area === "sum";
    case "unary":
      return expression.operator !== "not" && isAdditiveFormula(expression.operand, definitions);
    case "binary": {
      const { operator, left, right } = expression;
      if (operator === "+" || operator === "-") {
        return isAdditiveFormula(left, definitions) && isAdditiveFormula(right, definitions);
      }
      if (operator === "/") return right.kind === "number" && isAdditiveFormula(left, definitions);
      if (operator !== "*") return false;
      const [number, rest] = left.kind === "number" ? [left, right] : [right, left];
      return number.kind === "number" && isAdditiveFormula(rest, definitions);
    }
    case "call":
      return isAdditiveCall(expression, definitions);
  }
}

const KEEPS_SUMS: ReadonlySet<string> = new Set([
  "previous",
  "lag",
  "yearAgo",
  "ytd",
  "ytdMean",
  "endOfLastYear",
  "rollingSum",
  "rollingMean",
  "inPeriod",
]);

function isAdditiveCall(call: CallExpression, definitions: FormulaDefinitions): boolean {
  const [argument] = call.arguments;
  if (argument === undefined) return false;
  const overDimension = call.function === "sum" && call.over !== null && call.over.name !== "area";
  return (KEEPS_SUMS.has(call.function) || overDimension) && isAdditiveFormula(argument, definitions);
}
