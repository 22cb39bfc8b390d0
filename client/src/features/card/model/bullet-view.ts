/** A stretch of a bar, in percent of its frame. */
export interface Stretch {
  from: number;
  width: number;
}

/** A bullet bar in percent of its frame; parts that are null are not drawn. */
export interface BulletView {
  /** Zero to the actual figure, to the left where it is negative. */
  actual: Stretch;
  /** Between the level due and the actual figure, on the unwanted side only. */
  gap: Stretch | null;
  due: number | null;
  /** The goal, where it is not the end of the frame. */
  goal: number | null;
  /** The line of zero, where values can lie on both sides of it. */
  zero: number | null;
}

/** Four figures on one scale, whatever their unit. */
export interface BulletFigures {
  actual: number;
  due: number | null;
  goal: number | null;
  lowerIsBetter: boolean;
}

/** Room beyond a goal that is a limit, so that its tick does not stand on the edge. */
const ROOM = 1.25;
/** A tick this close to an end of the frame, in percent, is the end of the frame. */
const AT_END = 0.01;

/**
 * Where each part of a bullet stands. The axis always rises to the right and always holds zero; lower-is-better moves the
 * gap to the other side of the tick, never the axis.
 */
export function bulletView({ actual, due, goal, lowerIsBetter }: BulletFigures): BulletView {
  const marks = [actual, due, goal].filter((mark) => mark !== null);
  const holds = due !== null && goal !== null && due === goal;
  const ends =
    holds && actual * goal >= 0 && Math.abs(actual) <= Math.abs(goal) * ROOM ? [...marks, goal * ROOM] : marks;
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const size = high - low || 1;
  const at = (value: number) => ((value - low) / size) * 100;
  const between = (a: number, b: number): Stretch => ({
    from: at(Math.min(a, b)),
    width: at(Math.max(a, b)) - at(Math.min(a, b)),
  });
  const short = due !== null && (lowerIsBetter ? actual > due : actual < due);
  // Beside a bar on the other side of zero the gap starts at zero, so that both can be told apart.
  const gapFrom = due !== null && actual * due < 0 ? 0 : actual;
  const goalAt = goal === null ? null : at(goal);
  const inside = goalAt !== null && goalAt > AT_END && goalAt < 100 - AT_END;
  return {
    actual: between(0, actual),
    gap: short ? between(due, gapFrom) : null,
    due: due === null ? null : at(due),
    goal: inside && !holds ? goalAt : null,
    zero: low < 0 && high > 0 ? at(0) : null,
  };
}
