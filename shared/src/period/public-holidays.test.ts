import { describe, expect, it } from "vitest";
import { dayNumberOf, isoDate, weekday } from "./civil-date.ts";
import { HOLIDAY_YEARS, hasHolidays, PUBLIC_CALENDAR } from "./public-holidays.ts";
import { isWorkingDay } from "./working-days.ts";

const day = (date: string): number => dayNumberOf(date) ?? Number.NaN;
const isWorked = (at: number): boolean => isWorkingDay(at, PUBLIC_CALENDAR);
const ofYear = (dates: ReadonlySet<string> | undefined, year: number): string[] =>
  [...(dates ?? [])].filter((date) => date.startsWith(`${year}-`));

/** The breaks that the notices announced, weekends included, from the first to the last day. */
const BREAKS = [
  ["2023-12-30", "2024-01-01"],
  ["2024-02-08", "2024-02-14"],
  ["2024-04-18", "2024-04-18"],
  ["2024-04-27", "2024-05-01"],
  ["2024-08-31", "2024-09-03"],
  ["2025-01-01", "2025-01-01"],
  ["2025-01-25", "2025-02-02"],
  ["2025-04-05", "2025-04-07"],
  ["2025-04-30", "2025-05-04"],
  ["2025-08-30", "2025-09-02"],
  ["2026-01-01", "2026-01-04"],
  ["2026-02-14", "2026-02-22"],
  ["2026-04-25", "2026-04-27"],
  ["2026-04-30", "2026-05-03"],
  ["2026-08-29", "2026-09-02"],
] as const;

describe("public holidays", () => {
  it.each(BREAKS)("are off from %s to %s, and work goes on around them", (first, last) => {
    for (let at = day(first); at <= day(last); at += 1) expect(isWorked(at), isoDate(at)).toBe(false);
    expect([isWorked(day(first) - 1), isWorked(day(last) + 1)]).toEqual([true, true]);
  });

  it.each(HOLIDAY_YEARS)(
    "$year has the eleven days of the Labour Code, and as many more as are worked for",
    (table) => {
      const off = ofYear(PUBLIC_CALENDAR.holidays, table.year);
      const makeUp = ofYear(PUBLIC_CALENDAR.makeUpDays, table.year);
      expect(off.length - makeUp.length).toBe(11);
      expect(off.filter((date) => weekday(day(date)) > 5)).toEqual([]);
      expect(makeUp.filter((date) => weekday(day(date)) !== 6 || !isWorked(day(date)))).toEqual([]);
      const fixed = ["01-01", "04-30", "05-01", "09-02"].map((date) => day(`${table.year}-${date}`));
      expect(fixed.filter(isWorked).map(isoDate)).toEqual([]);
      expect(table.sources.length).toBeGreaterThan(1);
    },
  );

  it("are told year by year: in a year without its notices weekends alone are off", () => {
    const [beginning, end] = ["2026-12-31T16:59:59.999Z", "2026-12-31T17:00:00.000Z"].map(Date.parse);
    expect([hasHolidays(beginning ?? 0), hasHolidays(end ?? 0)]).toEqual([true, false]);
    for (let at = day("2027-01-01"); at <= day("2027-12-31"); at += 1) expect(isWorked(at)).toBe(weekday(at) <= 5);
  });
});
