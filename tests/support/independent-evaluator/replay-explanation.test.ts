import { describe, expect, it } from "vitest";
import type { ExplainedNode } from "../http/screen-answers.ts";
import { slotOf, yearBefore, yearOf } from "./calendar.ts";
import { error, evaluate } from "./evaluate.ts";
import { parse } from "./parse.ts";
import { type FactsOf, replayExplanation } from "./replay-explanation.ts";

const number = (value: number) => ({ kind: "number" as const, value });
const month = (id: string) => ({ id, type: "month" });

function aNode(overrides: Partial<ExplainedNode>): ExplainedNode {
  return {
    ref: "x.y",
    indicator: "x.y",
    area: "VN",
    breakdown: "",
    scenario: "actual",
    origin: "computed",
    period: month("2025-03"),
    value: number(1),
    formula: null,
    way: "formula",
    whole: null,
    part: null,
    operands: [],
    omitted: null,
    substitutions: [],
    observation: null,
    beside: null,
    simulated: false,
    truncated: false,
    ...overrides,
  };
}

const monthly: FactsOf = () => ({ period: "month", timeRule: "sum", breaks: [] });
const worth = (formula: string) =>
  evaluate(parse(formula), slotOf("2025-03", "month"), { read: ({ indicator }) => error(indicator) });

describe("parse and evaluate", () => {
  it.each([
    ["-3^2", -9],
    ["2^3^2", 512],
    ["2^-1", 0.5],
    ["1 - 2 - 3", -4],
    ["8 / 4 / 2", 1],
    ["2 + 3 * 4", 14],
    ["2E-1 + .2 + 2.", 2.4],
    ["if(1 < 2 and not false, 5, 6)", 5],
    ["step(2.5, 1, 2, 3)", 2],
    ["max(1, 2) - min(1, 2) + abs(-2)", 3],
    ["round(2.345, 2)", 2.35],
  ])("%s = %d", (formula, expected) => {
    expect(worth(formula)).toBeCloseTo(expected, 12);
  });

  it("lets an error win and says which operand was asked for", () => {
    expect(worth("1 / 0")).toEqual(error("division-by-zero"));
    expect(worth("a.b[c=d;e=f]@VN:plan + 1")).toEqual(error("a.b"));
    expect(() => parse("1 +")).toThrow("end of the formula");
    expect(() => parse("a.b 2")).toThrow("Unexpected 2");
  });
});

describe("slots", () => {
  it("count ISO weeks and go back a year by their number", () => {
    expect(yearOf(slotOf("2020-W53", "week"))).toBe(2020);
    expect(yearOf(slotOf("2026-W01", "week"))).toBe(2026);
    expect(slotOf("2026-W01", "week").at).toBe(slotOf("2025-W52", "week").at + 1);
    expect(yearBefore(slotOf("2025-W10", "week"))).toEqual(slotOf("2024-W10", "week"));
    expect(yearBefore(slotOf("2025-Q1", "quarter"))).toEqual(slotOf("2024-Q1", "quarter"));
    expect(yearBefore(slotOf("2025-03-05", "day"))).toEqual(slotOf("2024-03-05", "day"));
  });
});

describe("replayExplanation", () => {
  const operand = (id: string, value: number) =>
    aNode({ indicator: "trade.export.value", period: month(id), value: number(value), origin: "reported" });
  const months = ["2025-01", "2025-02", "2025-03", "2024-01", "2024-02", "2024-03"];
  const operands = months.map((id, at) => operand(id, 120 - at * 4));
  const growth = ((348 - 312) / 312) * 100;
  const explained = aNode({ formula: "yoy(ytd(trade.export.value))", value: number(growth), operands });

  it("finds nothing where the number follows from its operands", () => {
    expect(replayExplanation(explained, monthly)).toEqual([]);
  });

  it("notices an operand that was tampered with, one that was left out and another number", () => {
    const [first, ...rest] = operands;
    const tampered = { ...explained, operands: [{ ...(first ?? explained), value: number(120.001) }, ...rest] };
    expect(replayExplanation(tampered, monthly)).toHaveLength(1);
    expect(replayExplanation({ ...explained, operands: rest }, monthly)).toHaveLength(1);
    expect(replayExplanation({ ...explained, value: number(growth + 1e-6) }, monthly)).toHaveLength(1);
    const deeper = aNode({ formula: "x.y * 1", operands: [{ ...tampered, indicator: "x.y" }], value: number(growth) });
    expect(replayExplanation(deeper, monthly)).toMatchObject([{ formula: "yoy(ytd(trade.export.value))" }]);
  });

  it("finds the error of a break instead of a growth", () => {
    const broken: FactsOf = () => ({ period: "month", timeRule: "sum", breaks: [{ from: "2025-01" }] });
    const refused = { ...explained, value: { kind: "error" as const, code: "comparability-break" } };
    expect(replayExplanation(refused, broken)).toEqual([]);
    expect(replayExplanation(explained, broken)).toHaveLength(1);
  });
});
