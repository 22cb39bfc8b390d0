import type { ProgressStatus } from "../screen/card.ts";
import type { Text } from "../text/text.ts";

/** One grade of a method: it holds from a score on. */
export interface Rung {
  /** Stable within the method. */
  readonly grade: string;
  readonly status: ProgressStatus;
  readonly words: Text;
  /** Lowest score of the grade; −∞ on the last rung. */
  readonly from: number;
  /** Half of the zone around `from` within which the grade held before is kept. */
  readonly width: number;
}

/** The grades of a method from best to worst. */
export type Ladder = readonly [Rung, ...Rung[]];

/** A score this close to a threshold stands on it: binary fractions must not decide a status. */
const ON_THRESHOLD = 1e-9;

/**
 * The grade of a score. With the grade held before (hysteresis), that one is kept until the score leaves it by more than the
 * width of the threshold crossed: to go there and back a score must travel more than twice the width.
 */
export function settle(ladder: Ladder, score: number, previous: string | null): Rung {
  const held = ladder.findIndex(({ grade }) => grade === previous);
  const rung = ladder[held];
  if (rung !== undefined) {
    const above = ladder[held - 1];
    const below = reaches(score, rung.from - rung.width);
    const under = above === undefined || !reaches(score, above.from + above.width);
    if (below && under) return rung;
  }
  return ladder.find(({ from }) => reaches(score, from)) ?? lowest(ladder);
}

function reaches(score: number, from: number): boolean {
  return score >= from - ON_THRESHOLD * Math.max(1, Math.abs(from));
}

function lowest(ladder: Ladder): Rung {
  return ladder.at(-1) ?? ladder[0];
}

/** The grade after a run of scores in order; null entries (no figure) keep the grade. Null before the first score. */
export function settleInOrder(ladder: Ladder, scores: Iterable<number | null>): Rung | null {
  let held: Rung | null = null;
  for (const score of scores) if (score !== null) held = settle(ladder, score, held?.grade ?? null);
  return held;
}
