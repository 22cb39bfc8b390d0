import { describe, expect, it } from "vitest";
import { OPEN_END } from "./calendars.ts";
import { firstDay } from "./first-day.ts";
import { isoInstant } from "./instant.ts";
import { isFuturePeriod } from "./is-future-period.ts";
import { lastDay } from "./last-day.ts";
import { periodAt } from "./period-at.ts";
import { periodContaining } from "./period-containing.ts";
import { periodEnd } from "./period-end.ts";
import { periodFromId } from "./period-from-id.ts";
import { periodId } from "./period-id.ts";
import { periodStart } from "./period-start.ts";
import type { PeriodType } from "./period-type.ts";

const CASES: readonly (readonly [id: string, type: PeriodType, first: string, last: string])[] = [
  ["2026", "year", "2026-01-01", "2026-12-31"],
  ["2026-S2", "half-year", "2026-07-01", "2026-12-31"],
  ["2026-Q3", "quarter", "2026-07-01", "2026-09-30"],
  ["2026-10", "month", "2026-10-01", "2026-10-31"],
  ["2024-02", "month", "2024-02-01", "2024-02-29"],
  ["2026-11-01/P15D", "half-month", "2026-11-01", "2026-11-15"],
  ["2026-02-16/P13D", "half-month", "2026-02-16", "2026-02-28"],
  ["2026-W47", "week", "2026-11-16", "2026-11-22"],
  ["2026-W53", "week", "2026-12-28", "2027-01-03"],
  ["2026-W01", "week", "2025-12-29", "2026-01-04"],
  ["2026-11-22", "day", "2026-11-22", "2026-11-22"],
  ["2026-11-22T07", "hour", "2026-11-22", "2026-11-22"],
  ["2026/P5Y", "term", "2026-01-01", "2030-12-31"],
  ["2026-01-01/..", "static", "2026-01-01", OPEN_END],
];

describe("first and last day", () => {
  it.each(CASES)("%s (%s) runs from %s to %s", (id, type, first, last) => {
    const period = periodFromId(id, type);
    expect(firstDay(period)).toBe(first);
    expect(lastDay(period)).toBe(last);
  });
});

describe("periodContaining", () => {
  it.each(CASES.filter(([, type]) => type !== "hour"))("finds %s (%s) by its first day", (id, type, first) => {
    expect(periodId(periodContaining(type, first))).toBe(id);
  });

  it("answers the first hour of a day", () => {
    expect(periodId(periodContaining("hour", "2026-11-22"))).toBe("2026-11-22T00");
  });

  it("refuses a date that does not exist", () => {
    expect(() => periodContaining("month", "2026-02-30")).toThrow("date-malformed");
  });
});

describe("instants in Viet Nam", () => {
  it.each([
    ["2026", "year", "2025-12-31T17:00:00.000Z", "2026-12-31T17:00:00.000Z"],
    ["2026-11-22", "day", "2026-11-21T17:00:00.000Z", "2026-11-22T17:00:00.000Z"],
    ["2026-11-22T00", "hour", "2026-11-21T17:00:00.000Z", "2026-11-21T18:00:00.000Z"],
    ["2026-11-22T07", "hour", "2026-11-22T00:00:00.000Z", "2026-11-22T01:00:00.000Z"],
    ["2026-W47", "week", "2026-11-15T17:00:00.000Z", "2026-11-22T17:00:00.000Z"],
  ] as const)("%s (%s) starts at %s and is over at %s", (id, type, start, end) => {
    const period = periodFromId(id, type);
    expect(isoInstant(periodStart(period))).toBe(start);
    expect(isoInstant(periodEnd(period))).toBe(end);
  });

  it.each([
    ["day", "2026-11-21T16:59:59.999Z", "2026-11-21"],
    ["day", "2026-11-21T17:00:00.000Z", "2026-11-22"],
    ["hour", "2026-11-21T16:59:59.999Z", "2026-11-21T23"],
    ["month", "2026-10-31T17:00:00.000Z", "2026-11"],
    ["year", "2026-12-31T16:59:59.999Z", "2026"],
    ["year", "2026-12-31T17:00:00.000Z", "2027"],
    ["week", "2026-12-31T17:00:00.000Z", "2026-W53"],
    ["term", "2026-11-22T00:00:00.000Z", "2026/P5Y"],
  ] as const)("the %s at %s is %s", (type, instant, id) => {
    expect(periodId(periodAt(type, Date.parse(instant)))).toBe(id);
  });
});

describe("isFuturePeriod", () => {
  const now = Date.parse("2026-11-22T08:00:00+07:00");
  it.each([
    ["2026-11", "month", false],
    ["2026-12", "month", true],
    ["2026", "year", false],
    ["2027", "year", true],
    ["2026-11-22", "day", false],
    ["2026-11-23", "day", true],
    ["2026-11-22T23", "hour", false],
    ["2026-11-23T00", "hour", true],
    ["2026-W47", "week", false],
    ["2026-W48", "week", true],
  ] as const)("%s (%s): %s", (id, type, future) => {
    expect(isFuturePeriod(periodFromId(id, type), now)).toBe(future);
  });

  it("turns at midnight in Viet Nam, not in UTC", () => {
    const day = periodFromId("2026-11-23", "day");
    expect(isFuturePeriod(day, Date.parse("2026-11-22T16:59:59.999Z"))).toBe(true);
    expect(isFuturePeriod(day, Date.parse("2026-11-22T17:00:00.000Z"))).toBe(false);
  });
});
