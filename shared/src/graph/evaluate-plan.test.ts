import { expect, it } from "vitest";
import { AreaCode } from "../area/index.ts";
import { TOTAL_KEY } from "../breakdown/index.ts";
import type { OperandReading, OperandSource } from "../formula/index.ts";
import { aDefinition, definitionsOf, THREE_PROVINCES } from "../formula/testing/index.ts";
import { IndicatorCode } from "../indicator/index.ts";
import { missingValue, numberValue } from "../observation/index.ts";
import type { AffectedSeries } from "./affected-plan.ts";
import { buildGraph } from "./build-graph.ts";
import { evaluatePlan } from "./evaluate-plan.ts";

const MONTH = 2025 * 12;
const graph = buildGraph(
  definitionsOf(
    aDefinition("t.x"),
    aDefinition("d.a", { formula: "t.x * 2" }),
    aDefinition("d.b", { formula: "d.a + 1" }),
  ),
);
const planned = (code: string): AffectedSeries => ({
  indicator: IndicatorCode.parse(code),
  area: AreaCode.parse("01"),
  breakdown: TOTAL_KEY,
  periodType: "month",
  ordinals: [MONTH],
});
const absent = (reason: "not-collected" | "retracted"): OperandReading => ({
  value: missingValue(reason),
  token: null,
  origin: "reported",
});

/** What `d.b` comes to where `t.x` was taken back and the store answers so for `d.a`. */
function resultOver(storedA: OperandReading) {
  const answers: Readonly<Record<string, OperandReading>> = { "t.x": absent("retracted"), "d.a": storedA };
  const source: OperandSource = {
    open: ({ indicator }) => ({ at: () => answers[indicator] ?? { value: missingValue("not-reported"), token: null } }),
  };
  const plan = { series: [planned("d.a"), planned("d.b")], cellCount: 2 };
  return evaluatePlan({ graph, plan, source, space: THREE_PROVINCES })[1]?.value;
}

it("a result that lapses is nothing to later cells", () => {
  const before: OperandReading = { value: numberValue(8), token: null, origin: "computed" };
  expect(resultOver(before)).toEqual(missingValue("not-reported"));
});

it("a reported absence stands again where the value computed over it lapses", () => {
  const before: OperandReading = {
    value: numberValue(8),
    token: null,
    origin: "computed",
    reported: absent("not-collected"),
  };
  expect(resultOver(before)).toEqual(missingValue("not-collected"));
});
