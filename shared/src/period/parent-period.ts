import { anchorDay } from "./anchor-day.ts";
import { CALENDARS } from "./calendars.ts";
import { nests } from "./nests.ts";
import type { Period } from "./period.ts";
import { periodDoesNotNest } from "./period-does-not-nest.ts";
import type { PeriodType } from "./period-type.ts";

/**
 * The period of a coarser type that a period lies in; of its own type, itself. A week lies in its ISO year,
 * a day or an hour in its calendar year (2027-01-01 lies in 2027, though its week lies in 2026).
 * Throws `period-does-not-nest`.
 */
export function parentPeriod(period: Period, coarser: PeriodType): Period {
  if (period.type === coarser) return period;
  if (!nests(period.type, coarser)) throw periodDoesNotNest(period.type, coarser);
  return { type: coarser, ordinal: CALENDARS[coarser].at(anchorDay(period)) };
}
