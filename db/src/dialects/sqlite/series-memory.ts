import type { Origin } from "@bochiso/shared/observation";
import type { SeriesMemory } from "../../unit-of-work.ts";

/** Series remembered, both origins as one; beyond it everything is forgotten and learnt anew. */
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
    keep: (text, origin, id) => {
      if (id !== null) numbers.set(text, origin, id);
    },
    forget: numbers.delete,
  };
}

/** For the only connection that makes series: it also knows of those that are not there. */
export function createWriterSeriesMemory(): WriterSeriesMemory {
  const numbers = createNumbers();
  let learnt: { readonly text: string; readonly origin: Origin }[] = [];
  return {
    get: numbers.get,
    keep: (text, origin, id) => {
      numbers.set(text, origin, id);
      learnt.push({ text, origin });
    },
    forget: numbers.delete,
    begin: () => {
      learnt = [];
    },
    rollBack: () => {
      for (const { text, origin } of learnt) numbers.delete(text, origin);
      learnt = [];
    },
  };
}

function createNumbers() {
  const numbers = new Map<string, Partial<Record<Origin, number | null>>>();
  return {
    get: (text: string, origin: Origin) => numbers.get(text)?.[origin],
    set: (text: string, origin: Origin, id: number | null): void => {
      const known = numbers.get(text);
      if (known !== undefined) {
        known[origin] = id;
        return;
      }
      if (numbers.size >= MOST_SERIES) numbers.clear();
      numbers.set(text, { [origin]: id });
    },
    delete: (text: string, origin: Origin): void => {
      const known = numbers.get(text);
      if (known !== undefined) delete known[origin];
    },
  };
}
