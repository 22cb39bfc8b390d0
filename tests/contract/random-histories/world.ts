import { Agency } from "@bochiso/shared/agency";
import { type Area, AreaCode } from "@bochiso/shared/area";
import { type BreakdownKey, breakdownKey } from "@bochiso/shared/breakdown";
import { IndicatorCode, type IndicatorDefinition } from "@bochiso/shared/indicator";
import type { PeriodType } from "@bochiso/shared/period";
import { SMALL_COUNTRY } from "../../../shared/src/aggregation/testing/index.ts";
import { anIndicator } from "../../support/calculation/an-indicator.ts";
import type { TestCatalogue } from "../../support/calculation/save-catalogue.ts";

const by = ["ownership", "agency"];
const weight = (code: string) => IndicatorCode.parse(code);
const text = { vi: "Đổi năm gốc", en: "Base year changed" };
const rate = { accumulation: "rate", valueType: "ratio" } as const;
const stock = { accumulation: "stock" } as const;
const none = { area: "none", time: "none" } as const;
const recompute = { area: "recompute", time: "none" } as const;

/** What feeds send: every period type a formula may nest, every rule of aggregation, validity, breaks, scenarios. */
const INPUTS = [
  anIndicator("t.x", { by }),
  anIndicator("t.y", { by: ["ownership"] }),
  anIndicator("t.part", { aggregation: { area: "sum", time: "sum", partialOver: ["area"] } }),
  anIndicator("t.cum", { accumulation: "ytd", aggregation: { area: "sum", time: "last" } }),
  anIndicator("t.since", { accumulation: "cumulative", aggregation: { area: "sum", time: "last" } }),
  anIndicator("t.pop", { periodType: "year", ...stock, aggregation: { area: "sum", time: "last" } }),
  anIndicator("t.fixed", { periodType: "static" }),
  anIndicator("t.mean", { ...rate, aggregation: { area: "mean", time: "mean" } }),
  anIndicator("t.max", { ...stock, by, aggregation: { area: "max", time: "max" } }),
  anIndicator("t.min", { ...stock, aggregation: { area: "min", time: "min" } }),
  anIndicator("t.w", { ...rate, by, aggregation: { area: "weighted", time: "none", weight: weight("t.pop") } }),
  anIndicator("t.wk", { ...rate, aggregation: { area: "weighted", time: "none", weight: weight("t.fixed") } }),
  anIndicator("t.none", { accumulation: "index", aggregation: none }),
  anIndicator("t.brk", {
    breaks: [
      { from: "2025-02", reason: text },
      { from: "2024-12", areas: ["vn63:13"], reason: text },
    ],
  }),
  anIndicator("t.quarter", { periodType: "quarter" }),
  anIndicator("t.half", { periodType: "half-month" }),
  anIndicator("t.week", { periodType: "week" }),
  anIndicator("t.day", { periodType: "day" }),
] satisfies IndicatorDefinition[];

/** Formulas with every function of time, every step in space and breakdown, chains, errors, and own reported values. */
const DERIVED = [
  anIndicator("d.sum", { formula: "t.x + t.y" }),
  anIndicator("d.rate", { ...rate, formula: "t.x / t.part * 100", aggregation: recompute }),
  anIndicator("d.rep", { ...rate, formula: "t.x / t.y * 100", acceptsReported: true, aggregation: recompute }),
  anIndicator("d.chain", { ...rate, formula: "yoy(ytd(d.sum))", aggregation: none }),
  anIndicator("d.year", { ...rate, formula: "t.x / t.pop", aggregation: recompute }),
  anIndicator("d.gap", { ...rate, formula: "d.rate - d.rate@VN", aggregation: none }),
  anIndicator("d.over", { formula: "sum(t.x over area)", by: ["ownership"], aggregation: none }),
  anIndicator("d.roll", { formula: "rollingSum(t.x, 3) - previous(t.y)", aggregation: none }),
  anIndicator("d.rmean", { formula: "rollingMean(t.brk, 2)", aggregation: none }),
  anIndicator("d.ymean", { formula: "ytdMean(t.y)", aggregation: none }),
  anIndicator("d.end", { ...rate, formula: "t.x / endOfLastYear(t.x)", by, aggregation: none }),
  anIndicator("d.share", { ...rate, formula: "share(t.x, t.x[ownership=_T])", by: ["ownership"], aggregation: none }),
  anIndicator("d.const", { formula: "t.x * t.fixed", aggregation: none }),
  anIndicator("d.quarter", { formula: "t.x + d.sum", periodType: "quarter", aggregation: none }),
  anIndicator("d.rank", { ...rate, formula: "rank(d.sum)", aggregation: none }),
  anIndicator("d.parent", { ...rate, formula: "t.y / t.y@parent", aggregation: recompute }),
  anIndicator("d.in", { formula: "inPeriod(t.cum)", aggregation: none }),
  anIndicator("d.since", { formula: "inPeriod(t.since)", aggregation: none }),
  anIndicator("d.by", { formula: "sum(t.x over ownership)", aggregation: none }),
  anIndicator("d.target", { formula: "t.x - t.x:target", by, aggregation: none }),
  anIndicator("d.pick", { ...rate, formula: "t.x[ownership=FDI] / t.x", aggregation: none }),
  anIndicator("d.or", { formula: "coalesce(t.y, lag(t.x, 12))", aggregation: none }),
  anIndicator("d.if", { formula: "if(t.y > t.part, t.y, t.part)", aggregation: none }),
  anIndicator("d.log", { ...rate, formula: "ln(t.y) + sqrt(t.x)", aggregation: none }),
  anIndicator("d.pop", { ...rate, formula: "pop(t.brk)", aggregation: none }),
  anIndicator("d.yoy", { ...rate, formula: "yoy(t.brk)", aggregation: none }),
  anIndicator("d.growth", { ...rate, formula: "yoy(t.y)", aggregation: none }),
  anIndicator("d.ago", { formula: "yearAgo(t.max) - t.max", by, aggregation: { area: "max", time: "max" } }),
  anIndicator("d.own", { formula: "t.x - previous(t.x)", by }),
  anIndicator("d.w", {
    ...rate,
    formula: "t.none * 2",
    aggregation: { area: "weighted", time: "none", weight: weight("d.sum") },
  }),
  anIndicator("d.halves", { formula: "t.half + t.x", aggregation: none }),
  anIndicator("d.coarse", { ...rate, formula: "t.x / t.quarter", aggregation: none }),
  anIndicator("d.week", { formula: "t.week - previous(t.week) + t.pop", periodType: "week", aggregation: none }),
  anIndicator("d.day", { formula: "rollingSum(t.day, 3)", periodType: "day", aggregation: none }),
  anIndicator("d.days", { formula: "t.day", aggregation: none }),
  anIndicator("d.annual", { formula: "t.quarter", periodType: "year" }),
  anIndicator("d.term", { formula: "t.pop", periodType: "term", aggregation: none }),
  anIndicator("d.step", { ...rate, formula: "step(d.rate, 0, 50, 100)", aggregation: none }),
] satisfies IndicatorDefinition[];

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
const named = (code: string) => ({ code, name: { vi: code, en: code } });

/** Provinces before and after a merger at the end of 2024, two regions, two communes, two ministries that became one. */
export const WORLD: TestCatalogue = {
  definitions: [...INPUTS, ...DERIVED],
  areas: SMALL_COUNTRY.filter(({ simulated }) => !simulated),
  agencies: [agency("mae", { validFrom: "2025-01-01" }), agency("mard", former), agency("monre", former)],
  dimensions: [
    { id: "ownership", name: named("ownership").name, open: false, codes: ["domestic", "FDI"].map(named) },
    { id: "agency", name: named("agency").name, open: false, codes: ["mard", "monre", "mae"].map(named) },
  ],
};

/** Every breakdown that rows use, parts before what they make. */
export const BREAKDOWNS: readonly BreakdownKey[] = [
  { ownership: "FDI", agency: "mard" },
  { ownership: "FDI", agency: "mae" },
  { agency: "mard" },
  { agency: "monre" },
  { agency: "mae" },
  { ownership: "FDI" },
  { ownership: "domestic" },
  {},
].map(breakdownKey);

const month = (year: number, at: number): number => year * 12 + at - 1;
const day = (iso: string): number => Date.parse(iso) / 86_400_000;

/** Periods that rows describe, around the change of year and of units, with those of the year before. */
export const SENT_PERIODS: Readonly<Partial<Record<PeriodType, readonly number[]>>> = {
  day: [day("2024-12-30"), day("2024-12-31"), day("2025-01-01"), day("2025-01-02")],
  week: [2868, 2869, 2870, 2871],
  "half-month": [2024 * 24 + 22, 2024 * 24 + 23, 2025 * 24, 2025 * 24 + 1],
  month: [
    month(2023, 12),
    month(2024, 1),
    month(2024, 11),
    month(2024, 12),
    month(2025, 1),
    month(2025, 2),
    month(2025, 3),
  ],
  quarter: [2024 * 4 + 3, 2025 * 4],
  year: [2023, 2024, 2025],
  static: [day("2024-05-01"), day("2025-02-01")],
};

/** First and last result of each period type that any of these periods can reach, generously. */
export const RESULT_PERIODS: Readonly<Partial<Record<PeriodType, readonly [number, number]>>> = {
  day: [day("2024-12-27"), day("2025-01-08")],
  week: [2866, 2875],
  "half-month": [2024 * 24 + 20, 2025 * 24 + 5],
  month: [month(2023, 11), month(2026, 5)],
  quarter: [2023 * 4 + 2, 2025 * 4 + 3],
  year: [2022, 2027],
  term: [-2, 3],
};

/** Areas whose values feeds send by themselves: those that are no whole of others. */
export const LEAVES: readonly AreaCode[] = WORLD.areas
  .filter(({ level, code }: Area) => level === "commune" || (level === "province" && code !== "31"))
  .map(({ code }) => AreaCode.parse(code));
export const INPUT_CODES: readonly string[] = [...INPUTS.map(({ code }) => code), "d.rep"];
