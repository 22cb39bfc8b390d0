import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AreaSelector, BinaryOperator, Expression } from "./ast.ts";
import { FUNCTION_NAMES, FUNCTION_TABLE } from "./function-table.ts";
import { BINARY_OPERATORS } from "./operator-table.ts";
import { parseFormula } from "./parse-formula.ts";
import { printFormula } from "./print-formula.ts";
import { evaluateAt } from "./testing/index.ts";

const SPAN = { start: 0, end: 0, line: 1, column: 1 };

/** A tree without places. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "span")
      .map(([key, inner]) => [key, bare(inner)]),
  );
}

function tree(formula: string): unknown {
  const parsed = parseFormula(formula);
  return parsed.ok ? bare(parsed.ast) : parsed.problems;
}

describe("precedence and associativity", () => {
  it.each([
    ["-3^2", -9],
    ["(-3)^2", 9],
    ["2^3^2", 512],
    ["(2^3)^2", 64],
    ["2^-1", 0.5],
    ["2^-2^2", 0.0625],
    ["10 - 4 - 3", 3],
    ["10 - (4 - 3)", 9],
    ["12 / 3 / 2", 2],
    ["12 / 3 * 2", 8],
    ["2 + 3 * 4", 14],
    ["-2 * -3", 6],
    ["- -2", 2],
    ["+2 - -2", 4],
    ["1 - 2^2 * 3", -11],
    [".2 + 2. + 2E-1", 2.4],
    ["if(1 + 1 = 2 and 3 > 2, 1, 0)", 1],
    ["if(1 == 1 and 1 <> 2, 1, 0)", 1],
    ["if(true or false and false, 1, 0)", 1],
    ["if((true or false) and false, 1, 0)", 0],
    ["if(not 1 = 2, 1, 0)", 1],
    ["if(not true or true, 1, 0)", 1],
    ["if((1 < 2) = true, 1, 0)", 1],
    ["0.1 + 0.2 + 0.3", 0.6],
    ["1e16 + 1 - 1e16", 1],
    ["round(1.005, 2)", 1.01],
    ["round(-2.5)", -3],
    ["round(1250, -2)", 1300],
    ["min(3, 1, 2) + max(3, 1, 2)", 4],
    ["abs(-4) + sqrt(9) + ln(exp(2))", 9],
  ])("%s is %d", (formula, expected) => {
    const { value } = evaluateAt(formula, "2025-03", {}, { definitions: new Map() });
    expect(value).toEqual({ kind: "number", value: expected });
  });

  it.each([
    ["a.b==c.d", "a.b = c.d"],
    ["a.b<>c.d", "a.b != c.d"],
    ["((a.b))", "a.b"],
    ["a.b:plan @VN [y=_T]", "a.b[y=_T]@VN:plan"],
    ['a.b[x="01"]', "a.b[x=01]"],
    ["a.b@vn63:24:target", "a.b@vn63:24:target"],
    ["sum( a.b+c.d over area )", "sum(a.b + c.d over area)"],
    ["2.50", "2.5"],
  ])("%s is printed as %s", (formula, printed) => {
    const parsed = parseFormula(formula);
    expect(parsed.ok && printFormula(parsed.ast)).toBe(printed);
    expect(tree(printed)).toEqual(tree(formula));
  });

  it("parses every example of the function table", () => {
    for (const name of FUNCTION_NAMES) expect(parseFormula(FUNCTION_TABLE[name].example)).toMatchObject({ ok: true });
  });
});

const area: fc.Arbitrary<AreaSelector> = fc.oneof(
  fc.constant({ kind: "own" } as const),
  fc.constant({ kind: "parent" } as const),
  fc.constantFrom("VN", "01", "vn63:24", "demo:MAU").map((code) => ({ kind: "fixed", code, span: SPAN }) as const),
);
const operators = fc.constantFrom(
  ...Object.keys(BINARY_OPERATORS).filter((o): o is BinaryOperator => o in BINARY_OPERATORS),
);

const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
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

it("printing and parsing gives the same tree", () => {
  fc.assert(
    fc.property(expression, (ast) => {
      expect(tree(printFormula(ast))).toEqual(bare(ast));
    }),
    { numRuns: 500 },
  );
});

it("never throws on any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
      const parsed = parseFormula(text);
      if (!parsed.ok) expect(parsed.problems.length).toBeGreaterThan(0);
    }),
  );
});
