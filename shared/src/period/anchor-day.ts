import { CALENDARS } from "./calendars.ts";
import { thursdayOf } from "./iso-week.ts";
import type { Period } from "./period.ts";

/** The day that decides which coarser period a period belongs to: its first day, of a week its Thursday. */
export function anchorDay(period: Period): number {
  return period.type === "week" ? thursdayOf(period.ordinal) : CALENDARS[period.type].firstDay(period.ordinal);
}
