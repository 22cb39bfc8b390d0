import { describe, expect, it } from "vitest";
import { dayNumberOf } from "./civil-date.ts";
import { firstWeekOf, isoWeek, thursdayOf, weekAt, weeksInYear } from "./iso-week.ts";

describe("ISO weeks", () => {
  it("start with 1970-W01 at 0, whose Thursday is 1 January 1970", () => {
    expect(isoWeek(0)).toEqual({ year: 1970, week: 1 });
    expect(thursdayOf(0)).toBe(0);
    expect(firstWeekOf(1970)).toBe(0);
  });

  it.each([
    ["2026-11-22", 2026, 47],
    ["2026-11-23", 2026, 48],
    ["2026-01-01", 2026, 1],
    ["2025-12-29", 2026, 1],
    ["2025-12-28", 2025, 52],
    ["2027-01-01", 2026, 53],
    ["2027-01-03", 2026, 53],
    ["2027-01-04", 2027, 1],
    ["2021-01-03", 2020, 53],
    ["2012-01-01", 2011, 52],
    ["1969-12-28", 1969, 52],
  ])("%s lies in week %i-W%i", (date, year, week) => {
    expect(isoWeek(weekAt(dayNumberOf(date) ?? Number.NaN))).toEqual({ year, week });
  });

  it.each([
    [2004, 53],
    [2009, 53],
    [2015, 53],
    [2020, 53],
    [2024, 52],
    [2025, 52],
    [2026, 53],
    [2027, 52],
    [2032, 53],
  ])("%i has %i weeks", (year, weeks) => expect(weeksInYear(year)).toBe(weeks));
});
