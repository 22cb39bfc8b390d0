import type { Commit } from "../../unit-of-work.ts";

/** Who wants to know of commits. */
export function createCommitListeners() {
  const listeners = new Set<(commit: Commit) => void>();
  return {
    add(listener: (commit: Commit) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell(commit: Commit | undefined): void {
      if (!commit) return;
      // Later and apart: what a listener does cannot turn a committed write into a failed one.
      for (const listener of listeners) queueMicrotask(() => listener(commit));
    },
  };
}
