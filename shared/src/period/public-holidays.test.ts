import { describe, expect, it } from "vitest";
import { dayNumberOf, isoDate, weekday } from "./civil-date.ts";
import { HOLIDAY_YEARS, hasHolidays, PUBLIC_CALENDAR, untoldYear } from "./public-holidays.ts";
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
      const days = Array.from({ length: 366 }, (_, at) => isoDate(day(`${table.year}-01-01`) + at));
      const off = ofYear(new Set(days.filter((date) => PUBLIC_CALENDAR.holidays.has(date))), table.year);
      const makeUp = ofYear(PUBLIC_CALENDAR.makeUpDays, table.year);
      expect(off.length - makeUp.length).toBe(11);
      expect(off.filter((date) => weekday(day(date)) > 5)).toEqual([]);
      expect(makeUp.filter((date) => weekday(day(date)) !== 6 || !isWorked(day(date)))).toEqual([]);
      const fixed = ["01-01", "04-30", "05-01", "09-02"].map((date) => day(`${table.year}-${date}`));
      expect(fixed.filter(isWorked).map(isoDate)).toEqual([]);
      expect(table.sources.length).toBeGreaterThan(1);
    },
  );

  /** 1 May 2027 and 1 January 2028 are Saturdays, 30 April 2028 is the Sunday before Labour Day. */
  it.each([
    [2027, ["2027-01-01", "2027-04-30", "2027-05-03", "2027-09-02"]],
    [2028, ["2028-01-03", "2028-05-01", "2028-05-02", "2028-09-04"]],
    [2033, ["2033-01-03", "2033-05-02", "2033-05-03", "2033-09-02"]],
  ])("in %i, without its notices, are those of fixed date, or the next weekday", (year, off) => {
    const [first, last] = [day(`${year}-01-01`), day(`${year}-12-31`)];
    const weekdays = Array.from({ length: last - first + 1 }, (_, at) => first + at).filter((at) => weekday(at) <= 5);
    expect(weekdays.filter((at) => !isWorked(at)).map(isoDate)).toEqual(off);
  });

  it("of a year without its notices may still move what is due in working days", () => {
    const [told, untold] = ["2026-12-31T16:59:59.999Z", "2027-01-08T16:59:59.999Z"] as const;
    expect([hasHolidays(Date.parse(told)), hasHolidays(Date.parse(untold))]).toEqual([true, false]);
    const rule = { lagDays: 5, basis: "calendar", workingDays: true, proposed: false } as const;
    expect([untoldYear(rule, told), untoldYear(rule, untold)]).toEqual([null, 2027]);
    expect(untoldYear({ ...rule, workingDays: false }, untold)).toBeNull();
  });
});
