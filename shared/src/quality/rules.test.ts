import { describe, expect, it } from "vitest";
import { AreaCode } from "../area/area-code.ts";
import { TOTAL_KEY } from "../breakdown/breakdown-key.ts";
import { parseFormula } from "../formula/parse-formula.ts";
import { printFormula } from "../formula/print-formula.ts";
import { aDefinition, aDimension, aPeriod, definitionsOf, THREE_PROVINCES } from "../formula/testing/index.ts";
import { missingValue, numberValue } from "../observation/value.ts";
import { checkRule } from "./check-rule.ts";
import { bindCondition } from "./judge-condition.ts";
import { buildQualityGraph } from "./quality-graph.ts";
import { type QualityCheck, QualityRule } from "./quality-rule.ts";
import { ruleFormula, sidesOf } from "./rule-formula.ts";
import { ruleText } from "./rule-text.ts";

const definitions = definitionsOf(
  aDefinition("t.total", { by: ["ownership"] }),
  aDefinition("t.part"),
  aDefinition("t.people", { unit: "persons" }),
  aDefinition("t.week", { periodType: "week" }),
);
const dimensions = new Map([["ownership", aDimension("ownership", "domestic", "FDI")]]);
const world = { definitions, dimensions, areas: new Set(["VN", "01", "02", "03"]) };

function aRule(check: object, changes: object = {}): QualityRule {
  return QualityRule.parse({
    code: "t.total.rule",
    version: 1,
    indicator: "t.total",
    check,
    severity: "warning",
    name: { vi: "Quy tắc", en: "Rule" },
    basis: { vi: "Chuỗi đã công bố", en: "Published series" },
    review: "reviewed",
    ...changes,
  });
}
const expression = (formula: string) => ({ kind: "expression", formula });
const CHANGE = { kind: "change", against: "previous", measure: "ratio", floor: 30 };

describe("a rule before it is in force", () => {
  it.each<[string, QualityRule]>([
    ["a range with one bound", aRule({ kind: "range", min: 0, max: null })],
    ["a range of one number", aRule({ kind: "range", min: 5, max: 5 })],
    ["a change with as much history as it needs", aRule({ ...CHANGE, history: 12, minHistory: 12 })],
    ["a relation of two indicators", aRule(expression("t.part <= t.total"))],
    ["a relation to the year before", aRule(expression("t.total >= yearAgo(t.total) / 2 and t.total > t.part"))],
    [
      "the sum of its parts",
      aRule({ kind: "sum-of-parts", dimension: "ownership", codes: ["domestic", "FDI"], tolerance: 0.1 }),
    ],
    ["areas that there are", aRule({ kind: "timeliness", areas: ["01"] }, { areas: ["VN"] })],
  ])("%s is sound", (_, rule) => {
    expect(checkRule(rule, world)).toEqual([]);
  });

  it.each<[string, QualityRule, string]>([
    [
      "an indicator that is not there",
      aRule({ kind: "magnitude" }, { indicator: "t.nobody" }),
      "Không có chỉ số t.nobody",
    ],
    ["a range upside down", aRule({ kind: "range", min: 2, max: 1 }), "Cận dưới lớn hơn cận trên"],
    ["a range without bounds", aRule({ kind: "range", min: null, max: null }), "Cần ít nhất một cận"],
    [
      "more changes than periods",
      aRule({ ...CHANGE, history: 6, minHistory: 7 }),
      "Cần nhiều thay đổi hơn số kỳ nhìn lại",
    ],
    ["an area that is not there", aRule({ kind: "magnitude" }, { areas: ["99"] }), "Không có địa phương 99"],
    ["a delivery of an area that is not there", aRule({ kind: "timeliness", areas: ["99"] }), "Không có địa phương 99"],
    ["a number for a comparison", aRule(expression("t.total - t.part")), "Biểu thức phải là một phép so sánh"],
    [
      "a relation without its own indicator",
      aRule(expression("t.part > yearAgo(t.part)")),
      "Biểu thức phải đọc chính chỉ số của quy tắc",
    ],
    ["a formula that breaks off", aRule(expression("t.total >")), "Công thức kết thúc khi chưa đủ."],
  ])("%s is refused: it says why", (_, rule, vi) => {
    expect(checkRule(rule, world).map((text) => text.vi)).toContain(vi);
  });

  it.each([
    ["units that do not fit", "t.total > t.people"],
    ["periods that do not nest", "t.total > t.week"],
    ["a name nobody knows", "t.total > t.prat"],
    ["a code of no list", "t.total > t.total[ownership=state]"],
  ])("%s are refused as in any formula", (_, formula) => {
    expect(checkRule(aRule(expression(formula)), world)).toHaveLength(1);
  });

  it("is told every problem at once", () => {
    const rule = aRule({ kind: "range", min: 2, max: 1 }, { areas: ["98", "99"] });
    expect(checkRule(rule, world)).toHaveLength(3);
  });
});

describe("the condition of a rule", () => {
  const tree = (formula: string) => {
    const parsed = parseFormula(formula);
    if (!parsed.ok) throw new Error(formula);
    return parsed.ast;
  };

  it("of a sum of parts is the total less its parts, within what rounding may do", () => {
    const check = { kind: "sum-of-parts", dimension: "ownership", codes: ["domestic", "FDI"], tolerance: 0.1 } as const;
    const formula = ruleFormula(aRule(check));
    expect(formula).toBe("abs(t.total - (t.total[ownership=domestic] + t.total[ownership=FDI])) <= 0.1");
    expect(printFormula(tree(formula ?? ""))).toBe(formula);
  });

  it("is none of ranges, changes, magnitudes and deliveries", () => {
    for (const check of [
      { kind: "range", min: 0, max: 1 },
      CHANGE,
      { kind: "magnitude" },
      { kind: "timeliness", areas: ["01"] },
    ])
      expect(ruleFormula(aRule(check))).toBeNull();
  });

  it.each([
    ["t.part <= t.total", ["t.part", "t.total", "at-most"]],
    ["t.part < t.total", ["t.part", "t.total", "at-most"]],
    ["t.total > t.part", ["t.total", "t.part", "at-least"]],
    ["t.total = t.part * 2", ["t.total", "t.part * 2", "equal"]],
    ["t.total != t.part", ["t.total", "t.part", "other"]],
    ["abs(t.total - t.part) <= 2", ["t.total", "t.part", { within: 2 }]],
    ["abs(t.total + t.part) <= 2", ["abs(t.total + t.part)", "2", "at-most"]],
    ["abs(t.total - t.part) <= t.part", ["abs(t.total - t.part)", "t.part", "at-most"]],
    ["t.total > t.part and t.part > t.total", null],
    ["not t.total > t.part", null],
  ])("%s has the sides %j", (formula, expected) => {
    const sides = sidesOf(tree(formula));
    expect(sides && [printFormula(sides.left), printFormula(sides.right), sides.relation]).toEqual(expected);
  });
});

describe("a condition asked of a cell", () => {
  const CELL = { area: AreaCode.parse("01"), breakdown: TOTAL_KEY, space: THREE_PROVINCES };

  function judged(formula: string, numbers: Readonly<Record<string, number>>) {
    const { conditions } = buildQualityGraph([aRule(expression(formula))], definitions);
    const [condition] = conditions.values();
    if (condition === undefined) throw new Error(formula);
    const source = {
      open: ({ indicator }: { indicator: string }) => ({
        at: () => ({
          value: indicator in numbers ? numberValue(numbers[indicator] ?? 0) : missingValue("not-reported"),
          token: null,
        }),
      }),
    };
    return bindCondition(condition, { ...CELL, source }).judge(aPeriod("2026-10").ordinal, 12);
  }

  it.each<[string, Readonly<Record<string, number>>, object]>([
    ["t.part <= t.total", { "t.part": 3, "t.total": 3 }, { kind: "passed" }],
    ["t.part <= t.total", { "t.part": 4, "t.total": 3 }, { finding: { got: 4, against: 3, min: null, max: 3 } }],
    ["t.total >= t.part", { "t.part": 4, "t.total": 3 }, { finding: { got: 3, against: 4, min: 4, max: null } }],
    ["t.total = t.part", { "t.part": 4, "t.total": 3 }, { finding: { got: 3, against: 4, min: 4, max: 4 } }],
    ["abs(t.total - t.part) <= 2", { "t.part": 9, "t.total": 6 }, { finding: { got: 6, against: 9, min: 7, max: 11 } }],
    ["t.total != t.part", { "t.part": 3, "t.total": 3 }, { finding: { got: 3, against: 3, min: null, max: null } }],
    ["not t.total > t.part", { "t.part": 3, "t.total": 5 }, { finding: { got: 12, against: null } }],
    ["t.part <= t.total", { "t.total": 3 }, { kind: "not-judged" }],
    ["t.total / t.part > 1", { "t.part": 0, "t.total": 3 }, { kind: "not-judged" }],
  ])("%s over %o", (formula, numbers, verdict) => {
    expect(judged(formula, numbers)).toMatchObject(verdict);
  });

  it("passes over rules without a condition, of unknown indicators and with formulas that do not read", () => {
    const rules = [
      aRule({ kind: "magnitude" }),
      aRule(expression("t.total > 0"), { indicator: "t.nobody" }),
      aRule(expression("t.total >")),
    ];
    expect(buildQualityGraph(rules, definitions).conditions.size).toBe(0);
  });
});

describe("a rule in words", () => {
  const figure = (value: number) => ({ vi: `${value} tỷ đồng`, en: `${value} billion dong` });
  it.each<[QualityCheck, string]>([
    [{ kind: "range", min: 0, max: null }, "Giá trị không thấp hơn 0 tỷ đồng."],
    [{ kind: "range", min: null, max: 9 }, "Giá trị không cao hơn 9 tỷ đồng."],
    [{ kind: "range", min: 0, max: 9 }, "Giá trị không thấp hơn 0 tỷ đồng, không cao hơn 9 tỷ đồng."],
    [{ kind: "expression", formula: "a.b <= c.d" }, "Quan hệ phải đúng: a.b <= c.d."],
  ])("%o", (check, vi) => {
    expect(ruleText(check, { figure }).vi).toBe(vi);
  });
});
