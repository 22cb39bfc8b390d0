import { PeriodType } from "@bochiso/shared/period";

/** From hours to years, as people count them. */
export function byPeriodType(a: { periodType: PeriodType }, b: { periodType: PeriodType }): number {
  return PeriodType.options.indexOf(a.periodType) - PeriodType.options.indexOf(b.periodType);
}
