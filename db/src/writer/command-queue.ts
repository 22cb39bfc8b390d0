import type { Priority } from "../unit-of-work.ts";

/** How many go ahead of one that waits: a steady stream of `high` delays `normal`, and never keeps it out. */
const MOST_AHEAD = 64;

/** Things waiting in two lines: `high` before `normal`, each in order of arrival. */
export function createCommandQueue<T>(mostAhead: number = MOST_AHEAD) {
  const lines: Record<Priority, T[]> = { high: [], normal: [] };
  let ahead = 0;
  return {
    add(item: T, priority: Priority): void {
      lines[priority].push(item);
    },
    next: (): T | undefined => {
      const isHigh = lines.high.length > 0 && (ahead < mostAhead || lines.normal.length === 0);
      ahead = isHigh && lines.normal.length > 0 ? ahead + 1 : 0;
      return isHigh ? lines.high.shift() : lines.normal.shift();
    },
    /** The next that may go ahead of what is running. */
    nextHigh: (): T | undefined => lines.high.shift(),
    isEmpty: (): boolean => lines.high.length === 0 && lines.normal.length === 0,
    hasHigh: (): boolean => lines.high.length > 0,
    /** How many may go ahead of what is running. */
    highs: (): number => lines.high.length,
  };
}
