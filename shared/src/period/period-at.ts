import { CALENDARS } from "./calendars.ts";
import { HOUR_MS, localTime, VIETNAM_OFFSET_MS } from "./instant.ts";
import type { Period } from "./period.ts";
import type { PeriodType } from "./period-type.ts";

/** The period of a type that is current in Viet Nam at an instant (epoch milliseconds). */
export function periodAt(type: PeriodType, epochMs: number): Period {
  const ordinal =
    type === "hour" ? Math.floor((epochMs + VIETNAM_OFFSET_MS) / HOUR_MS) : CALENDARS[type].at(localTime(epochMs).day);
  return { type, ordinal };
}
