import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { childPeriods } from "./child-periods.ts";
import { dayNumberOf, isoDate } from "./civil-date.ts";
import { firstDay } from "./first-day.ts";
import { lastDay } from "./last-day.ts";
import { periodFromId } from "./period-from-id.ts";
import type { PeriodType } from "./period-type.ts";
import { reportingWindow, reportingWindowToDate } from "./reporting-window.ts";
import { shiftPeriod } from "./shift-period.ts";

const WINDOWED = ["month", "quarter", "half-year", "year"] as const satisfies PeriodType[];
const dayAfter = (date: string): string => isoDate((dayNumberOf(date) ?? Number.NaN) + 1);

describe("reportingWindow (Decree 09/2019)", () => {
  it.each([
    ["2026-10", "month", "2026-09-15", "2026-10-14"],
    ["2026-01", "month", "2025-12-15", "2026-01-14"],
    ["2026-03", "month", "2026-02-15", "2026-03-14"],
    ["2026-Q1", "quarter", "2025-12-15", "2026-03-14"],
    ["2026-Q3", "quarter", "2026-06-15", "2026-09-14"],
    ["2026-Q4", "quarter", "2026-09-15", "2026-12-14"],
    ["2026-S1", "half-year", "2025-12-15", "2026-06-14"],
    ["2026-S2", "half-year", "2026-06-15", "2026-12-14"],
    ["2026", "year", "2025-12-15", "2026-12-14"],
  ] as const)("of %s (%s) runs from %s to %s", (id, type, start, end) => {
    expect(reportingWindow(periodFromId(id, type))).toEqual({ start, end, basis: "decree-09-2019" });
  });

  it.each([
    ["2026-03", "month", "2026-03-14"],
    ["2026-Q2", "quarter", "2026-06-14"],
    ["2026-Q3", "quarter", "2026-09-14"],
    ["2026-09", "month", "2026-09-14"],
    ["2026", "year", "2026-12-14"],
  ] as const)("of the year up to %s (%s) runs from 15/12 of the year before to %s", (id, type, end) => {
    expect(reportingWindowToDate(periodFromId(id, type))).toMatchObject({ start: "2025-12-15", end });
  });

  it.each([
    ["2026-W47", "week"],
    ["2026-11-22", "day"],
    ["2026-11-01/P15D", "half-month"],
    ["2026/P5Y", "term"],
  ] as const)("of %s (%s) is its calendar days, since the decree sets none", (id, type) => {
    const period = periodFromId(id, type);
    expect(reportingWindow(period)).toEqual({ start: firstDay(period), end: lastDay(period), basis: "calendar" });
  });

  it("tiles time: each window starts the day after the one before", () => {
    fc.assert(
      fc.property(fc.constantFrom(...WINDOWED), fc.integer({ min: 4000, max: 8000 }), (type, ordinal) => {
        const window = reportingWindow({ type, ordinal });
        const next = reportingWindow(shiftPeriod({ type, ordinal }, 1));
        expect(next.start).toBe(dayAfter(window.end));
      }),
    );
  });

  it("makes twelve months, four quarters and two halves exactly the year", () => {
    fc.assert(
      fc.property(fc.constantFrom(...WINDOWED), fc.integer({ min: 1950, max: 2150 }), (type, ordinal) => {
        const year = { type: "year", ordinal } as const;
        const { first, last } = childPeriods(year, type);
        const { start, end } = reportingWindow(year);
        expect(reportingWindow({ type, ordinal: first }).start).toBe(start);
        expect(reportingWindow({ type, ordinal: last }).end).toBe(end);
      }),
    );
  });
});
