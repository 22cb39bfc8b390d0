import type { Numbers } from "../target/numbers.ts";

/** Consecutive values to train on. `observed` is false where a short gap was bridged: such a value is never scored or shown. */
export interface TrainingSeries {
  /** Ordinal of the first value. */
  readonly first: number;
  readonly values: readonly number[];
  readonly observed: readonly boolean[];
}

/** Gaps up to this many periods are bridged for training. */
const LONGEST_BRIDGE = 2;
/** Seasons looked back on: older behaviour says little about the next periods, and the work stays bounded. */
const SEASONS_BACK = 10;
const FEWEST_POINTS_BACK = 120;

/**
 * The values after the last comparability break and the last long gap, up to the newest one. A gap of one or two periods is
 * bridged: with last season's shape where it is known, else in a straight line.
 */
export function trainingSeries(history: Numbers, season: number, breaks: readonly number[] = []): TrainingSeries {
  const ordinals = [...history.keys()].sort((a, b) => a - b);
  const last = ordinals.at(-1);
  if (last === undefined) return { first: 0, values: [], observed: [] };
  const since = Math.max(
    last - Math.max(SEASONS_BACK * season, FEWEST_POINTS_BACK) + 1,
    ...breaks.filter((from) => from <= last),
  );
  let first = last;
  for (const ordinal of ordinals.toReversed()) {
    if (ordinal < since || first - ordinal > LONGEST_BRIDGE + 1) break;
    first = ordinal;
  }
  const values: number[] = [];
  const observed: boolean[] = [];
  for (let ordinal = first; ordinal <= last; ordinal += 1) {
    const value = history.get(ordinal);
    observed.push(value !== undefined);
    values.push(value ?? bridged(history, ordinal, season));
  }
  return { first, values, observed };
}

/** A value for a gap: a straight line between the known neighbours, or between their distances from the season before. */
function bridged(history: Numbers, ordinal: number, season: number): number {
  const [before, after] = [neighbour(history, ordinal, -1), neighbour(history, ordinal, 1)];
  const weight = (ordinal - before) / (after - before);
  const between = (valueAt: (ordinal: number) => number): number =>
    valueAt(before) + weight * (valueAt(after) - valueAt(before));
  const value = (at: number): number => history.get(at) ?? 0;
  const shaped = season > 1 && [before, ordinal, after].every((at) => history.has(at - season));
  return shaped ? value(ordinal - season) + between((at) => value(at) - value(at - season)) : between(value);
}

function neighbour(history: Numbers, ordinal: number, step: 1 | -1): number {
  let at = ordinal + step;
  while (!history.has(at)) at += step;
  return at;
}
