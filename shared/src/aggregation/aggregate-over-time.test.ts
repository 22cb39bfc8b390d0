import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AreaCode } from "../area/index.ts";
import { TOTAL_KEY } from "../breakdown/index.ts";
import { evaluate, parseFormula } from "../formula/index.ts";
import { aDefinition, aPeriod, definitionsOf } from "../formula/testing/index.ts";
import type { ComparabilityBreak, TimeAggregation } from "../indicator/index.ts";
import { errorValue, missingValue, numberValue, type Value } from "../observation/index.ts";
import type { PeriodType } from "../period/index.ts";
import { aggregateOverTime, timeRefusal } from "./aggregate-over-time.ts";

const timed = (periodType: PeriodType, time: TimeAggregation, fields: Parameters<typeof aDefinition>[1] = {}) =>
  aDefinition("t.x", { periodType, accumulation: "stock", aggregation: { area: "none", time }, ...fields });

/** Each period's value is its ordinal counted from the first of the whole, 1 up. */
function wholeOf(id: string, definition: ReturnType<typeof timed>, without: readonly number[] = []) {
  let first: number | null = null;
  return aggregateOverTime({
    definition,
    area: "VN",
    period: aPeriod(id),
    partAt: (ordinal) => {
      first ??= ordinal;
      const place = ordinal - first + 1;
      return { value: without.includes(place) ? missingValue("not-reported") : numberValue(place) };
    },
  });
}

describe("a coarser period", () => {
  it.each<[string, PeriodType, TimeAggregation, number, number]>([
    ["2026-Q3", "month", "sum", 6, 3],
    ["2026-S1", "month", "sum", 21, 6],
    ["2026", "month", "sum", 78, 12],
    ["2026", "quarter", "mean", 2.5, 4],
    ["2026", "half-year", "last", 2, 2],
    ["2026-Q1", "month", "last", 3, 3],
    ["2026-11", "day", "max", 30, 30],
    ["2024-02", "day", "last", 29, 29],
    ["2026-W47", "day", "sum", 28, 7],
    ["2026", "week", "last", 53, 53],
    ["2025", "week", "last", 52, 52],
    ["2026-11", "half-month", "sum", 3, 2],
    ["2026-11-22", "hour", "max", 24, 24],
    ["2026/P5Y", "year", "min", 1, 5],
    ["2026-10", "month", "sum", 1, 1],
  ])("%s of each %s by %s", (id, type, rule, expected, of) => {
    const { value, coverage } = wholeOf(id, timed(type, rule));
    expect([value, coverage.have, coverage.of]).toEqual([numberValue(expected), of, of]);
  });

  it("with a gap is incomplete, unless the definition allows a part of the time", () => {
    expect(wholeOf("2026", timed("month", "sum"), [11, 12])).toMatchObject({
      value: missingValue("incomplete-parts"),
      coverage: { have: 10, of: 12 },
    });
    const partial = timed("month", "sum", { aggregation: { area: "none", time: "sum", partialOver: ["time"] } });
    expect(wholeOf("2026", partial, [11, 12])).toMatchObject({
      value: numberValue(55),
      coverage: { have: 10, of: 12 },
    });
  });

  it("closing value: the last period or nothing, never an earlier one", () => {
    expect(wholeOf("2026", timed("month", "last"), [12]).value).toEqual(missingValue("not-reported"));
    expect(wholeOf("2026", timed("month", "last"), [3]).value).toEqual(numberValue(12));
  });

  it("across a break of comparability is an error", () => {
    const rebased = timed("month", "mean", { breaks: [{ from: "2026-07", reason: { vi: "", en: "" } }] });
    expect(wholeOf("2026", rebased).value).toEqual(errorValue("comparability-break"));
    expect(wholeOf("2026-Q3", rebased).value).toEqual(numberValue(2));
    const elsewhere = timed("month", "mean", {
      breaks: [{ from: "2026-07", areas: ["01"], reason: { vi: "", en: "" } }],
    });
    expect(wholeOf("2026", elsewhere).value).toEqual(numberValue(6.5));
  });

  it.each<[PeriodType, TimeAggregation, ReturnType<typeof timed>["accumulation"], PeriodType]>([
    ["week", "sum", "flow", "month"],
    ["week", "sum", "flow", "quarter"],
    ["month", "none", "rate", "year"],
    ["day", "sum", "event", "month"],
    ["month", "sum", "ytd", "year"],
    ["month", "sum", "cumulative", "year"],
    ["year", "sum", "flow", "month"],
    ["static", "last", "stock", "year"],
  ])("of each %s by %s (%s) is refused for a %s", (periodType, time, accumulation, coarser) => {
    expect(timeRefusal(timed(periodType, time, { accumulation }), coarser)).not.toBeNull();
  });

  it("cumulative counts of an event take the last day", () => {
    const deaths = timed("day", "last", { accumulation: "event" });
    expect(timeRefusal(deaths, "month")).toBeNull();
    expect(wholeOf("2026-11", deaths).value).toEqual(numberValue(30));
  });

  it("throws what timeRefusal says", () => {
    expect(() => wholeOf("2026-11", timed("week", "sum"))).toThrowError(/time-aggregation-refused/);
  });

  it("of a ratio is its formula over the operands of that period, not a mean", () => {
    const definitions = definitionsOf(aDefinition("t.part"), aDefinition("t.whole"));
    const parsed = parseFormula("t.part / t.whole * 100");
    if (!parsed.ok) throw new Error("faulty");
    const values: Readonly<Record<string, number>> = { "t.part/0": 1, "t.part/1": 1, "t.part/2": 1, "t.whole/0": 1 };
    const { value } = aggregateOverTime({
      definition: timed("month", "recompute", { accumulation: "rate" }),
      area: "VN",
      period: aPeriod("2026-Q1"),
      partAt: () => ({ value: missingValue("not-reported") }),
      recompute: () =>
        evaluate({
          ast: parsed.ast,
          cell: { area: AreaCode.parse("VN"), breakdown: TOTAL_KEY, period: aPeriod("2026-Q1") },
          definitions,
          read: ({ indicator, period }) => ({
            value: numberValue(values[`${indicator}/${period.ordinal % 12}`] ?? 4),
            token: null,
          }),
        }).value,
    });
    expect(value).toEqual(numberValue((3 / 9) * 100));
  });
});

it("is what a formula at the coarser period reads", () => {
  const sent = fc.array(fc.option(fc.integer({ min: -5, max: 9 }), { nil: null }), { minLength: 12, maxLength: 12 });
  const rule = fc.constantFrom("sum" as const, "mean" as const, "last" as const, "min" as const, "max" as const);
  const breaks = fc.constantFrom<ComparabilityBreak[]>([], [{ from: "2026-05", reason: { vi: "", en: "" } }]);
  const parsed = parseFormula("t.x");
  if (!parsed.ok) throw new Error("faulty");
  fc.assert(
    fc.property(sent, rule, breaks, fc.constantFrom("2026", "2026-Q2", "2026-S1"), (values, time, broken, id) => {
      const definition = timed("month", time, { breaks: broken });
      const valueAt = (ordinal: number): Value => {
        const value = values[ordinal % 12] ?? null;
        if (value === null) return missingValue(ordinal % 2 === 0 ? "not-reported" : "cannot-exist");
        return numberValue(value);
      };
      const formula = evaluate({
        ast: parsed.ast,
        cell: { area: AreaCode.parse("VN"), breakdown: TOTAL_KEY, period: aPeriod(id) },
        definitions: definitionsOf(definition),
        read: ({ period }) => ({ value: valueAt(period.ordinal), token: null }),
      });
      const whole = aggregateOverTime({
        definition,
        area: "VN",
        period: aPeriod(id),
        partAt: (ordinal) => ({ value: valueAt(ordinal) }),
      });
      expect(whole.value).toEqual(formula.value);
    }),
  );
});
