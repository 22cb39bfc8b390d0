import { describe, expect, it } from "vitest";
import { periodFromId } from "../period/period-from-id.ts";
import { aTarget } from "../target/testing/a-target.ts";
import { comparisonTarget } from "./comparison-target.ts";
import { aDefinition } from "./testing/a-definition.ts";

/** A monthly rate, whose target holds in every month. */
const rate = (changes: Parameters<typeof aDefinition>[0] = {}) =>
  aDefinition({
    valueType: "ratio_pct",
    accumulation: "rate",
    aggregation: { area: "recompute", time: "recompute" },
    ...changes,
  });
const october = periodFromId("2026-10", "month");
const goal = { kind: "value", value: 95 };

describe("the goal that areas are read against", () => {
  const found = (target: ReturnType<typeof aTarget>, definition = rate(), period = october) =>
    comparisonTarget([target], definition, period);

  it("is that of a target that holds, or its only bound", () => {
    expect(found(aTarget({ goal }))).toBe(95);
    expect(found(aTarget({ goal: { kind: "range", min: null, max: 4.5 } }))).toBe(4.5);
  });

  it.each([
    ["there is none in force", aTarget({ goal, validity: { from: "2026-11-01", to: null } }), rate()],
    ["it adds up over the year", aTarget({ goal, course: "accumulates" }), rate()],
    ["it moves from a baseline", aTarget({ goal, baseline: { period: "2025-12", value: 90 } }), rate()],
    ["it names two numbers", aTarget({ goal: { kind: "range", min: 1, max: 2 } }), rate()],
    ["areas add up to a whole", aTarget({ goal, course: "holds" }), aDefinition()],
    ["it is judged by a mean", aTarget({ goal }), rate({ aggregation: { area: "none", time: "mean" } })],
  ])("is none where %s", (_, target, definition) => {
    expect(found(target, definition)).toBeNull();
  });

  it("is none in a period that no target answers", () => {
    expect(found(aTarget({ goal }), rate(), periodFromId("2027-01", "month"))).toBeNull();
    expect(comparisonTarget([], rate(), october)).toBeNull();
  });
});
