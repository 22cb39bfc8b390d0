import type { Period } from "./period.ts";
import { sameType } from "./same-type.ts";

/** Every period from `from` to `to`, both inclusive, in order; empty where `to` is earlier. Throws `period-types-differ`. */
export function periodRange(from: Period, to: Period): Period[] {
  const type = sameType(from, to);
  return Array.from({ length: Math.max(0, to.ordinal - from.ordinal + 1) }, (_, index) => ({
    type,
    ordinal: from.ordinal + index,
  }));
}
