import type { WriteTx } from "@bochiso/db/store";
import type { PipelineDeps } from "./pipeline-deps.ts";

/** Rows from which on a submission takes long enough to let others go first. */
export const BULK_ROWS = 500;

/** Milliseconds of writing that one submission loses to others that go first, before it goes on whoever waits. */
const PATIENCE_MS = 3_000;

/** Thrown inside a write that is broken off so that short commands can go first. */
class GaveWay extends Error {}

/**
 * Writes, and where it `isLong` lets others go first as long as there is patience: `betweenParts`, which the work calls after
 * every few milliseconds, throws where others wait; the write is rolled back and begun again when they are done.
 */
export async function writeInTurn<T>(
  { store, turns }: Pick<PipelineDeps, "store" | "turns">,
  isLong: boolean,
  work: (tx: WriteTx, betweenParts: () => void) => Promise<T>,
): Promise<T> {
  let lostMs = 0;
  for (;;) {
    const started = performance.now();
    const mayGiveWay = isLong && lostMs < PATIENCE_MS;
    const betweenParts = (): void => {
      if (mayGiveWay && turns.othersWait()) throw new GaveWay();
    };
    try {
      return await store.write((tx) => work(tx, betweenParts));
    } catch (error) {
      if (!(error instanceof GaveWay)) throw error;
      lostMs += performance.now() - started;
      await turns.giveWay();
    }
  }
}
