import { CALENDARS } from "./calendars.ts";
import { HOUR_MS, startOfDay, VIETNAM_OFFSET_MS } from "./instant.ts";
import type { Period } from "./period.ts";

/** Instant (epoch milliseconds) at which a period begins in Viet Nam, inclusive. */
export function periodStart(period: Period): number {
  return period.type === "hour"
    ? period.ordinal * HOUR_MS - VIETNAM_OFFSET_MS
    : startOfDay(CALENDARS[period.type].firstDay(period.ordinal));
}
