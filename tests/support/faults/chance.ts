/** Reproducible chance: the same seed gives the same numbers. */
export interface Chance {
  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number;
  /** True in this share (0–1) of the calls. */
  is(share: number): boolean;
  pick<T>(all: readonly T[]): T;
  /** Another chance, of its own from here on. */
  fork(): Chance;
}

/** Mulberry32: good enough to choose tests by, and the same on every machine. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    is: (share) => next() < share,
    pick: (all) => {
      const found = all[below(all.length)];
      if (found === undefined) throw new Error("nothing to choose from");
      return found;
    },
    fork: () => createChance(below(2 ** 32)),
  };
}
