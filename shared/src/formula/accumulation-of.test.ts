import { describe, expect, it } from "vitest";
import { isAdditiveFormula } from "../aggregation/is-additive-formula.ts";
import type { Accumulation } from "../indicator/index.ts";
import { accumulationOf, NEEDED_ACCUMULATION } from "./accumulation-of.ts";
import { parseFormula } from "./parse-formula.ts";
import { aDefinition, definitionsOf } from "./testing/index.ts";

const definitions = definitionsOf(
  aDefinition("t.flow", { by: ["ownership"] }),
  aDefinition("t.other"),
  aDefinition("t.stock", { accumulation: "stock" }),
  aDefinition("t.ytd", { accumulation: "ytd" }),
  aDefinition("t.since", { accumulation: "cumulative" }),
  aDefinition("t.rate", { accumulation: "rate", aggregation: { area: "recompute", time: "recompute" } }),
);

function tree(formula: string) {
  const parsed = parseFormula(formula);
  if (!parsed.ok) throw new Error(formula);
  return parsed.ast;
}

describe("how the values of a formula accumulate", () => {
  it.each<[string, Accumulation | null]>([
    ["t.flow", "flow"],
    ["-t.flow", "flow"],
    ["t.flow + t.other", "flow"],
    ["t.flow - t.ytd", null],
    ["t.flow + 1", null],
    ["t.flow * 2", "flow"],
    ["2 * t.ytd", "ytd"],
    ["t.flow / t.other", "rate"],
    ["t.flow * t.stock", "rate"],
    ["ytd(t.flow)", "ytd"],
    ["inPeriod(t.ytd)", "flow"],
    ["ytd(inPeriod(t.ytd))", "ytd"],
    ["rollingSum(t.flow, 3)", "stock"],
    ["rollingMean(t.flow, 3)", "rate"],
    ["yoy(t.flow)", "rate"],
    ["previous(t.flow)", "flow"],
    ["yearAgo(t.since)", "cumulative"],
    ["round(t.flow, 1)", "flow"],
    ["sum(t.flow over area)", "flow"],
    ["share(t.flow, t.other)", "rate"],
    ["rank(t.flow)", "rate"],
    ["2 + 3", null],
    ["t.nobody", null],
  ])("%s: %s", (formula, accumulation) => {
    expect(accumulationOf(tree(formula), definitions)).toBe(accumulation);
  });

  it.each([
    ["ytd", ["flow"]],
    ["rollingSum", ["flow"]],
    ["inPeriod", ["ytd", "cumulative"]],
    ["ytdMean", ["flow", "stock", "index", "rate", "event"]],
    ["rollingMean", ["flow", "stock", "index", "rate", "event"]],
  ] as const)("%s takes %j", (name, accepted) => {
    expect(NEEDED_ACCUMULATION[name]?.accepts).toEqual(accepted);
  });

  it("shifts and growth take every accumulation", () => {
    for (const name of ["previous", "lag", "yearAgo", "yoy", "pop", "endOfLastYear"] as const)
      expect(NEEDED_ACCUMULATION[name]).toBeUndefined();
  });
});

describe("a formula whose totals are the formula of the totals", () => {
  it.each([
    ["t.flow", true],
    ["t.flow + t.other - t.stock", true],
    ["-t.flow", true],
    ["2 * t.flow", true],
    ["t.flow * 2 / 4", true],
    ["previous(t.flow) + ytd(t.other)", true],
    ["sum(t.flow over ownership)", true],
    ["t.flow[ownership=FDI]", true],
    ["t.flow + 5", false],
    ["t.flow * t.other", false],
    ["t.flow / t.other", false],
    ["2 / t.flow", false],
    ["t.rate", false],
    ["t.flow + t.rate", false],
    ["t.flow - t.flow@VN", false],
    ["t.flow - t.flow@parent", false],
    ["yoy(t.flow)", false],
    ["max(t.flow, t.other)", false],
    ["abs(t.flow)", false],
    ["sum(t.flow over area)", false],
    ["if(t.flow > 0, t.flow, t.other)", false],
    ["coalesce(t.flow, t.other)", false],
    ["t.flow ^ 2", false],
    ["2 + 3", false],
    ["not (t.flow > 0)", false],
    ["t.nobody", false],
  ])("%s: %s", (formula, additive) => {
    expect(isAdditiveFormula(tree(formula), definitions)).toBe(additive);
  });
});
