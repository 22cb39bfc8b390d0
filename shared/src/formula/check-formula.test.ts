import { describe, expect, it } from "vitest";
import { checkFormula } from "./check-formula.ts";
import { computedDimensions } from "./computed-dimensions.ts";
import type { FormulaDefinition } from "./formula-definition.ts";
import { parseFormula } from "./parse-formula.ts";
import { referencesIn } from "./references-in.ts";
import { aDefinition, aDimension, definitionsOf } from "./testing/index.ts";

const definitions = definitionsOf(
  aDefinition("t.month", { by: ["ownership", "sector"] }),
  aDefinition("t.more", { by: ["ownership"] }),
  aDefinition("t.total"),
  aDefinition("t.day", { periodType: "day" }),
  aDefinition("t.hour", { periodType: "hour", aggregation: { area: "sum", time: "max" } }),
  aDefinition("t.week", { periodType: "week" }),
  aDefinition("t.year", { periodType: "year" }),
  aDefinition("t.term", { periodType: "term" }),
  aDefinition("t.fixed", { periodType: "static", accumulation: "stock" }),
  aDefinition("t.rate", { unit: "pct", accumulation: "rate", aggregation: { area: "none", time: "none" } }),
  aDefinition("t.event", { by: ["event!"] }),
);
const dimensions = new Map(
  [aDimension("ownership", "domestic", "FDI"), aDimension("sector"), aDimension("event")].map((it) => [it.id, it]),
);

function treeOf(formula: string) {
  const parsed = parseFormula(formula);
  if (!parsed.ok) throw new Error(formula);
  return parsed.ast;
}
const check = (formula: string, definition: FormulaDefinition = aDefinition("t.result")) =>
  checkFormula({ ast: treeOf(formula), definition, definitions, dimensions });

const codesOf = (formula: string, definition?: FormulaDefinition): string[] => {
  const found = check(formula, definition);
  return found.ok ? [] : found.problems.map(({ code }) => code);
};

describe("conversions of period types that the author is told", () => {
  const conversionsOf = (formula: string, definition?: FormulaDefinition) => {
    const found = check(formula, definition);
    if (!found.ok) throw new Error(found.problems[0]?.text.en);
    return found.conversions.map(({ indicator, nesting, from, to }) => `${indicator} ${nesting} ${from} ${to}`);
  };

  it.each([
    ["t.total", []],
    ["t.total + t.year", ["t.year coarser year month"]],
    ["t.day", ["t.day finer day month"]],
    ["t.total - t.fixed", ["t.fixed static static month"]],
    ["t.total + yearAgo(t.year)", ["t.year coarser year month"]],
    ["t.total + yearAgo(previous(t.year))", ["t.year coarser year month"]],
    ["ytd(t.total)", []],
    ["t.total + t.year - t.year", ["t.year coarser year month", "t.year coarser year month"]],
    ["t.total - t.term", ["t.term coarser term month"]],
  ])("%s tells %j", (formula, told) => {
    expect(conversionsOf(formula)).toEqual(told);
  });

  it("say how finer values become one, by the rule of the operand", () => {
    const found = check("t.hour");
    expect(found.ok && found.conversions[0]?.text).toEqual({
      vi: "t.hour: gộp giờ lên tháng theo quy tắc “max”.",
      en: "t.hour: aggregated from hour to month by “max”.",
    });
  });

  it("stand at the operand that is converted", () => {
    const formula = "t.total + t.year";
    const found = check(formula);
    const [one] = found.ok ? found.conversions : [];
    expect(formula.slice(one?.span.start, one?.span.end)).toBe("t.year");
  });
});

describe("periods", () => {
  const yearly = aDefinition("t.result", { periodType: "year" });
  it.each<[string, FormulaDefinition, string[]]>([
    ["t.week", aDefinition("t.result"), ["period-not-nested"]],
    ["t.week", yearly, []],
    ["t.total + t.week", aDefinition("t.result", { periodType: "week" }), ["period-not-nested"]],
    ["t.total", aDefinition("t.result", { periodType: "static" }), ["period-not-nested"]],
    ["t.term", aDefinition("t.result", { periodType: "term" }), []],
    ["previous(t.term)", aDefinition("t.result", { periodType: "term" }), []],
    ["yearAgo(t.term)", aDefinition("t.result", { periodType: "term" }), ["time-argument"]],
    ["previous(t.total)", yearly, ["period-ambiguous"]],
    ["yearAgo(t.total)", yearly, []],
    ["previous(t.year)", aDefinition("t.result"), []],
    ["t.rate + 0", aDefinition("t.result", { periodType: "year", unit: "pct" }), ["time-rule-missing"]],
  ])("%s of %o gives %j", (formula, definition, codes) => {
    expect(codesOf(formula, definition)).toEqual(codes);
  });
});

describe("breakdowns that a formula computes", () => {
  it.each<[string, string[], string[]]>([
    ["t.month", ["ownership", "sector"], ["ownership", "sector"]],
    ["t.month", ["sector"], ["sector"]],
    ["t.month + t.more", ["ownership", "sector"], ["ownership"]],
    ["t.month + t.total", ["ownership"], []],
    ["t.month / t.month[ownership=_T]", ["ownership"], ["ownership"]],
    ["t.month[ownership=FDI]", ["ownership", "sector"], ["sector"]],
    ["t.month[ownership=_T]", ["ownership"], []],
    ["sum(t.month over ownership)", ["ownership", "sector"], ["sector"]],
    ["share(t.month, sum(t.month over ownership))", ["ownership"], ["ownership"]],
    ["sum(t.month over area)", ["ownership"], ["ownership"]],
    ["2 + 3", ["ownership"], []],
  ])("%s has of %j: %j", (formula, by, computed) => {
    expect(computedDimensions(treeOf(formula), aDefinition("t.result", { by }), definitions)).toEqual(computed);
  });

  it.each<[string, string[], string[]]>([
    ["t.event", [], ["dimension-required"]],
    ["t.event", ["event"], []],
    ["t.event[event=bao-3]", [], []],
    ["sum(t.event over event)", [], []],
    ["t.total", ["event!"], ["dimension-required"]],
    ["t.event", ["event!"], []],
  ])("%s in a result by %j: %j", (formula, by, codes) => {
    expect(codesOf(formula, aDefinition("t.result", { by }))).toEqual(codes);
  });
});

describe("places that a formula reads", () => {
  it.each<[string, string[]]>([
    ["t.total@VN", ["operand-not-own"]],
    ["t.total@parent", ["operand-not-own"]],
    ["t.total / t.total@VN * t.total", []],
    ["t.total + sum(t.total@parent over area)", ["operand-not-own"]],
    ["t.month[sector=bất kỳ]", ["token-unexpected"]],
    ['t.month[sector="bất kỳ"]', []],
    ["t.month[ownership=_Z]", []],
  ])("%s: %j", (formula, codes) => {
    const parsed = parseFormula(formula);
    const found = parsed.ok ? codesOf(formula) : parsed.problems.map(({ code }) => code);
    // Units are another matter: here only places count.
    expect(found.filter((code) => !code.startsWith("unit-"))).toEqual(codes);
  });

  it("are listed in the order written, each time they are", () => {
    const references = referencesIn(treeOf("if(t.a > t.b@VN, sum(t.c over area), -t.a[x=1]:plan)"));
    expect(references.map(({ indicator }) => indicator)).toEqual(["t.a", "t.b", "t.c", "t.a"]);
  });
});

describe("several problems", () => {
  it("are told at once, from left to right, each once", () => {
    const formula = "t.nobody + t.week[sex=M] * (t.total > 1) - t.year[ownership=FDI]";
    const found = check(formula);
    const problems = found.ok ? [] : found.problems;
    const starts = problems.map(({ span }) => span.start);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    expect(new Set(problems.map(({ code, span }) => `${code} ${span.start}`)).size).toBe(problems.length);
    expect(problems.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["indicator-unknown", "dimension-unknown", "period-not-nested", "type-mismatch"]),
    );
  });

  it("of an unknown unit name the nearest of the catalogue", () => {
    const found = check("t.total", aDefinition("t.result", { unit: "bn_vdn" }));
    expect(found.ok ? [] : found.problems).toMatchObject([{ code: "unit-unknown", nearest: "bn_vnd" }]);
  });
});
