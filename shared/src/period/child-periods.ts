import { CALENDARS } from "./calendars.ts";
import { nests } from "./nests.ts";
import type { Period } from "./period.ts";
import { periodDoesNotNest } from "./period-does-not-nest.ts";
import type { PeriodType } from "./period-type.ts";

/** Consecutive periods of one type as first and last ordinal, both inclusive. */
export interface PeriodSpan {
  readonly type: PeriodType;
  readonly first: number;
  readonly last: number;
}

/**
 * The periods of a finer type that lie in a period. Weeks of a year are those whose Thursday lies in it.
 * `parentPeriod` of each is the period again. Throws `period-does-not-nest`.
 */
export function childPeriods(period: Period, finer: PeriodType): PeriodSpan {
  if (period.type === finer) return { type: finer, first: period.ordinal, last: period.ordinal };
  if (!nests(finer, period.type)) throw periodDoesNotNest(finer, period.type);
  const from = CALENDARS[period.type].firstDay(period.ordinal);
  const to = CALENDARS[period.type].lastDay(period.ordinal);
  if (finer === "week") return { type: finer, first: Math.ceil(from / 7), last: Math.floor(to / 7) };
  const { at } = CALENDARS[finer];
  return { type: finer, first: at(from), last: at(to + 1) - 1 };
}
