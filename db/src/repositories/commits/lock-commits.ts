import type { WriteTx } from "../../unit-of-work.ts";

/**
 * Lets no other unit of work commit until this one did. True where others may have committed since this one was prepared:
 * what was read before must then be read again. Take it after the feed's lock and before those of series.
 */
export function lockCommits(tx: WriteTx): Promise<boolean> {
  return tx.locks.commits();
}
