import { CALENDARS } from "./calendars.ts";
import { localTime } from "./instant.ts";
import type { Period } from "./period.ts";

/** Whether the first day of a period lies after today in Viet Nam; `now` in epoch milliseconds. Source: push-api.md, period-in-future. */
export function isFuturePeriod(period: Period, now: number): boolean {
  return CALENDARS[period.type].firstDay(period.ordinal) > localTime(now).day;
}
