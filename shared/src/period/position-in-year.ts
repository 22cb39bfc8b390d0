import { firstOfYear } from "./first-of-year.ts";
import type { Period } from "./period.ts";

/** Place of a period among those of its type in its year, from 1: October is 10. Years, terms and static intervals are 1. */
export function positionInYear(period: Period): number {
  return period.ordinal - firstOfYear(period).ordinal + 1;
}
