import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  civilDate,
  dayNumber,
  dayNumberOf,
  daysInMonth,
  isCivilDate,
  isLeapYear,
  isoDate,
  weekday,
} from "./civil-date.ts";

const anyDay = fc.integer({ min: -200_000, max: 200_000 });
const oracle = (day: number): Date => new Date(day * 86_400_000);

describe("civil dates", () => {
  it("counts days as the platform's calendar does", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = oracle(day);
        const expected = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        expect(civilDate(day)).toEqual(expected);
        expect(dayNumber(expected.year, expected.month, expected.day)).toBe(day);
      }),
    );
  });

  it("knows the day of the week, Monday first", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(weekday(day)).toBe(oracle(day).getUTCDay() || 7);
      }),
    );
  });

  it("writes and reads ISO dates", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(dayNumberOf(isoDate(day))).toBe(day);
      }),
    );
  });

  it.each([
    [2024, true],
    [2025, false],
    [1900, false],
    [2000, true],
    [2100, false],
  ])("%i is a leap year: %s", (year, leap) => {
    expect(isLeapYear(year)).toBe(leap);
    expect(daysInMonth(year, 2)).toBe(leap ? 29 : 28);
  });

  it.each([
    [1, 31],
    [4, 30],
    [9, 30],
    [12, 31],
  ])("month %i of 2026 has %i days", (month, days) => expect(daysInMonth(2026, month)).toBe(days));

  it.each([
    [2026, 2, 29],
    [2026, 13, 1],
    [2026, 0, 1],
    [2026, 4, 31],
    [2026, 4, 0],
  ])("%i-%i-%i does not exist", (year, month, day) => expect(isCivilDate({ year, month, day })).toBe(false));

  it.each(["2026-2-1", "2026-02-29", "20260201", "", "2026-02-01T00", "2026-11-31"])("%j is no ISO date", (text) =>
    expect(dayNumberOf(text)).toBeNull(),
  );
});
