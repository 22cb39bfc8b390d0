import { describe, expect, it } from "vitest";
import { dayNumberOf, isoDate } from "./civil-date.ts";
import { addWorkingDays, isWorkingDay } from "./working-days.ts";

const calendar = { holidays: new Set(["2026-09-01", "2026-09-02"]), makeUpDays: new Set(["2026-08-29"]) };
const day = (date: string): number => dayNumberOf(date) ?? Number.NaN;

describe("working days", () => {
  it.each([
    ["2026-08-28", true],
    ["2026-08-29", true],
    ["2026-08-30", false],
    ["2026-08-31", true],
    ["2026-09-01", false],
    ["2026-09-02", false],
    ["2026-09-03", true],
  ])("%s is worked: %s", (date, worked) => expect(isWorkingDay(day(date), calendar)).toBe(worked));

  it.each([
    ["2026-08-28", 0, "2026-08-28"],
    ["2026-08-30", 0, "2026-08-31"],
    ["2026-08-28", 1, "2026-08-29"],
    ["2026-08-28", 2, "2026-08-31"],
    ["2026-08-28", 3, "2026-09-03"],
    ["2026-08-31", 1, "2026-09-03"],
    ["2026-09-01", 1, "2026-09-03"],
    ["2026-09-03", 5, "2026-09-10"],
  ])("%s and %i working days make %s", (from, count, to) => {
    expect(isoDate(addWorkingDays(day(from), count, calendar))).toBe(to);
  });
});
