import { describe, expect, it } from "vitest";
import { anArea } from "../aggregation/testing/index.ts";
import { TOTAL_KEY } from "../breakdown/index.ts";
import type { OperandReading, OperandSource, SeriesAddress } from "../formula/index.ts";
import { aDefinition, aPeriod, definitionsOf, THREE_PROVINCES } from "../formula/testing/index.ts";
import { IndicatorCode } from "../indicator/index.ts";
import { missingValue, numberValue, type ObservationStatus } from "../observation/index.ts";
import { bindCell } from "./bind-cell.ts";
import { buildGraph } from "./build-graph.ts";
import { evaluatePlan } from "./evaluate-plan.ts";
import { AGGREGATED } from "./testing/aggregated-world.ts";

/** A cell as sent: a number or an absence, with its status. */
type Sent = [value: number | null, status: ObservationStatus | null];
type Cells = Readonly<Record<string, Sent>>;

/** Cells by `code@area[breakdown]`, with `-12` behind it for a year before; `@VN` and the total are left out. */
function sourceOf(cells: Cells, month = "2025-03"): OperandSource {
  const { ordinal: own } = aPeriod(month);
  return {
    open: (series) => ({
      at: (ordinal) => {
        const isMonth = series.indicator !== "t.year" && series.indicator !== "t.pop";
        return readingOf(cells[nameOf(series) + (isMonth && ordinal !== own ? String(ordinal - own) : "")]);
      },
    }),
  };
}

function nameOf({ indicator, area, breakdown, scenario }: SeriesAddress): string {
  const place = `${area === "VN" ? "" : `@${area}`}${breakdown === "" ? "" : `[${breakdown}]`}`;
  return `${indicator}${place}${scenario === "actual" ? "" : `:${scenario}`}`;
}

function readingOf(sent: Sent | undefined): OperandReading {
  if (sent === undefined) return { value: missingValue("not-reported"), token: null };
  const [number, status] = sent;
  const value = number === null ? missingValue("not-collected") : numberValue(number);
  return { value, status, token: null, origin: "reported" };
}

function statusOfFormula(formula: string, cells: Cells): ObservationStatus | null | undefined {
  const definitions = definitionsOf(
    aDefinition("t.x", { by: ["ownership"] }),
    aDefinition("t.y"),
    aDefinition("t.year", { periodType: "year", accumulation: "stock" }),
    aDefinition("d.z", { formula }),
  );
  return bindCell({
    graph: buildGraph(definitions),
    indicator: IndicatorCode.parse("d.z"),
    area: anArea("VN"),
    breakdown: TOTAL_KEY,
    source: sourceOf(cells),
    space: THREE_PROVINCES,
  })?.at(aPeriod("2025-03").ordinal).status;
}

describe("the status of a number computed by a formula", () => {
  it.each<[string, Cells, ObservationStatus | null]>([
    ["t.x - t.y", { "t.x": [3, "E"], "t.y": [2, "E"] }, "E"],
    ["t.x - t.y", { "t.x": [3, "P"], "t.y": [2, "E"] }, "E"],
    ["t.x - t.y", { "t.x": [3, "P"], "t.y": [2, "P"] }, "P"],
    ["t.x - t.y", { "t.x": [3, "A"], "t.y": [2, "F"] }, "F"],
    ["t.x - t.y", { "t.x": [3, "A"], "t.y": [2, null] }, "A"],
    ["t.x - t.y", { "t.x": [3, null], "t.y": [2, null] }, null],
    ["t.x - t.y", { "t.x": [3, "E"] }, null],
    ["t.x / (t.y - 2)", { "t.x": [3, "E"], "t.y": [2, "E"] }, null],
    ["coalesce(t.y, t.x)", { "t.x": [3, "A"], "t.y": [null, "L"] }, "A"],
    ["coalesce(t.y, t.x)", { "t.x": [3, "E"], "t.y": [2, "A"] }, "A"],
    ["if(t.x > 1, t.x, t.y)", { "t.x": [3, "P"], "t.y": [2, "E"] }, "P"],
    ["if(isMissing(t.y), 1, 0)", {}, null],
    ["yoy(t.x)", { "t.x": [3, "E"], "t.x-12": [2, "A"] }, "E"],
    ["yoy(t.x)", { "t.x": [3, "A"], "t.x-12": [2, "P"] }, "P"],
    ["rollingSum(t.x, 2)", { "t.x": [3, "A"], "t.x-1": [2, "E"] }, "E"],
    ["t.x / t.year", { "t.x": [3, "A"], "t.year": [12, "E"] }, "E"],
    ["t.x / t.x:plan", { "t.x": [3, "P"], "t.x:plan": [12, "A"] }, "P"],
    ["sum(t.x over area)", { "t.x@01": [1, "A"], "t.x@02": [2, "P"], "t.x@03": [3, "A"] }, "P"],
    ["sum(t.x over ownership)", { "t.x[ownership=FDI]": [1, "E"], "t.x[ownership=domestic]": [2, "A"] }, "E"],
  ])("%s over %j is %s", (formula, cells, status) => {
    expect(statusOfFormula(formula, cells)).toBe(status);
  });

  it("is carried through a chain of indicators computed in one go", () => {
    const definitions = definitionsOf(
      aDefinition("t.x"),
      aDefinition("t.y"),
      aDefinition("d.sum", { formula: "t.x + t.y" }),
      aDefinition("d.share", { formula: "t.x / d.sum" }),
    );
    const { ordinal } = aPeriod("2025-03");
    const series = ["d.sum", "d.share"].map((code) => ({
      indicator: IndicatorCode.parse(code),
      area: anArea("VN"),
      breakdown: TOTAL_KEY,
      periodType: "month" as const,
      ordinals: [ordinal],
    }));
    const source = sourceOf({ "t.x": [3, "A"], "t.y": [2, "E"] });
    const plan = { series, cellCount: 2 };
    const results = evaluatePlan({ graph: buildGraph(definitions), plan, source, space: THREE_PROVINCES });
    expect(results.map(({ status }) => status)).toEqual(["E", "E"]);
  });
});

/** Of a present unit in a month before the merger: made of the units it was. */
function statusOfWhole(code: string, area: string, cells: Cells): ObservationStatus | null | undefined {
  const month = "2024-12";
  const { graph, space } = AGGREGATED;
  const indicator = IndicatorCode.parse(code);
  const source = sourceOf(cells, month);
  const cell = bindCell({ graph, indicator, area: anArea(area), breakdown: TOTAL_KEY, source, space });
  return cell?.at(aPeriod(month).ordinal).status;
}

describe("the status of a whole", () => {
  const RATES: Cells = { "t.w@vn63:10": [5, "A"], "t.w@vn63:11": [9, "A"] };
  it.each<[string, string, string, Cells, ObservationStatus | null]>([
    ["is that of its least firm part", "t.sum", "31", { "t.sum@vn63:10": [1, "P"], "t.sum@vn63:11": [2, "E"] }, "E"],
    ["is none where the whole is missing", "t.sum", "31", { "t.sum@vn63:10": [1, "P"] }, null],
    ["is kept by a unit that took another code", "t.none", "32", { "t.none@vn63:12": [1, "P"] }, "P"],
    ["counts the weights", "t.w", "31", { ...RATES, "t.pop@vn63:10": [1, "A"], "t.pop@vn63:11": [3, "E"] }, "E"],
  ])("%s", (_name, code, area, cells, status) => {
    expect(statusOfWhole(code, area, cells)).toBe(status);
  });
});
