/** Answers of screens, each computed once per sequence however many screens ask. */
export interface ScreenCache {
  /** The answer of `compute` for this key at this sequence; concurrent callers share one computation. */
  get<T>(key: string, seq: number, compute: () => Promise<T>): Promise<T>;
  /** Computations so far, for tests and metrics. */
  computations(): number;
}

interface Entry {
  seq: number;
  until: number;
  answer: Promise<unknown>;
}

/** Ages and due dates move with the clock: an answer is not given again after this long. */
const MAX_AGE_MS = 30_000;
const MAX_ENTRIES = 300;

/** A cache by key; the least recently computed entry goes first. `now` in epoch milliseconds. */
export function createScreenCache(now: () => number): ScreenCache {
  const entries = new Map<string, Entry>();
  let computed = 0;
  return {
    computations: () => computed,
    get<T>(key: string, seq: number, compute: () => Promise<T>): Promise<T> {
      const known = entries.get(key);
      if (known !== undefined && known.seq >= seq && known.until > now()) return known.answer as Promise<T>;
      computed += 1;
      const answer = compute();
      const entry = { seq, until: now() + MAX_AGE_MS, answer };
      entries.delete(key);
      entries.set(key, entry);
      const oldest = entries.size > MAX_ENTRIES ? entries.keys().next().value : undefined;
      if (oldest !== undefined) entries.delete(oldest);
      answer.catch(() => {
        if (entries.get(key) === entry) entries.delete(key);
      });
      return answer;
    },
  };
}
