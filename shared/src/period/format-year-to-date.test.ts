import { describe, expect, it } from "vitest";
import { formatYearToDate } from "./format-year-to-date.ts";
import { periodFromId } from "./period-from-id.ts";

describe("formatYearToDate", () => {
  it.each([
    ["2026-10", "month", "10 tháng năm 2026", "10 tháng/2026", "10 months of 2026"],
    ["2025-02", "month", "2 tháng năm 2025", "2 tháng/2025", "2 months of 2025"],
    ["2026-01", "month", "Tháng 01/2026", "Tháng 01/2026", "January 2026"],
    ["2026-06", "month", "6 tháng đầu năm 2026", "6 tháng/2026", "6 months of 2026"],
    ["2026-12", "month", "12 tháng năm 2026", "12 tháng/2026", "12 months of 2026"],
    ["2026-Q1", "quarter", "3 tháng năm 2026", "3 tháng/2026", "3 months of 2026"],
    ["2026-Q2", "quarter", "6 tháng đầu năm 2026", "6 tháng/2026", "6 months of 2026"],
    ["2026-Q3", "quarter", "9 tháng năm 2026", "9 tháng/2026", "9 months of 2026"],
    ["2026-S1", "half-year", "6 tháng đầu năm 2026", "6 tháng/2026", "6 months of 2026"],
    ["2026-S2", "half-year", "12 tháng năm 2026", "12 tháng/2026", "12 months of 2026"],
    ["2026-W47", "week", "47 tuần năm 2026", "47 tuần/2026", "47 weeks of 2026"],
    ["2026-W01", "week", "Tuần 01/2026", "Tuần 01/2026", "Week 1, 2026"],
    ["2026-11-22", "day", "Từ đầu năm đến 22/11/2026", "Từ đầu năm đến 22/11/2026", "Year to 22 Nov 2026"],
    [
      "2026-11-22T07",
      "hour",
      "Từ đầu năm đến 07:00 22/11/2026",
      "Từ đầu năm đến 07:00 22/11/2026",
      "Year to 07:00, 22 Nov 2026",
    ],
    ["2026-11-01/P15D", "half-month", "Từ đầu năm đến 15/11/2026", "Từ đầu năm đến 15/11/2026", "Year to 15 Nov 2026"],
    ["2026", "year", "Năm 2026", "Năm 2026", "2026"],
    ["2026/P5Y", "term", "Giai đoạn 2026–2030", "Giai đoạn 2026–2030", "Term 2026–2030"],
    ["2026-01-01/..", "static", "Từ ngày 01/01/2026", "Từ ngày 01/01/2026", "From 1 Jan 2026"],
  ] as const)("%s (%s) reads %s", (id, type, long, compact, english) => {
    const period = periodFromId(id, type);
    expect(formatYearToDate(period, "vi")).toBe(long);
    expect(formatYearToDate(period, "vi", "compact")).toBe(compact);
    expect(formatYearToDate(period, "en")).toBe(english);
  });
});
