import type { WriteTx } from "../../unit-of-work.ts";

/** Locks series until the commit, in order of number. Reads after it see what earlier writers committed. */
export function lockSeries(tx: WriteTx, ids: readonly number[]): Promise<void> {
  return tx.locks.series(ids);
}

/** Locks definitions until the commit, in code order. */
export function lockIndicators(tx: WriteTx, codes: readonly string[]): Promise<void> {
  return tx.locks.indicators(codes);
}
