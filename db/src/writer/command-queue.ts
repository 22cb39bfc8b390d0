import type { Priority } from "../unit-of-work.ts";

/** Things waiting in two lines: `high` before `normal`, each in order of arrival. */
export function createCommandQueue<T>() {
  const lines: Record<Priority, T[]> = { high: [], normal: [] };
  return {
    add(item: T, priority: Priority): void {
      lines[priority].push(item);
    },
    next: (): T | undefined => lines.high.shift() ?? lines.normal.shift(),
    /** The next that may go ahead of what is running. */
    nextHigh: (): T | undefined => lines.high.shift(),
    hasHigh: (): boolean => lines.high.length > 0,
  };
}
