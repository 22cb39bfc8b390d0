import { CALENDARS } from "./calendars.ts";
import { HOUR_MS, startOfDay } from "./instant.ts";
import type { Period } from "./period.ts";
import { periodStart } from "./period-start.ts";

/** Instant (epoch milliseconds) at which a period is over in Viet Nam, exclusive: the start of the next one. */
export function periodEnd(period: Period): number {
  return period.type === "hour"
    ? periodStart(period) + HOUR_MS
    : startOfDay(CALENDARS[period.type].lastDay(period.ordinal) + 1);
}
