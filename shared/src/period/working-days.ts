import { isoDate, weekday } from "./civil-date.ts";

/** Days that are not worked, and weekend days worked in exchange, as ISO dates. */
export interface WorkCalendar {
  readonly holidays: Pick<ReadonlySet<string>, "has">;
  /** Ngày làm bù: Saturdays or Sundays that are worked. */
  readonly makeUpDays?: ReadonlySet<string> | undefined;
}

/** Whether a day (days since 1970-01-01) is worked: Monday to Friday but no holiday, or a make-up day. */
export function isWorkingDay(day: number, calendar: WorkCalendar): boolean {
  const date = isoDate(day);
  if (calendar.makeUpDays?.has(date)) return true;
  return weekday(day) <= 5 && !calendar.holidays.has(date);
}

/** The day `count` working days after a day, which itself does not count; with 0 the day itself or the next one worked. */
export function addWorkingDays(day: number, count: number, calendar: WorkCalendar): number {
  let current = day;
  let left = count;
  while (left > 0 || !isWorkingDay(current, calendar)) {
    current += 1;
    if (left > 0 && isWorkingDay(current, calendar)) left -= 1;
  }
  return current;
}
