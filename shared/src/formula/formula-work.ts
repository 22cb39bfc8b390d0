import type { Expression } from "./ast.ts";
import { literalNumber } from "./compile-formula.ts";
import { FUNCTION_TABLE, type FunctionName } from "./function-table.ts";

/** Areas or codes that one place is made of at most, for the estimate. */
const PARTS = 100;
/** Periods of a year so far at most: days. */
const YEAR = 366;
/** They read their argument at two periods: inside each other they double. */
const TWICE: ReadonlySet<FunctionName> = new Set(["yoy", "pop", "inPeriod"]);

/**
 * How many readings a formula makes in one cell, roughly and from above: windows and sums inside each other multiply. A
 * formula that is only tried is not evaluated beyond a bound.
 */
export function formulaWork(expression: Expression): number {
  switch (expression.kind) {
    case "number":
    case "boolean":
      return 0;
    case "reference":
      return 1;
    case "unary":
      return formulaWork(expression.operand);
    case "binary":
      return formulaWork(expression.left) + formulaWork(expression.right);
    case "call": {
      const inner = expression.arguments.reduce((sum, argument) => sum + formulaWork(argument), 0);
      return inner * readingsOf(expression);
    }
  }
}

function readingsOf({ function: name, arguments: given, over }: Extract<Expression, { kind: "call" }>): number {
  if (over !== null || name === "rank") return PARTS;
  if (name === "ytd" || name === "ytdMean") return YEAR;
  if (TWICE.has(name)) return 2;
  const { parameters } = FUNCTION_TABLE[name];
  const at = name.startsWith("rolling") ? parameters.findIndex(({ kind }) => kind === "periods") : -1;
  const count = given[at];
  return count === undefined ? 1 : (literalNumber(count) ?? 1);
}
