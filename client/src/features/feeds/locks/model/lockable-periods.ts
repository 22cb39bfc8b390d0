import { childPeriods, nests, type Period, type PeriodType, periodFromId } from "@bochiso/shared/period";

/** Parts of a year that are offered, the coarsest first; days and hours are locked by their month. */
const OFFERED = ["half-year", "quarter", "month", "week"] as const satisfies readonly PeriodType[];

/** The years that can be typed. */
export function isYear(text: string): boolean {
  return /^\d{4}$/.test(text) && Number(text) >= 1900 && Number(text) <= 2100;
}

/** The periods of a year in which figures of a type can lie, the year first; empty for what is no year. */
export function lockablePeriods(year: string, own: PeriodType): Period[] {
  if (!isYear(year)) return [];
  const whole = periodFromId(year, "year");
  const parts = OFFERED.filter((type) => type === own || nests(own, type)).flatMap((type) => {
    const { first, last } = childPeriods(whole, type);
    return Array.from({ length: last - first + 1 }, (_, at) => ({ type, ordinal: first + at }));
  });
  return [whole, ...parts];
}

/** Those in which figures of all types can lie. */
export function commonPeriods(year: string, types: readonly PeriodType[]): Period[] {
  const [first = [], ...others] = types.map((type) => lockablePeriods(year, type));
  const isSame = (a: Period, b: Period): boolean => a.type === b.type && a.ordinal === b.ordinal;
  return first.filter((period) => others.every((all) => all.some((it) => isSame(it, period))));
}
