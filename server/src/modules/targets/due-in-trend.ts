import { type JudgedValue, targetFor } from "@bochiso/shared/card";
import { bareDueByNow, goalNumber, type Target, takenAs } from "@bochiso/shared/target";

/**
 * What a series' targets ask of each period of a trend, in the terms of the values drawn: the level due by its end, and for
 * amounts judged by their sum the part due within the period. Each period answers its own target.
 */
export function dueInTrend(
  { definition, judgement }: JudgedValue,
  targets: readonly Target[],
  { first, last }: { first: number; last: number },
): Map<number, number> {
  const { history, breaks } = judgement;
  const due = new Map<number, number>();
  const levelAt = (target: Target, ordinal: number): number | null => {
    const period = { type: definition.periodType, ordinal };
    const found = bareDueByNow({ target, subject: definition, period, history, breaks });
    return found === null ? null : goalNumber(found.level, definition.direction);
  };
  for (let ordinal = first; ordinal <= last; ordinal += 1) {
    const period = { type: definition.periodType, ordinal };
    const target = targetFor(targets, definition, period);
    const level = target === null ? null : levelAt(target, ordinal);
    if (target === null || level === null) continue;
    const adds = takenAs(target, definition, period) === "sum" && definition.accumulation === "flow";
    due.set(ordinal, adds ? level - (levelAt(target, ordinal - 1) ?? 0) : level);
  }
  return due;
}
