import { expect, it } from "vitest";
import { aDefinition } from "../formula/testing/index.ts";
import type { Accumulation, AreaAggregation } from "../indicator/index.ts";
import { recastRefusal } from "./recast-refusal.ts";

const merger = { from: ["10", "11"] };
const rename = { from: ["12"] };
const split = { from: ["15"], weights: { "15": 0.4 } };

const ROWS: readonly [AreaAggregation, Accumulation, string | null, readonly [boolean, boolean, boolean]][] = [
  ["sum", "flow", null, [true, true, true]],
  ["weighted", "rate", null, [true, true, true]],
  ["mean", "rate", null, [true, true, false]],
  ["min", "stock", null, [true, true, false]],
  ["max", "stock", null, [true, true, false]],
  ["none", "index", null, [false, true, false]],
  ["none", "rate", null, [false, true, false]],
  ["recompute", "rate", null, [false, true, false]],
  ["recompute", "rate", "t.x / t.y", [true, true, true]],
  ["none", "rate", "t.x - t.x@VN", [true, true, true]],
  ["none", "rate", "rank(t.x)", [false, false, false]],
  ["sum", "rate", "1 - rank(t.x)", [false, false, false]],
];

it.each(ROWS)("%s of %s with formula %s", (area, accumulation, formula, [merged, renamed, apportioned]) => {
  const definition = aDefinition("t.a", { accumulation, formula, aggregation: { area, time: "none" } });
  expect(recastRefusal(definition, merger) === null).toBe(merged);
  expect(recastRefusal(definition) === null).toBe(merged);
  expect(recastRefusal(definition, rename) === null).toBe(renamed);
  expect(recastRefusal(definition, split) === null).toBe(apportioned);
});

it("refuses constants with a validity", () => {
  expect(recastRefusal(aDefinition("t.a", { periodType: "static" }), rename)).not.toBeNull();
});

it("says of an index that weights are missing", () => {
  const index = aDefinition("t.a", { accumulation: "index", aggregation: { area: "none", time: "none" } });
  expect(recastRefusal(index)?.vi).toContain("quyền số");
});
