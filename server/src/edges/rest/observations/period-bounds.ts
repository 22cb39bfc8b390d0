import { firstDay, lastDay, PeriodType, periodContaining } from "@bochiso/shared/period";

/** Ordinals of a period type, inclusive; an absent bound is open. */
export interface PeriodBounds {
  type: PeriodType;
  from?: number;
  to?: number;
}

/** Per period type the periods that lie wholly between two days; null where neither is given. */
export function periodBounds(from: string | null, to: string | null): PeriodBounds[] | null {
  if (from === null && to === null) return null;
  return PeriodType.options.map((type) => ({
    type,
    ...(from === null ? {} : { from: firstFrom(type, from) }),
    ...(to === null ? {} : { to: lastUntil(type, to) }),
  }));
}

function firstFrom(type: PeriodType, day: string): number {
  const period = periodContaining(type, day);
  return firstDay(period) < day ? period.ordinal + 1 : period.ordinal;
}

/** An hour lies in its day: the last hour of the day is meant. A static value counts by the day its validity starts. */
function lastUntil(type: PeriodType, day: string): number {
  const period = periodContaining(type, day);
  if (type === "hour") return period.ordinal + 23;
  if (type === "static") return period.ordinal;
  return lastDay(period) > day ? period.ordinal - 1 : period.ordinal;
}
