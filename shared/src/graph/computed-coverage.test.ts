import { describe, expect, it } from "vitest";
import { anArea } from "../aggregation/testing/index.ts";
import { TOTAL_KEY } from "../breakdown/index.ts";
import type { OperandSource } from "../formula/index.ts";
import { aDefinition, aPeriod, definitionsOf, THREE_PROVINCES } from "../formula/testing/index.ts";
import { IndicatorCode } from "../indicator/index.ts";
import { type Coverage, missingValue, numberValue } from "../observation/index.ts";
import { bindCell } from "./bind-cell.ts";
import { buildGraph } from "./build-graph.ts";
import { AGGREGATED } from "./testing/aggregated-world.ts";

/** Cells by `code`, `code@area` or `code-12`: a number or an absence, with how many of how many it stands on. */
type Cells = Readonly<Record<string, readonly [value: number | null, have?: number, of?: number, weight?: number]>>;

function sourceOf(cells: Cells, own: number): OperandSource {
  return {
    open: ({ indicator, area }) => ({
      at: (ordinal) => {
        const shift = ordinal === own ? "" : String(ordinal - own);
        const [number, have, of, weightShare = null] = cells[
          `${indicator}${area === "VN" ? "" : `@${area}`}${shift}`
        ] ?? [null];
        const value = number === null ? missingValue("not-reported") : numberValue(number);
        return { value, token: null, ...(have === undefined ? {} : { coverage: { have, of: of ?? 0, weightShare } }) };
      },
    }),
  };
}

const covered = (have: number, of: number, weightShare: number | null = null): Coverage => ({ have, of, weightShare });

function ofFormula(formula: string, cells: Cells): Coverage | null | undefined {
  const definitions = definitionsOf(aDefinition("t.x"), aDefinition("t.y"), aDefinition("d.z", { formula }));
  const { ordinal } = aPeriod("2025-03");
  const indicator = IndicatorCode.parse("d.z");
  const source = sourceOf(cells, ordinal);
  const graph = buildGraph(definitions);
  const place = { area: anArea("VN"), breakdown: TOTAL_KEY, space: THREE_PROVINCES };
  return bindCell({ graph, indicator, source, ...place })?.at(ordinal).coverage;
}

describe("the coverage of a number computed by a formula", () => {
  it.each<[string, Cells, Coverage | null]>([
    ["t.x / t.y", { "t.x": [3], "t.y": [2] }, null],
    ["t.x / t.y", { "t.x": [3, 34, 34], "t.y": [2, 34, 34] }, null],
    ["t.x / t.y", { "t.x": [3, 20, 34], "t.y": [2, 34, 34] }, covered(20, 34)],
    ["t.x / t.y", { "t.x": [3, 31, 34], "t.y": [2, 20, 34] }, covered(20, 34)],
    ["t.x / t.y", { "t.x": [3, 9, 10], "t.y": [2, 33, 34] }, covered(9, 10)],
    ["t.x / t.y", { "t.x": [3, 17, 34], "t.y": [2, 1, 2] }, covered(17, 34)],
    ["t.x / t.y", { "t.x": [3, 20, 34, 0.9], "t.y": [2, 20, 34, 0.4] }, covered(20, 34, 0.4)],
    ["t.x / t.y", { "t.x": [3, 20, 34] }, null],
    ["t.x / (t.y - 2)", { "t.x": [3, 20, 34], "t.y": [2, 34, 34] }, null],
    ["coalesce(t.y, t.x)", { "t.x": [3, 20, 34] }, covered(20, 34)],
    ["coalesce(t.y, t.x)", { "t.x": [3, 20, 34], "t.y": [2] }, null],
    ["if(t.y > 1, t.y, t.x)", { "t.x": [3, 20, 34], "t.y": [2] }, null],
    ["t.x - previous(t.x)", { "t.x": [3, 34, 34], "t.x-1": [2, 31, 34] }, covered(31, 34)],
    ["rollingSum(t.x, 2)", { "t.x": [3, 33, 34], "t.x-1": [2, 31, 34] }, covered(31, 34)],
    ["sum(t.x over area)", { "t.x@01": [3], "t.x@02": [3, 4, 5], "t.x@03": [3] }, covered(4, 5)],
  ])("%s over %j is %j", (formula, cells, coverage) => {
    expect(ofFormula(formula, cells)).toEqual(coverage);
  });
});

/** A present unit in a month before the merger, made of the units it was. */
function ofWhole(code: string, area: string, cells: Cells) {
  const { ordinal } = aPeriod("2024-12");
  const { graph, space } = AGGREGATED;
  const source = sourceOf(cells, ordinal);
  const place = { indicator: IndicatorCode.parse(code), area: anArea(area), breakdown: TOTAL_KEY };
  return bindCell({ graph, source, space, ...place })?.at(ordinal);
}

describe("the coverage of a whole with partial parts", () => {
  it("counts a part that stands on some of its own parts as not had, and has its number all the same", () => {
    const found = ofWhole("t.sum", "31", { "t.sum@vn63:10": [1, 7, 9], "t.sum@vn63:11": [2] });
    expect(found).toMatchObject({ value: numberValue(3), coverage: covered(1, 2) });
  });

  it("keeps a whole that lacks a part alive though its other part is partial", () => {
    const found = ofWhole("t.sum", "31", { "t.sum@vn63:10": [1, 7, 9] });
    expect(found).toMatchObject({
      value: missingValue("incomplete-predecessors"),
      live: true,
      coverage: covered(0, 2),
    });
  });

  it("is carried over by a unit that took another code", () => {
    expect(ofWhole("t.none", "32", { "t.none@vn63:12": [1, 7, 9] })?.coverage).toEqual(covered(0, 1));
  });
});
