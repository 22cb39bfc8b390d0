import { AreaCode } from "@bochiso/shared/area";
import { TOTAL_KEY } from "@bochiso/shared/breakdown";
import { aDefinition, aSeries } from "@bochiso/shared/card/testing";
import { periodFromId } from "@bochiso/shared/period";
import { expect, it } from "vitest";
import { judgementOf } from "./judgement-of.ts";

it("a whole of some of its parts is no figure to add up or to judge by: it is a gap", () => {
  const definition = aDefinition();
  const address = { indicator: definition.code, area: AreaCode.parse("VN"), breakdown: TOTAL_KEY };
  const whole = { way: "roll-up", coverage: { have: 34, of: 34, weightShare: null } } as const;
  const series = aSeries("2026-01", [10, 20, 30], whole);
  for (const [ordinal, point] of aSeries("2026-02", [5], { ...whole, coverage: { ...whole.coverage, have: 20 } }))
    series.set(ordinal, point);
  const shown = periodFromId("2026-03", "month");
  const { history } = judgementOf(new Map(), { definition, address, newest: null }, { series, shown, asked: null });
  expect([...history.values()]).toEqual([10, 30]);
});

it("a forecast sent among the actual values is no figure to judge by, and is named", () => {
  const definition = aDefinition();
  const address = { indicator: definition.code, area: AreaCode.parse("VN"), breakdown: TOTAL_KEY };
  const series = aSeries("2026-01", [10, 20, 30]);
  for (const [ordinal, point] of aSeries("2026-02", [25], { status: "F" })) series.set(ordinal, point);
  const shown = periodFromId("2026-03", "month");
  const found = judgementOf(new Map(), { definition, address, newest: null }, { series, shown, asked: null });
  expect([...found.history.values()]).toEqual([10, 30]);
  expect(found.forecasts).toEqual([periodFromId("2026-02", "month").ordinal]);
});
