import { Agency } from "../../agency/index.ts";
import { createAggregationPlaces } from "../../aggregation/index.ts";
import { anArea, SMALL_COUNTRY, SPLIT } from "../../aggregation/testing/index.ts";
import { type BreakdownKey, breakdownKey } from "../../breakdown/index.ts";
import type { AreaSpace } from "../../formula/index.ts";
import { lastDayOf } from "../../formula/period-arithmetic.ts";
import { aDefinition, definitionsOf } from "../../formula/testing/index.ts";
import { IndicatorCode } from "../../indicator/index.ts";
import { buildGraph } from "../build-graph.ts";
import type { World } from "./small-world.ts";

const by = ["ownership", "agency"];
const weight = (code: string) => IndicatorCode.parse(code);

/** Definitions with every rule, and formulas over them. */
export const AGGREGATED_DEFINITIONS = definitionsOf(
  aDefinition("t.sum", { by }),
  aDefinition("t.part", { aggregation: { area: "sum", time: "sum", partialOver: ["area"] } }),
  aDefinition("t.pop", { periodType: "year", accumulation: "stock", aggregation: { area: "sum", time: "last" } }),
  aDefinition("t.fixed", { periodType: "static" }),
  aDefinition("t.mean", { accumulation: "rate", aggregation: { area: "mean", time: "mean" } }),
  aDefinition("t.max", { accumulation: "stock", by, aggregation: { area: "max", time: "max" } }),
  aDefinition("t.min", { accumulation: "stock", aggregation: { area: "min", time: "min" } }),
  aDefinition("t.w", {
    by,
    accumulation: "rate",
    aggregation: { area: "weighted", time: "none", weight: weight("t.pop") },
  }),
  aDefinition("t.wk", {
    accumulation: "rate",
    aggregation: { area: "weighted", time: "none", weight: weight("t.fixed") },
  }),
  aDefinition("t.none", { accumulation: "index", aggregation: { area: "none", time: "none" } }),
  aDefinition("d.rate", { formula: "t.sum / t.part * 100", aggregation: { area: "recompute", time: "recompute" } }),
  aDefinition("d.lin", { formula: "t.sum + 2 * t.sum[ownership=FDI]" }),
  aDefinition("d.own", { formula: "t.sum - previous(t.sum)", by }),
  aDefinition("d.max", { formula: "t.sum - t.none", aggregation: { area: "max", time: "max" } }),
  aDefinition("d.gap", { formula: "d.rate - d.rate@VN", aggregation: { area: "none", time: "none" } }),
  aDefinition("d.rank", { formula: "rank(t.sum)", aggregation: { area: "none", time: "none" } }),
  aDefinition("d.w", {
    formula: "t.none * 2",
    aggregation: { area: "weighted", time: "none", weight: weight("d.lin") },
  }),
  aDefinition("d.parent", { formula: "t.sum / t.sum@parent", aggregation: { area: "recompute", time: "none" } }),
  aDefinition("d.over", { formula: "sum(t.sum over area)", aggregation: { area: "none", time: "none" } }),
  aDefinition("d.quarter", {
    formula: "t.sum / t.pop",
    periodType: "quarter",
    aggregation: { area: "recompute", time: "none" },
  }),
);

/** Two ministries merged whole into a new one. */
const agency = (code: string, fields: Partial<Agency>): Agency =>
  Agency.parse({
    code,
    name: { vi: code, en: code },
    kind: "ministry",
    parent: null,
    egovCode: null,
    validFrom: null,
    validTo: null,
    successor: null,
    mergedWhole: null,
    simulated: false,
    ...fields,
  });
const former = { validTo: "2024-12-31", successor: "mae", mergedWhole: true };
export const AGENCIES = [agency("mae", { validFrom: "2025-01-01" }), agency("mard", former), agency("monre", former)];

export const AGGREGATED_BREAKDOWNS: readonly BreakdownKey[] = [
  { ownership: "FDI", agency: "mard" },
  { ownership: "FDI", agency: "mae" },
  { agency: "mard" },
  { agency: "monre" },
  { agency: "mae" },
  { ownership: "FDI" },
  { ownership: "domestic" },
  {},
].map(breakdownKey);

const PROVINCES = SMALL_COUNTRY.filter(({ level, simulated }) => level === "province" && !simulated)
  .map(({ code }) => code)
  .sort();
const NEW_YEAR_2025 = Date.UTC(2025, 0, 1) / 86_400_000;

const SPACE: AreaSpace = {
  parentOf: (area) => (PROVINCES.includes(area) ? anArea("VN") : null),
  childrenOf: (area, period) => {
    if (area !== "VN") return [];
    if (period === null) return PROVINCES;
    const isPresent = lastDayOf(period.type, period.ordinal) >= NEW_YEAR_2025;
    return PROVINCES.filter((code) => code.startsWith("vn63:") !== isPresent);
  },
  partsOf: (dimension, indicator) => (dimension === "ownership" && indicator === "t.sum" ? ["domestic", "FDI"] : null),
};

/** A country with regions, communes, mergers, a rename and a split, with aggregation switched on. */
export const AGGREGATED: World = {
  graph: buildGraph(AGGREGATED_DEFINITIONS, {
    aggregation: createAggregationPlaces({
      areas: SMALL_COUNTRY,
      lineage: SPLIT,
      agencies: AGENCIES,
      agencyDimensions: ["agency"],
    }),
  }),
  areas: ["31001", "31002", ...PROVINCES.toReversed(), "RA", "RB", "VN"].map(anArea),
  breakdowns: AGGREGATED_BREAKDOWNS,
  space: SPACE,
  results: { month: [2024 * 12 + 8, 2025 * 12 + 5], quarter: [2024 * 4, 2025 * 4 + 3], year: [2023, 2026] },
};
