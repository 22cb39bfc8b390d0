import type { Period } from "./period.ts";

/** The period `count` periods later (earlier if negative) of the same type; `static` moves by days. */
export function shiftPeriod(period: Period, count: number): Period {
  return { type: period.type, ordinal: period.ordinal + count };
}
