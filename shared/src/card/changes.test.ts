import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AreaCode } from "../area/area-code.ts";
import { TOTAL_KEY } from "../breakdown/breakdown-key.ts";
import type { IndicatorDefinition } from "../indicator/indicator.ts";
import { missingValue, numberValue } from "../observation/value.ts";
import { periodFromId } from "../period/period-from-id.ts";
import { evaluateChanges } from "./evaluate-changes.ts";
import { aDefinition, aSeries } from "./testing/index.ts";
import { wholeGrowthRule } from "./whole-growth-rule.ts";

const month = (id: string) => periodFromId(id, "month");

/** The changes of a monthly series from January 2024 on, at its last month. */
function changesOf(definition: IndicatorDefinition, values: readonly (number | null)[]) {
  const series = aSeries("2024-01", values);
  const period = { type: "month" as const, ordinal: month("2024-01").ordinal + values.length - 1 };
  const place = { area: AreaCode.parse("VN"), breakdown: TOTAL_KEY };
  return evaluateChanges({ definition, ...place, series, toDate: false }, period);
}
const year = (first: number, last: number): (number | null)[] => [first, ...Array.from({ length: 11 }, () => 1), last];

describe("the changes of a card", () => {
  const rate = aDefinition({
    valueType: "ratio_pct",
    unit: "pct",
    accumulation: "rate",
    aggregation: { area: "none", time: "mean" },
  });
  const index = aDefinition({
    valueType: "index_pct",
    unit: "index_pct",
    accumulation: "index",
    aggregation: { area: "none", time: "none" },
  });

  it.each<[string, IndicatorDefinition, (number | null)[], object]>([
    ["of an amount are in percent", aDefinition(), year(80, 100), { measure: "percent", value: numberValue(25) }],
    [
      "of an amount from zero are told as they are",
      aDefinition(),
      year(0, 100),
      { measure: "absolute", value: numberValue(100) },
    ],
    [
      "of an amount from below zero too",
      aDefinition(),
      year(-50, 100),
      { measure: "absolute", value: numberValue(150) },
    ],
    ["of a rate are in points", rate, year(5, 7.5), { measure: "points", value: numberValue(2.5) }],
    ["of a rate from zero are in points as well", rate, year(0, 2), { measure: "points", value: numberValue(2) }],
    ["of a comparison index are in points", index, year(104, 103), { measure: "points", value: numberValue(-1) }],
    ["from a gap are a gap", aDefinition(), [null, ...year(80, 100).slice(1)], { value: missingValue("not-reported") }],
    [
      "of a gap are a gap",
      aDefinition(),
      [...year(80, 100).slice(0, -1), null],
      { value: missingValue("not-reported") },
    ],
  ])("%s", (_, definition, values, expected) => {
    expect(changesOf(definition, values)[0]).toMatchObject({ kind: "same-period-last-year", ...expected });
  });

  it("are none where the definition declares no comparison, or the value is a level of alarm", () => {
    expect(changesOf(aDefinition({ comparability: [] }), year(80, 100))).toEqual([]);
    expect(changesOf(aDefinition({ valueType: "state", unit: "state" }), year(1, 2))).toEqual([]);
  });

  it("of sums since January compare the months themselves with the month before", () => {
    const ytd = aDefinition({ accumulation: "ytd", aggregation: { area: "none", time: "last" } });
    const [, previous] = changesOf(ytd, [10, 30, 60]);
    expect(previous).toMatchObject({ kind: "previous-period", value: numberValue(50) });
  });

  it("say which way is wanted by the direction of the indicator alone", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }), (before, now) => {
        const wanted = now === before ? null : now > before;
        const improvingOf = (direction: string) =>
          changesOf(aDefinition({ direction }), year(before, now))[0]?.improving;
        expect(improvingOf("higher")).toBe(wanted);
        expect(improvingOf("lower")).toBe(wanted === null ? null : !wanted);
        expect(improvingOf("neutral")).toBeNull();
      }),
    );
  });
});

describe("the growth of a whole", () => {
  it("of a ratio is that of its parts, added up before they are divided", () => {
    const ratio = aDefinition({
      code: "t.rate",
      valueType: "ratio",
      unit: "ratio",
      accumulation: "rate",
      aggregation: { area: "recompute", time: "recompute" },
      formula: "t.part / t.whole",
    });
    expect(wholeGrowthRule(ratio, "year")?.formula).toBe("(t.part / t.whole) - yearAgo((t.part / t.whole))");
  });

  it("of what is declared to compare over no years is none", () => {
    expect(wholeGrowthRule(aDefinition({ comparability: ["mom"] }), "quarter")).toBeNull();
    expect(wholeGrowthRule(aDefinition(), "quarter")?.formula).toBe("yoy(trade.export.value)");
  });
});
