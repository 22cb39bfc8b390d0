import { describe, expect, it } from "vitest";
import { formulaWork } from "./formula-work.ts";
import { type FormulaInference, inferFormula } from "./infer-formula.ts";
import { parseFormula } from "./parse-formula.ts";
import { aDefinition, aDimension, definitionsOf } from "./testing/index.ts";

const definitions = definitionsOf(
  aDefinition("t.money", { by: ["ownership"] }),
  aDefinition("t.more"),
  aDefinition("t.rate", { unit: "pct", accumulation: "rate", aggregation: { area: "recompute", time: "recompute" } }),
  aDefinition("t.people", { unit: "persons" }),
  aDefinition("t.plan", { periodType: "year" }),
  aDefinition("t.weekly", { periodType: "week" }),
  aDefinition("t.deaths", { unit: "persons", accumulation: "event", by: ["event!"] }),
);
const dimensions = new Map([aDimension("ownership", "FDI"), aDimension("event")].map((each) => [each.id, each]));

function tree(text: string) {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(`does not parse: ${text}`);
  return parsed.ast;
}
const infer = (text: string): FormulaInference =>
  inferFormula({ ast: tree(text), periodType: "month", definitions, dimensions, areas: new Set(["VN"]) });

describe("inferFormula", () => {
  it.each([
    ["t.money + t.more", "tỷ đồng"],
    ["yoy(t.money)", "%"],
    ["t.money / t.more * 100", "%"],
    ["share(t.money[ownership=FDI], t.money)", "%"],
    ["t.rate - yearAgo(t.rate)", "điểm %"],
    ["t.people * 2", "người"],
    ["t.deaths * 2", "người"],
    ["rank(t.money)", "điểm (vị trí)"],
  ])("%s is in %s", (formula, unit) => {
    expect(infer(formula)).toMatchObject({ ok: true, truth: false, unit: { vi: unit } });
  });

  it("knows a truth value", () => {
    expect(infer("t.money > t.more")).toMatchObject({ ok: true, truth: true, unit: null });
  });

  it("names the conversions between periods", () => {
    const found = infer("t.money / t.plan * 100");
    expect(found.ok ? found.conversions.map(({ text }) => text.vi) : []).toEqual([
      "t.plan: lấy giá trị năm chứa kỳ tháng.",
    ]);
  });

  it.each([
    ["t.money + t.people", "unit-mismatch"],
    ["t.mony * 2", "indicator-unknown"],
    ["t.weekly * 2", "period-not-nested"],
    ["t.money@01", "area-unknown"],
    ["2 + 3", "operand-not-own"],
  ])("refuses %s with %s", (formula, code) => {
    const found = infer(formula);
    expect(found.ok ? [] : found.problems.map((problem) => problem.code)).toContain(code);
  });
});

describe("formulaWork", () => {
  it.each([
    ["2 + 3", 0],
    ["t.money / t.more", 2],
    ["rollingSum(t.money, 12)", 12],
    ["rollingSum(rollingMean(t.money, 1000), 1000)", 1_000_000],
    ["sum(t.money over area)", 100],
    ["ytd(t.money)", 366],
    ["lag(t.money, 12)", 1],
    ["yoy(t.money)", 2],
    [`${"pop(".repeat(40)}t.money${")".repeat(40)}`, 2 ** 40],
  ])("%s reads about %s values", (formula, work) => {
    expect(formulaWork(tree(formula))).toBe(work);
  });
});
