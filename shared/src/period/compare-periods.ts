import { CALENDARS } from "./calendars.ts";
import type { Period } from "./period.ts";
import { PeriodType } from "./period-type.ts";

/**
 * Order of two periods: negative, zero or positive. Within a type by time; across types by first day,
 * then finer before coarser, so that the order is total.
 */
export function comparePeriods(a: Period, b: Period): number {
  if (a.type === b.type) return a.ordinal - b.ordinal;
  const byDay = CALENDARS[a.type].firstDay(a.ordinal) - CALENDARS[b.type].firstDay(b.ordinal);
  return byDay !== 0 ? byDay : PeriodType.options.indexOf(a.type) - PeriodType.options.indexOf(b.type);
}
