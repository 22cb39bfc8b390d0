import type { ReadTx } from "@bochiso/db/store";
import type { Turns } from "@bochiso/db/writer";

/** Work done in slices: after each the others have their turn. Asking costs next to nothing. */
export interface Slices {
  isOver(): boolean;
  /** Ends a slice and begins the next. */
  next(): Promise<void>;
}

/** How long nobody else gets a turn, in milliseconds. */
const SLICE_MS = 5;

/** Rows worked on between two steps: looking at the clock after each of them would take a tenth of the time. */
export const ROWS_PER_STEP = 64;

/** For work that is short, or that must not be interrupted. */
export const UNDIVIDED: Slices = { isOver: () => false, next: () => Promise.resolve() };

/** Slices of a few milliseconds. `clock` tells milliseconds. */
export function createSlices(turns: Turns, clock: () => number = () => performance.now()): Slices {
  let end = clock() + SLICE_MS;
  return {
    isOver: () => clock() >= end,
    next: async () => {
      await turns.giveWay();
      end = clock() + SLICE_MS;
    },
  };
}

/**
 * For work inside a write, which cannot be interrupted but broken off: `betweenParts` is called every few milliseconds and
 * throws where it is to be.
 */
export function breakable(betweenParts: () => void, clock: () => number = () => performance.now()): Slices {
  let end = clock() + SLICE_MS;
  return {
    isOver: () => clock() >= end,
    next: () => {
      betweenParts();
      end = clock() + SLICE_MS;
      return Promise.resolve();
    },
  };
}

/** Lets others have their turn where a slice is over. */
export async function pause(slices: Slices): Promise<void> {
  if (slices.isOver()) await slices.next();
}

/** Goes through steps slice by slice and gives what they come to. */
export async function inSlices<T>(steps: Generator<unknown, T>, slices: Slices): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (slices.isOver()) await slices.next();
  }
}

/** What `work` makes of each item, slice by slice. */
export async function mapInSlices<I, O>(items: readonly I[], slices: Slices, work: (item: I) => O): Promise<O[]> {
  const made: O[] = [];
  for (const item of items) {
    made.push(work(item));
    await pause(slices);
  }
  return made;
}

/** The same snapshot for whoever reads much of it: between two statements others have their turn once a slice is over. */
export function readInSlices(tx: ReadTx, slices: Slices): ReadTx {
  const { statements } = tx;
  return {
    ...tx,
    statements: {
      ...statements,
      all: async (statement, rows) => {
        await pause(slices);
        return await statements.all(statement, rows);
      },
    },
  };
}
