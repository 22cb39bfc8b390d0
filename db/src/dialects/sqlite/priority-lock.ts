import type { Priority } from "../../unit-of-work.ts";

/** A lock with two queues: `high` goes ahead of waiting `normal`, each in order of arrival. */
export function createPriorityLock(slots = 1) {
  const waiting: Record<Priority, (() => void)[]> = { high: [], normal: [] };
  let free = slots;

  function release(): void {
    const next = waiting.high.shift() ?? waiting.normal.shift();
    if (next) next();
    else free += 1;
  }
  function acquire(priority: Priority): Promise<void> | undefined {
    if (free > 0) {
      free -= 1;
      return undefined;
    }
    return new Promise((resolve) => waiting[priority].push(resolve));
  }
  return async function withLock<T>(priority: Priority, work: () => Promise<T>): Promise<T> {
    await acquire(priority);
    try {
      return await work();
    } finally {
      release();
    }
  };
}
