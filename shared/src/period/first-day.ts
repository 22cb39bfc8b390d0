import { CALENDARS } from "./calendars.ts";
import { type IsoDate, isoDate } from "./civil-date.ts";
import type { Period } from "./period.ts";

/** First calendar day of a period (UTC+7); of an hour, the day it lies in. */
export function firstDay(period: Period): IsoDate {
  return isoDate(CALENDARS[period.type].firstDay(period.ordinal));
}
