import type { Explanation, ExplanationNode } from "@bochiso/shared/screen";

/** Explanations by what was asked, each as of a commit. */
export interface ExplanationCache {
  /** The answer of `compute` for this key at this sequence; concurrent callers share one computation. */
  get(key: string, seq: number, compute: () => Promise<Explanation>): Promise<Explanation>;
  /** Computations so far and nodes held, for tests and metrics. */
  figures(): { computations: number; nodes: number };
}

interface Entry {
  seq: number;
  nodes: number;
  answer: Promise<Explanation>;
}

/** About 30 MB: a node with its words takes less than 2 kB. */
const MAX_NODES = 20_000;

/**
 * A cache bounded by the nodes it holds; the least recently asked one goes first. An answer stands until a commit after it:
 * explanations carry instants, not ages, so nothing in them moves with the clock.
 */
export function createExplanationCache(maxNodes: number = MAX_NODES): ExplanationCache {
  const entries = new Map<string, Entry>();
  let computations = 0;
  let nodes = 0;

  const drop = (key: string, entry: Entry | undefined): void => {
    if (entry === undefined || entries.get(key) !== entry) return;
    entries.delete(key);
    nodes -= entry.nodes;
  };
  const settle = (key: string, entry: Entry, answer: Explanation): void => {
    if (entries.get(key) !== entry) return;
    entry.nodes = countNodes(answer);
    nodes += entry.nodes;
    for (const [oldest, old] of entries) {
      if (nodes <= maxNodes) return;
      drop(oldest, old);
    }
  };

  return {
    figures: () => ({ computations, nodes }),
    get(key, seq, compute) {
      const known = entries.get(key);
      if (known !== undefined && known.seq === seq) {
        entries.delete(key);
        entries.set(key, known);
        return known.answer;
      }
      computations += 1;
      drop(key, known);
      const entry: Entry = { seq, nodes: 0, answer: compute() };
      entries.set(key, entry);
      entry.answer.then(
        (answer) => settle(key, entry, answer),
        () => drop(key, entry),
      );
      return entry.answer;
    },
  };
}

function countNodes({ operands, part }: ExplanationNode): number {
  const below = [...operands, ...(part?.weights ?? [])];
  return below.reduce((count, node) => count + countNodes(node), 1);
}
