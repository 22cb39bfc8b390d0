import { CALENDARS } from "./calendars.ts";
import { civilDate, dayNumber, type IsoDate, isoDate } from "./civil-date.ts";
import { firstOfYear } from "./first-of-year.ts";
import type { Period } from "./period.ts";
import type { PeriodType } from "./period-type.ts";

/** The data a report covers, inclusive dates (UTC+7). `calendar`: the decree sets no cut-off of its own. */
export interface ReportingWindow {
  readonly start: IsoDate;
  readonly end: IsoDate;
  readonly basis: "decree-09-2019" | "calendar";
}

const CUT_OFF_DAY = 14;

/** Types whose administrative reports close on the 14th. The other types are not in the decree. */
const HAS_CUT_OFF = {
  hour: false,
  day: false,
  week: false,
  "half-month": false,
  month: true,
  quarter: true,
  "half-year": true,
  year: true,
  term: false,
  static: false,
} as const satisfies Record<PeriodType, boolean>;

/** The 14th of the month that a day lies in. */
function cutOffOf(day: number): number {
  const { year, month } = civilDate(day);
  return dayNumber(year, month, CUT_OFF_DAY);
}

/**
 * Data window of an administrative report: from the 15th of the month before the period to the 14th of its last month;
 * other types keep their calendar days. Source: Decree 09/2019/NĐ-CP (the second half-year is unverified).
 */
export function reportingWindow(period: Period): ReportingWindow {
  const { firstDay, lastDay } = CALENDARS[period.type];
  const [first, last] = [firstDay(period.ordinal), lastDay(period.ordinal)];
  if (!HAS_CUT_OFF[period.type]) return { start: isoDate(first), end: isoDate(last), basis: "calendar" };
  return { start: isoDate(cutOffOf(first - 1) + 1), end: isoDate(cutOffOf(last)), basis: "decree-09-2019" };
}

/** Data window of a report on the year so far, such as nine months (quarter 3): 15/12 of the year before to 14/09. Source: Decree 09/2019/NĐ-CP. */
export function reportingWindowToDate(period: Period): ReportingWindow {
  return { ...reportingWindow(period), start: reportingWindow(firstOfYear(period)).start };
}
