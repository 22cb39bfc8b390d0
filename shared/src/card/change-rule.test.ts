import { describe, expect, it } from "vitest";
import { changeRules } from "./change-rule.ts";
import { growthOffset } from "./growth-offset.ts";
import { aDefinition } from "./testing/a-definition.ts";

const formulas = (changes: Parameters<typeof aDefinition>[0]) =>
  changeRules(aDefinition(changes)).map(({ kind, formula, measure }) => [kind, formula, measure]);
const code = "trade.export.value";
const comparisonIndex = { valueType: "index_pct", unit: "index_pct", aggregation: { area: "none", time: "none" } };

describe("changes of a card", () => {
  it("grow in percent for amounts, and fall back to a difference where the base is not positive", () => {
    const [yearly] = changeRules(aDefinition());
    expect(yearly).toMatchObject({ formula: `yoy(${code})`, measure: "percent" });
    expect(yearly?.whenBaseNotPositive).toEqual({ formula: `${code} - yearAgo(${code})`, measure: "absolute" });
  });

  it.each([
    ["rates", { valueType: "ratio_pct", unit: "pct" }],
    ["growths", { valueType: "growth_pct", unit: "pct" }],
    ["comparison indices", comparisonIndex],
    ["interest rates", { valueType: "level", unit: "pct" }],
  ])("differ in percentage points for %s", (_, changes) => {
    expect(formulas(changes)).toEqual([
      ["same-period-last-year", `${code} - yearAgo(${code})`, "points"],
      ["previous-period", `${code} - previous(${code})`, "points"],
    ]);
  });

  it("differ in their unit for scores and ratios", () => {
    expect(formulas({ valueType: "score", unit: "points" }).map(([, , measure]) => measure)).toEqual([
      "absolute",
      "absolute",
    ]);
  });

  it("grow in percent for an index on a base period", () => {
    expect(
      formulas({ valueType: "index_pct", unit: "index_pct", aggregation: { area: "none", time: "mean" } }),
    ).toEqual([
      ["same-period-last-year", `yoy(${code})`, "percent"],
      ["previous-period", `pop(${code})`, "percent"],
    ]);
  });

  it("differ for a balance, whose sign a percent change would hide", () => {
    expect(formulas({ formula: "a.b - c.d" })[0]).toEqual([
      "same-period-last-year",
      `${code} - yearAgo(${code})`,
      "absolute",
    ]);
  });

  it("compare months, not sums, of what is cumulated since January", () => {
    expect(formulas({ accumulation: "ytd" })).toEqual([
      ["same-period-last-year", `yoy(${code})`, "percent"],
      ["previous-period", `pop(inPeriod(${code}))`, "percent"],
    ]);
  });

  it("are only those that the definition declares", () => {
    expect(formulas({ comparability: ["none"] })).toEqual([]);
    expect(formulas({ comparability: ["event", "cross"] })).toEqual([]);
    expect(formulas({ comparability: ["mom"] }).map(([kind]) => kind)).toEqual(["previous-period"]);
  });

  it("of a year are one, since its previous period is last year", () => {
    expect(formulas({ periodType: "year" }).map(([kind]) => kind)).toEqual(["same-period-last-year"]);
  });

  it("do not exist for states and moments", () => {
    expect(formulas({ valueType: "state" })).toEqual([]);
    expect(formulas({ valueType: "timestamp" })).toEqual([]);
  });
});

describe("growth offset", () => {
  it("turns a comparison index into a growth and leaves an index on a base period alone", () => {
    expect(growthOffset(aDefinition(comparisonIndex))).toBe(-100);
    expect(growthOffset(aDefinition({ ...comparisonIndex, aggregation: { area: "none", time: "mean" } }))).toBe(0);
    expect(growthOffset(aDefinition({ valueType: "growth_pct", unit: "pct" }))).toBe(0);
  });
});
