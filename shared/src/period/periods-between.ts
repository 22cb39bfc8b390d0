import type { Period } from "./period.ts";
import { sameType } from "./same-type.ts";

/** How many periods `to` is after `from` (negative when before): `shiftPeriod(from, n)` is `to`. Throws `period-types-differ`. */
export function periodsBetween(from: Period, to: Period): number {
  sameType(from, to);
  return to.ordinal - from.ordinal;
}
