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
      if (commit) for (const listener of listeners) listener(commit);
    },
  };
}
