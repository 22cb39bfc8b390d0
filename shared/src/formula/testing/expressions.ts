import fc from "fast-check";
import type { AreaSelector, BinaryOperator, Expression } from "../ast.ts";
import { FUNCTION_NAMES, FUNCTION_TABLE } from "../function-table.ts";
import { BINARY_OPERATORS } from "../operator-table.ts";
import { parseFormula } from "../parse-formula.ts";

const SPAN = { start: 0, end: 0, line: 1, column: 1 };

/** A tree without places. */
export function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "span")
      .map(([key, inner]) => [key, bare(inner)]),
  );
}

/** The tree of a formula without places, or what is wrong with it. */
export function treeOf(formula: string): unknown {
  const parsed = parseFormula(formula);
  return parsed.ok ? bare(parsed.ast) : parsed.problems;
}

const area: fc.Arbitrary<AreaSelector> = fc.oneof(
  fc.constant({ kind: "own" } as const),
  fc.constant({ kind: "parent" } as const),
  fc.constantFrom("VN", "01", "vn63:24", "demo:MAU").map((code) => ({ kind: "fixed", code, span: SPAN }) as const),
);
const operators = fc.constantFrom(
  ...Object.keys(BINARY_OPERATORS).filter((o): o is BinaryOperator => o in BINARY_OPERATORS),
);

/** Any tree that the language can say, whether its types fit or not. */
export const { expression: anyExpression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc
      .double({ min: 0, noNaN: true, noDefaultInfinity: true })
      .map((value): Expression => ({ kind: "number", value, span: SPAN })),
    fc.boolean().map((value): Expression => ({ kind: "boolean", value, span: SPAN })),
    fc
      .record({
        indicator: fc.constantFrom("a.b", "pop.total", "epi.new_7d"),
        codes: fc.uniqueArray(fc.constantFrom("x", "ownership", "cpiItem"), { maxLength: 2 }),
        code: fc.constantFrom("_T", "FDI", "01", "ha-noi", "a b"),
        area,
        scenario: fc.constantFrom("actual", "plan", "target", "forecast", "baseline"),
      })
      .map(({ indicator, codes, code, area: at, scenario }): Expression => {
        const selection = codes.map((dimension) => ({ dimension, code, span: SPAN }));
        return { kind: "reference", indicator, selection, area: at, scenario, span: SPAN };
      }),
    fc
      .record({ operator: fc.constantFrom("-", "+", "not"), operand: tie("expression") })
      .map(({ operator, operand }): Expression => ({ kind: "unary", operator, operand, span: SPAN })),
    fc
      .record({ operator: operators, left: tie("expression"), right: tie("expression") })
      .map(({ operator, left, right }): Expression => ({ kind: "binary", operator, left, right, span: SPAN })),
    fc
      .record({
        name: fc.constantFrom(...FUNCTION_NAMES),
        args: fc.array(tie("expression"), { minLength: 4, maxLength: 4 }),
      })
      .map(({ name, args }): Expression => {
        const row = FUNCTION_TABLE[name];
        const over = row.over ? { name: "area", span: SPAN } : null;
        return { kind: "call", function: name, arguments: args.slice(0, row.parameters.length), over, span: SPAN };
      }),
  ),
}));
