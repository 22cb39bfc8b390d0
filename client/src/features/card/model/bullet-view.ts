/** A stretch of a bar, in percent of its frame. */
export interface Stretch {
  from: number;
  width: number;
}

/** A bullet bar in percent of its frame; parts that are null are not drawn. */
export interface BulletView {
  /** Zero (or the baseline) to the actual figure, to the left where it is lower. */
  actual: Stretch;
  /** Between the level due and the actual figure, on the unwanted side only. */
  gap: Stretch | null;
  due: number | null;
  /** The goal, where it is not the end of the frame. */
  goal: number | null;
  /** The range to stay in, where the goal is one. */
  range: Stretch | null;
  /** The line from which the bar starts, where figures lie on both sides of it. */
  zero: number | null;
}

/** Four figures on one scale, whatever their unit. */
export interface BulletFigures {
  actual: number;
  due: number | null;
  goal: number | null;
  lowerIsBetter: boolean;
  /** Where the bar starts: zero, or the baseline of a level that moves from it to its goal. */
  origin?: number;
  range?: { min: number; max: number } | null;
}

/** Room beyond a goal that is a limit, so that its tick does not stand on the edge. */
const ROOM = 1.25;
/** A tick this close to an end of the frame, in percent, is the end of the frame. */
const AT_END = 0.01;

/**
 * Where each part of a bullet stands. The axis always rises to the right and holds the start of the bar; lower-is-better moves the
 * gap to the other side of the tick, never the axis.
 */
export function bulletView({ actual, due, goal, lowerIsBetter, origin = 0, range = null }: BulletFigures): BulletView {
  const limit = range === null ? goal : range.max;
  const marks = [actual, due, limit].filter((mark) => mark !== null);
  const holds = (due !== null && goal !== null && due === goal && origin === 0) || range !== null;
  const ends =
    holds && limit !== null && actual * limit >= 0 && Math.abs(actual) <= Math.abs(limit) * ROOM
      ? [...marks, limit * ROOM]
      : marks;
  const [low, high] = [Math.min(origin, ...ends), Math.max(origin, ...ends)];
  const size = high - low || 1;
  const at = (value: number) => ((value - low) / size) * 100;
  const between = (a: number, b: number): Stretch => ({
    from: at(Math.min(a, b)),
    width: at(Math.max(a, b)) - at(Math.min(a, b)),
  });
  const short = due !== null && (lowerIsBetter ? actual > due : actual < due);
  // Beside a bar on the other side of its start the gap begins there, so that both can be told apart.
  const gapFrom = due !== null && (actual - origin) * (due - origin) < 0 ? origin : actual;
  const goalAt = goal === null ? null : at(goal);
  const inside = goalAt !== null && goalAt > AT_END && goalAt < 100 - AT_END;
  return {
    actual: between(origin, actual),
    gap: short ? between(due, gapFrom) : null,
    due: due === null ? null : at(due),
    goal: inside && !holds ? goalAt : null,
    range: range === null ? null : between(range.min, range.max),
    zero: low < origin && high > origin ? at(origin) : null,
  };
}
