import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FUNCTION_NAMES, FUNCTION_TABLE } from "./function-table.ts";
import { parseFormula } from "./parse-formula.ts";
import { printFormula } from "./print-formula.ts";
import { anyExpression, bare, treeOf } from "./testing/expressions.ts";
import { evaluateAt } from "./testing/index.ts";

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
    expect(treeOf(printed)).toEqual(treeOf(formula));
  });

  it("parses every example of the function table", () => {
    for (const name of FUNCTION_NAMES) expect(parseFormula(FUNCTION_TABLE[name].example)).toMatchObject({ ok: true });
  });
});

it("printing and parsing gives the same tree", () => {
  fc.assert(
    fc.property(anyExpression, (ast) => {
      expect(treeOf(printFormula(ast))).toEqual(bare(ast));
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
