import { CALENDARS } from "./calendars.ts";
import { type IsoDate, isoDate } from "./civil-date.ts";
import type { Period } from "./period.ts";

/** Last calendar day of a period, inclusive (UTC+7). `static` periods have no end and answer `OPEN_END`. */
export function lastDay(period: Period): IsoDate {
  return isoDate(CALENDARS[period.type].lastDay(period.ordinal));
}
