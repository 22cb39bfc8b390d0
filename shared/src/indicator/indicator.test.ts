import { describe, expect, it } from "vitest";
import { aDefinition } from "../card/testing/a-definition.ts";
import { DueRule, IndicatorCode, IndicatorDefinition, NaturalLimits } from "./indicator.ts";

describe("the code of an indicator", () => {
  it.each(["trade.export.value", "epi.new_7d", "a.b", "pi.2026.plan"])("%s is one", (code) => {
    expect(IndicatorCode.parse(code)).toBe(code);
  });

  it.each([
    "trade",
    "Trade.Export",
    "trade..value",
    ".trade",
    "trade.",
    "trade-export.value",
    "trade. value",
    "xuất.khẩu",
    "",
  ])("%j is none", (code) => {
    expect(IndicatorCode.safeParse(code).success).toBe(false);
  });
});

describe("a definition", () => {
  it("is the same after it was written and read", () => {
    const definition = aDefinition();
    expect(IndicatorDefinition.parse(JSON.parse(JSON.stringify(definition)))).toEqual(definition);
  });

  it("cannot be without what Art. 10.4.d asks for", () => {
    for (const attribute of [
      "method",
      "unit",
      "valueType",
      "accumulation",
      "direction",
      "limits",
      "breakdowns",
      "periodType",
      "dueRule",
      "dataSource",
      "comparability",
      "responsibleAgency",
      "criteria",
    ] as const)
      expect(IndicatorDefinition.safeParse({ ...aDefinition(), [attribute]: undefined }).success, attribute).toBe(
        false,
      );
  });

  it.each<[string, object]>([
    ["a version before the first", { version: 0 }],
    ["more decimals than are ever shown", { decimals: 7 }],
    ["decimals between digits", { decimals: 1.5 }],
    ["a name in one language", { name: { vi: "Xuất khẩu" } }],
    ["an accumulation that nobody knows", { accumulation: "sum" }],
    ["a rule over areas that is not on the list", { aggregation: { area: "median", time: "sum" } }],
    ["`last` over areas", { aggregation: { area: "last", time: "sum" } }],
    ["`weighted` over time", { aggregation: { area: "sum", time: "weighted" } }],
    ["a weight that is no indicator", { aggregation: { area: "weighted", time: "sum", weight: "dân số" } }],
    ["a part allowed over breakdowns", { aggregation: { area: "sum", time: "sum", partialOver: ["breakdown"] } }],
    ["a criterion that the decree has not", { criteria: ["e"] }],
    ["a class above its own", { class: "secret" }],
    ["a retirement taken back", { retired: false }],
  ])("is refused with %s", (_, changes) => {
    expect(IndicatorDefinition.safeParse({ ...aDefinition(), ...changes }).success).toBe(false);
  });

  it("takes the criteria of Art. 10.5 by their Vietnamese letters", () => {
    expect(aDefinition({ criteria: ["a", "b", "c", "d", "đ"] }).criteria).toHaveLength(5);
  });
});

describe("limits and due rules", () => {
  it("say what they leave open", () => {
    expect(NaturalLimits.parse({ min: 0, max: null })).toEqual({ min: 0, max: null, minExclusive: false });
    expect(DueRule.parse({})).toEqual({ basis: "calendar", workingDays: false, proposed: true });
  });

  it.each<[string, object]>([
    ["a delay before the end", { lagDays: -1 }],
    ["a delay of hours in days", { lagDays: 0.5 }],
    ["a third basis", { basis: "lunar" }],
  ])("refuse %s", (_, rule) => {
    expect(DueRule.safeParse(rule).success).toBe(false);
  });
});
