/** Where the due way leads, in the indicator's unit. */
export interface DueWay {
  /** Where it starts; null where the goal simply holds. */
  from: number | null;
  due: number;
  lowerIsBetter: boolean;
}

/**
 * The figure at which a completion of plan stands: the inverse of `completion` of the status methods, so that a threshold
 * can be said in the indicator's own unit. Null where a level of zero leaves no shares.
 */
export function levelAt(score: number, { from, due, lowerIsBetter }: DueWay): number | null {
  const sign = lowerIsBetter ? -1 : 1;
  if (from !== null && sign * (due - from) > 0) return from + score * (due - from);
  return due === 0 ? null : due + sign * (score - 1) * Math.abs(due);
}
