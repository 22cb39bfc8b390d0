import { expect, it } from "vitest";
import { TOTAL_KEY } from "../breakdown/index.ts";
import { IndicatorCode } from "../indicator/index.ts";
import { affectedCells } from "./affected-cells.ts";
import { AGGREGATED } from "./testing/aggregated-world.ts";
import { MemoryStore } from "./testing/small-world.ts";

const { graph, space } = AGGREGATED;
const FEBRUARY = 2025 * 12 + 1;
const cell = (indicator: string, area: string, type: "month" | "year", ordinal: number) => ({
  indicator: IndicatorCode.parse(indicator),
  area: AGGREGATED.areas.find((code) => code === area) ?? AGGREGATED.areas[0] ?? fail(),
  breakdown: TOTAL_KEY,
  scenario: "actual" as const,
  period: { type, ordinal },
});
function fail(): never {
  throw new Error("no such area");
}

/** Areas in which a change of the weight in province 33 recomputes the weighted mean. */
function reachedFrom(partsWithValue: readonly string[]): string[] {
  const store = new MemoryStore(AGGREGATED);
  for (const area of partsWithValue) {
    const { period, ...series } = cell("t.w", area, "month", FEBRUARY);
    store.send(series, period.type, period.ordinal, 3);
  }
  store.recomputeAll();
  const changed = [cell("t.pop", "33", "year", 2025)];
  const { series } = affectedCells({ graph, changed, space, stored: store.extent() });
  return series.filter(({ indicator }) => indicator === "t.w").map(({ area }) => area);
}

it("a weight reaches the wholes of its part", () => {
  expect(reachedFrom(["33", "34", "35"])).toEqual(expect.arrayContaining(["RB", "VN"]));
});

it("also where the part has no value: the share of the weight covered changes", () => {
  expect(reachedFrom(["34", "35"])).toEqual(expect.arrayContaining(["RB", "VN"]));
});

it("but nothing where no whole is stored", () => {
  expect(reachedFrom([])).toEqual([]);
});
