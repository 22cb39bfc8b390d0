import { describe, expect, it } from "vitest";
import { formatPeriod } from "./format-period.ts";
import { formatYearToDate } from "./format-year-to-date.ts";
import { periodFromId } from "./period-from-id.ts";
import type { PeriodType } from "./period-type.ts";
import { readWrittenPeriod } from "./read-written-period.ts";

const IDS: readonly (readonly [PeriodType, string])[] = [
  ["hour", "2026-11-22T07"],
  ["day", "2026-11-22"],
  ["week", "2026-W07"],
  ["half-month", "2026-02-01/P15D"],
  ["half-month", "2026-02-16/P13D"],
  ["month", "2026-10"],
  ["quarter", "2026-Q3"],
  ["half-year", "2026-S1"],
  ["half-year", "2026-S2"],
  ["year", "2026"],
  ["term", "2026/P5Y"],
  ["static", "2026-01-01/.."],
];

describe("a period as people write it", () => {
  it.each(IDS)("is read back as it is printed: %s %s", (type, id) => {
    const period = periodFromId(id, type);
    for (const style of ["long", "sentence"] as const)
      expect(readWrittenPeriod(formatPeriod(period, "vi", style), type)).toBe(id);
  });

  it.each([
    ["month", "2026-10"],
    ["month", "2026-06"],
    ["quarter", "2026-Q2"],
    ["half-year", "2026-S1"],
  ] as const)("to date: %s %s", (type, id) => {
    const period = periodFromId(id, type);
    for (const style of ["long", "compact"] as const)
      expect(readWrittenPeriod(formatYearToDate(period, "vi", style), type)).toBe(id);
  });

  it.each<[string, PeriodType | undefined, string | null]>([
    ["10/2026", undefined, "2026-10"],
    ["T10/2026", "month", "2026-10"],
    ["THÁNG 7 NĂM 2026", "month", "2026-07"],
    ["Quý 3 năm 2026", "quarter", "2026-Q3"],
    ["Q.II/2026", undefined, "2026-Q2"],
    ["ngày 1/2/2026", "day", "2026-02-01"],
    ["13/2026", "month", null],
    ["10/2026", "quarter", null],
    ["5 tháng năm 2026", "quarter", null],
    ["31/02/2026", "day", null],
    ["tháng trước", "month", null],
  ])("%s as %s: %s", (text, type, id) => {
    expect(readWrittenPeriod(text, type)).toBe(id);
  });
});
