import { describe, expect, it } from "vitest";
import { childPeriods } from "./child-periods.ts";
import { nests } from "./nests.ts";
import { parentPeriod } from "./parent-period.ts";
import { periodFromId } from "./period-from-id.ts";
import { periodId } from "./period-id.ts";
import { PeriodType } from "./period-type.ts";

/** Rows: fine, columns: coarse, in the order of `PeriodType`; x = nests. */
const MATRIX = {
  //             hour day week h-m month quarter h-y year term static
  hour: "x x x x x x x x x .",
  day: ". x x x x x x x x .",
  week: ". . x . . . . x x .",
  "half-month": ". . . x x x x x x .",
  month: ". . . . x x x x x .",
  quarter: ". . . . . x x x x .",
  "half-year": ". . . . . . x x x .",
  year: ". . . . . . . x x .",
  term: ". . . . . . . . x .",
  static: ". . . . . . . . . x",
} as const satisfies Record<PeriodType, string>;

describe("nests", () => {
  it.each(PeriodType.options)("%s", (fine) => {
    const row = PeriodType.options.map((coarse) => (nests(fine, coarse) ? "x" : ".")).join(" ");
    expect(row).toBe(MATRIX[fine]);
  });
});

describe("parentPeriod", () => {
  it.each([
    ["2026-11-22T07", "hour", "day", "2026-11-22"],
    ["2026-11-22T07", "hour", "week", "2026-W47"],
    ["2026-11-22", "day", "half-month", "2026-11-16/P15D"],
    ["2026-11-22", "day", "month", "2026-11"],
    ["2026-11-01/P15D", "half-month", "quarter", "2026-Q4"],
    ["2026-10", "month", "half-year", "2026-S2"],
    ["2026-Q1", "quarter", "half-year", "2026-S1"],
    ["2026-S1", "half-year", "year", "2026"],
    ["2030", "year", "term", "2026/P5Y"],
    ["2025", "year", "term", "2021/P5Y"],
    ["2026-W53", "week", "year", "2026"],
    ["2027-01-01", "day", "year", "2027"],
    ["2027-01-01", "day", "week", "2026-W53"],
    ["2025-12-29", "day", "week", "2026-W01"],
    ["2026-W01", "week", "year", "2026"],
    ["2026-W01", "week", "term", "2026/P5Y"],
    ["2026-10", "month", "month", "2026-10"],
  ] as const)("of %s (%s) as %s is %s", (id, type, coarser, parent) => {
    expect(periodId(parentPeriod(periodFromId(id, type), coarser))).toBe(parent);
  });
});

describe("childPeriods", () => {
  it.each([
    ["2026", "year", "month", "2026-01", "2026-12"],
    ["2026", "year", "week", "2026-W01", "2026-W53"],
    ["2025", "year", "week", "2025-W01", "2025-W52"],
    ["2026/P5Y", "term", "year", "2026", "2030"],
    ["2024-02", "month", "day", "2024-02-01", "2024-02-29"],
    ["2026-02", "month", "half-month", "2026-02-01/P15D", "2026-02-16/P13D"],
    ["2026-11-22", "day", "hour", "2026-11-22T00", "2026-11-22T23"],
    ["2026-W47", "week", "hour", "2026-11-16T00", "2026-11-22T23"],
    ["2026-Q3", "quarter", "month", "2026-07", "2026-09"],
    ["2026-11-16/P15D", "half-month", "day", "2026-11-16", "2026-11-30"],
    ["2026-10", "month", "month", "2026-10", "2026-10"],
  ] as const)("of %s (%s) as %s run from %s to %s", (id, type, finer, first, last) => {
    const children = childPeriods(periodFromId(id, type), finer);
    expect(periodId({ type: finer, ordinal: children.first })).toBe(first);
    expect(periodId({ type: finer, ordinal: children.last })).toBe(last);
  });
});
