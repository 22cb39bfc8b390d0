import { addToOutbox } from "@bochiso/db/repositories/outbox";
import type { Commit, WriteTx } from "@bochiso/db/store";

/** News for the screens of a feed; a reader's key stands on none. */
export async function tellKeysChanged(tx: WriteTx, commit: Commit, feed: string | null): Promise<void> {
  if (feed !== null) await addToOutbox(tx, commit, [{ topic: "feeds", payload: { feeds: [feed] } }]);
}
