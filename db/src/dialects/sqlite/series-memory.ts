import type { SeriesMemory } from "../../unit-of-work.ts";

/** Series remembered; beyond it everything is forgotten and learnt anew. */
const MOST_SERIES = 100_000;

/** The memory of the connection that writes. */
export interface WriterSeriesMemory extends SeriesMemory {
  /** A unit of work begins: what was learnt before is committed. */
  begin(): void;
  /** It is rolled back: the series it made are no more, and their numbers will be given to others. */
  rollBack(): void;
}

/** For connections that only read: a series may come into being at any moment, and then keeps its number. */
export function createReaderSeriesMemory(): SeriesMemory {
  const numbers = createNumbers();
  return {
    get: numbers.get,
    keep: (key, id) => {
      if (id !== null) numbers.set(key, id);
    },
    forget: numbers.delete,
  };
}

/** For the only connection that makes series: it also knows of those that are not there. */
export function createWriterSeriesMemory(): WriterSeriesMemory {
  const numbers = createNumbers();
  let learnt: string[] = [];
  return {
    get: numbers.get,
    keep: (key, id) => {
      numbers.set(key, id);
      learnt.push(key);
    },
    forget: numbers.delete,
    begin: () => {
      learnt = [];
    },
    rollBack: () => {
      for (const key of learnt) numbers.delete(key);
      learnt = [];
    },
  };
}

function createNumbers() {
  const numbers = new Map<string, number | null>();
  return {
    get: (key: string) => numbers.get(key),
    set: (key: string, id: number | null): void => {
      if (numbers.size >= MOST_SERIES) numbers.clear();
      numbers.set(key, id);
    },
    delete: (key: string): void => {
      numbers.delete(key);
    },
  };
}
