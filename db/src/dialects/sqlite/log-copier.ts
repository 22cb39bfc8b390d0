import type { Connection } from "./open-connection.ts";

/**
 * Copies what the write-ahead log holds into the database file. Nobody is kept waiting: pages that a reader still needs are
 * left for the next time, as is what a failing disk refuses, since the log holds it all the same.
 */
export function logCopier(client: Connection): () => void {
  const copy = client.prepare("PRAGMA wal_checkpoint(PASSIVE)");
  return () => {
    try {
      copy.all();
    } catch {
      // Told by the commits that meet it.
    }
  };
}
