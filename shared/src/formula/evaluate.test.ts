import { describe, expect, it } from "vitest";
import { aDefinition, aPeriod, type CellContent, definitionsOf, evaluateAt } from "./testing/index.ts";

const definitions = definitionsOf(
  aDefinition("t.x", { by: ["ownership"] }),
  aDefinition("t.y"),
  aDefinition("t.cum", { accumulation: "ytd", aggregation: { area: "sum", time: "last" } }),
  aDefinition("t.since", { accumulation: "cumulative", aggregation: { area: "sum", time: "last" } }),
  aDefinition("t.day", { periodType: "day" }),
  aDefinition("t.week", { periodType: "week" }),
  aDefinition("t.year", { periodType: "year", accumulation: "stock" }),
  aDefinition("t.fixed", { periodType: "static" }),
  aDefinition("t.stock", { accumulation: "stock", aggregation: { area: "sum", time: "last" } }),
  aDefinition("t.mean", { accumulation: "stock", aggregation: { area: "sum", time: "mean" } }),
  aDefinition("t.cpi", { accumulation: "index", breaks: [{ from: "2020-08", reason: { vi: "", en: "" } }] }),
  aDefinition("t.local", { breaks: [{ from: "2008-08", areas: ["01"], reason: { vi: "", en: "" } }] }),
  aDefinition("t.low", { direction: "lower" }),
);

type Outcome = number | string;

function outcome(
  formula: string,
  period: string,
  cells: Record<string, CellContent>,
  place: { area?: string; breakdown?: Record<string, string> } = {},
): Outcome {
  const { value } = evaluateAt(formula, period, cells, { definitions, ...place });
  if (value.kind === "number") return value.value;
  return value.kind === "missing" ? `missing ${value.reason}` : `error ${value.code}`;
}

describe("missing and error", () => {
  const x = { "t.x/2025-03": 6 } as const;
  it.each<[string, Record<string, CellContent>, Outcome]>([
    ["t.x + t.y", x, "missing not-reported"],
    ["t.x + t.y", { "t.x/2025-03": "missing:retracted" }, "missing retracted"],
    ["t.y + t.x", { "t.x/2025-03": "missing:retracted" }, "missing not-reported"],
    ["t.x + t.y", { "t.x/2025-03": "error" }, "error division-by-zero"],
    ["t.y + t.x", { "t.x/2025-03": "error" }, "error division-by-zero"],
    ["t.y + 1 + t.x", { "t.x/2025-03": "error" }, "error division-by-zero"],
    ["if(t.x > t.y, 1, 0)", { "t.y/2025-03": "error" }, "error division-by-zero"],
    ["coalesce(t.y, t.x)", x, 6],
    ["coalesce(t.y, 0)", {}, 0],
    ["coalesce(t.y, t.x)", {}, "missing not-reported"],
    ["coalesce(t.y, 0)", { "t.y/2025-03": "error" }, "error division-by-zero"],
    ["if(isMissing(t.y), 1, 0)", {}, 1],
    ["if(isMissing(t.x), 1, 0)", x, 0],
    ["if(isMissing(t.x), 1, 0)", { "t.x/2025-03": "error" }, "error division-by-zero"],
    ["if(t.x > 5, t.x, t.y)", x, 6],
    ["if(t.y > 5, t.x, t.x)", x, "missing not-reported"],
    ["if(t.x > 5 or t.y > 5, 1, 0)", x, "missing not-reported"],
    ["t.x / (t.x - 6)", x, "error division-by-zero"],
    ["0 / (t.x - 6)", x, "error division-by-zero"],
    ["0^(t.x - 7)", x, "error division-by-zero"],
    ["sqrt(-t.x)", x, "error root-of-negative"],
    ["(-t.x)^0.5", x, "error root-of-negative"],
    ["ln(t.x - 6)", x, "error log-of-non-positive"],
    ["exp(t.x * 1000)", x, "error not-finite"],
    ["t.x + true", x, "error type-mismatch"],
    ["if(t.x, 1, 0)", x, "error type-mismatch"],
    ["if(true = 1, 1, 0)", x, "error type-mismatch"],
    ["t.x > 1", x, "error type-mismatch"],
    ["min(t.x, t.y)", x, "missing not-reported"],
    ["step(t.x, 1, 6, 7)", x, 2],
    ["step(t.x, 7, 8, 9)", x, 0],
    ["step(t.x, 1, t.y, 7)", x, "missing not-reported"],
    ["share(t.x, 24)", x, 25],
    ["share(t.x, 0)", x, "error division-by-zero"],
    ["t.x * 0", x, 0],
    ["-t.x * 0", x, 0],
  ])("%s over %o is %s", (formula, cells, expected) => {
    expect(outcome(formula, "2025-03", cells)).toBe(expected);
  });
});

describe("time", () => {
  const months: Record<string, CellContent> = {
    "t.x/2024-01": 5,
    "t.x/2024-02": 5,
    "t.x/2024-03": 10,
    "t.x/2024-12": 7,
    "t.x/2025-01": 6,
    "t.x/2025-02": 8,
    "t.x/2025-03": 12,
    "t.cum/2024-12": 100,
    "t.cum/2025-01": 10,
    "t.cum/2025-02": 25,
    "t.since/2024-12": 100,
    "t.since/2025-01": 110,
  };
  it.each<[string, string, Outcome]>([
    ["previous(t.x)", "2025-01", 7],
    ["lag(t.x, 2)", "2025-03", 6],
    ["yearAgo(t.x)", "2025-03", 10],
    ["yoy(t.x)", "2025-03", 20],
    ["pop(t.x)", "2025-03", 50],
    ["yoy(t.x)", "2025-04", "missing not-reported"],
    ["yoy(t.x - 10)", "2025-03", "error base-not-positive"],
    ["ytd(t.x)", "2025-03", 26],
    ["ytd(t.x)", "2025-04", "missing incomplete-parts"],
    ["ytd(t.x)", "2026-02", "missing not-reported"],
    ["yoy(ytd(t.x))", "2025-03", 30],
    ["ytdMean(t.x)", "2025-02", 7],
    ["endOfLastYear(t.x)", "2025-03", 7],
    ["rollingSum(t.x, 3)", "2025-03", 26],
    ["rollingSum(t.x, 4)", "2025-03", 33],
    ["rollingMean(t.x, 2)", "2025-03", 10],
    ["rollingMean(t.x, 5)", "2025-03", "missing incomplete-parts"],
    ["inPeriod(t.cum)", "2025-01", 10],
    ["inPeriod(t.cum)", "2025-02", 15],
    ["inPeriod(t.since)", "2025-01", 10],
  ])("%s at %s is %s", (formula, period, expected) => {
    expect(outcome(formula, period, months)).toBe(expected);
  });

  it.each<[string, string, Record<string, CellContent>, Outcome]>([
    ["t.x / t.year", "2025-03", { "t.x/2025-03": 3, "t.year/2025": 6 }, 0.5],
    ["t.x / yearAgo(t.year)", "2025-03", { "t.x/2025-03": 3, "t.year/2024": 4 }, 0.75],
    ["t.week / t.year", "2024-W01", { "t.week/2024-W01": 3, "t.year/2024": 6 }, 0.5],
    ["t.week / t.year", "2025-W01", { "t.week/2025-W01": 3, "t.year/2025": 6 }, 0.5],
    ["yearAgo(t.week)", "2026-W53", { "t.week/2025-W52": 1 }, "missing not-applicable"],
    ["yearAgo(t.day)", "2024-02-29", { "t.day/2023-02-28": 1 }, "missing not-applicable"],
    ["t.stock", "2025-Q1", { "t.stock/2025-03": 5 }, 5],
    ["t.stock", "2025-Q1", { "t.stock/2025-02": 5 }, "missing not-reported"],
    ["t.x", "2025-Q1", { "t.x/2025-01": 1, "t.x/2025-02": 2, "t.x/2025-03": 4 }, 7],
    ["t.x", "2025-Q1", { "t.x/2025-01": 1, "t.x/2025-03": 4 }, "missing incomplete-parts"],
    ["t.mean", "2025-Q1", { "t.mean/2025-01": 1, "t.mean/2025-02": 2, "t.mean/2025-03": 6 }, 3],
    ["t.x / t.x:plan", "2025-03", { "t.x/2025-03": 1, "t.x:plan/2025-03": 4 }, 0.25],
  ])("other period types: %s at %s", (formula, period, cells, expected) => {
    expect(outcome(formula, period, cells)).toBe(expected);
  });

  it("asks a static operand for the last day of the period", () => {
    const { operands } = evaluateAt("t.x / t.fixed", "2025-02", {}, { definitions });
    expect(operands[1]?.period).toEqual({ type: "static", ordinal: aPeriod("2025-02-28").ordinal });
  });
});

describe("comparability breaks", () => {
  const cpi: Record<string, CellContent> = {
    "t.cpi/2020-07": 110,
    "t.cpi/2020-08": 100,
    "t.cpi/2020-09": 101,
    "t.cpi/2019-12": 105,
    "t.cpi/2021-08": 103,
  };
  it.each<[string, string, Outcome]>([
    ["pop(t.cpi)", "2020-08", "error comparability-break"],
    ["pop(t.cpi)", "2020-09", 1],
    ["t.cpi / endOfLastYear(t.cpi)", "2020-09", "error comparability-break"],
    ["t.cpi / endOfLastYear(t.cpi)", "2020-07", 110 / 105],
    ["yoy(t.cpi)", "2021-08", 3],
    ["yearAgo(t.cpi)", "2021-07", "error comparability-break"],
    ["yoy(t.cpi)", "2021-07", "missing not-reported"],
    ["rollingMean(t.cpi, 2)", "2020-08", "error comparability-break"],
    ["t.cpi", "2020-Q3", "error comparability-break"],
  ])("%s at %s is %s", (formula, period, expected) => {
    expect(outcome(formula, period, cpi)).toBe(expected);
  });

  it("concerns only the areas it names", () => {
    const cells = {
      "t.local@01/2008-07": 1,
      "t.local@01/2008-08": 2,
      "t.local@02/2008-07": 1,
      "t.local@02/2008-08": 2,
    };
    expect(outcome("pop(t.local)", "2008-08", cells, { area: "01" })).toBe("error comparability-break");
    expect(outcome("pop(t.local)", "2008-08", cells, { area: "02" })).toBe(100);
  });
});

describe("space and breakdown", () => {
  const cells: Record<string, CellContent> = {
    "t.x/2025-03": 100,
    "t.x[ownership=FDI]/2025-03": 70,
    "t.x[ownership=domestic]/2025-03": 30,
    "t.x@01/2025-03": 10,
    "t.x@02/2025-03": 20,
    "t.x@03/2025-03": 20,
    "t.low@01/2025-03": 1,
    "t.low@02/2025-03": 2,
  };
  it.each<[string, { area?: string; breakdown?: Record<string, string> }, Outcome]>([
    ["t.x[ownership=FDI]", {}, 70],
    ["t.x", { breakdown: { ownership: "FDI" } }, 70],
    ["share(t.x, t.x[ownership=_T])", { breakdown: { ownership: "FDI" } }, 70],
    ["sum(t.x over ownership)", {}, 100],
    ["sum(t.x over area)", {}, 50],
    ["sum(t.low over area)", {}, "missing incomplete-parts"],
    ["sum(t.x over area)", { area: "01" }, "missing not-applicable"],
    ["t.x - t.x@VN", { area: "01" }, -90],
    ["t.x / t.x@parent", { area: "01" }, 0.1],
    ["t.x / t.x@parent", {}, "missing not-applicable"],
    ["rank(t.x)", { area: "02" }, 1],
    ["rank(t.x)", { area: "03" }, 1],
    ["rank(t.x)", { area: "01" }, 3],
    ["rank(t.low)", { area: "01" }, 1],
    ["rank(t.low)", { area: "03" }, "missing not-reported"],
    ["rank(t.x)", {}, "missing not-applicable"],
  ])("%s at %o is %s", (formula, place, expected) => {
    expect(outcome(formula, "2025-03", cells, place)).toBe(expected);
  });
});

describe("explanation", () => {
  it("lists every reading once, in order, with the functions around it", () => {
    const { operands } = evaluateAt("yoy(ytd(t.x)) + t.x * 0 + t.x * 0", "2025-02", {}, { definitions });
    expect(operands.map(({ ref, token }) => [ref, token])).toEqual([
      ["yoy(ytd(t.x))", "t.x/2025-01"],
      ["yoy(ytd(t.x))", "t.x/2025-02"],
      ["yoy(ytd(t.x))", "t.x/2024-01"],
      ["yoy(ytd(t.x))", "t.x/2024-02"],
      ["t.x", "t.x/2025-02"],
    ]);
  });
});

describe("whether a derived cell exists", () => {
  it.each<[string, Record<string, CellContent>, boolean]>([
    ["t.x / t.year", { "t.year/2025": 4 }, false],
    ["t.x / t.year", { "t.x/2025-03": 4 }, true],
    ["t.x - yearAgo(t.x)", { "t.x/2024-03": 4 }, false],
    ["ytd(t.x)", { "t.x/2025-01": 4 }, false],
    ["ytd(t.x)", { "t.x/2025-03": 4 }, true],
    ["t.x - t.x:target", { "t.x:target/2025-03": 4 }, false],
    ["t.x / endOfLastYear(t.y - t.y)", { "t.y/2024-12": 4 }, false],
    ["yearAgo(t.x)", { "t.x/2024-03": 4 }, true],
    ["t.x / 0", { "t.x/2025-03": 4 }, true],
    ["coalesce(t.x, 0)", {}, true],
  ])("%s over %o: %s", (formula, cells, live) => {
    expect(evaluateAt(formula, "2025-03", cells, { definitions }).live).toBe(live);
  });
});
