import { broken, NOT_JUDGED, PASSED, type QualityVerdict } from "./quality-finding.ts";
import type { CheckOf } from "./quality-rule.ts";

/** Whether a number lies within plausible bounds, inclusive. */
export function judgeRange({ min, max }: CheckOf<"range">, got: number | null): QualityVerdict {
  if (got === null) return NOT_JUDGED;
  const fits = (min === null || got >= min) && (max === null || got <= max);
  return fits ? PASSED : broken({ got, against: null, min, max });
}
