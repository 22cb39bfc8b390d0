import { appendAudit } from "@bochiso/db/repositories/audit";
import { revokeApiKey } from "@bochiso/db/repositories/feeds";
import type { Store } from "@bochiso/db/store";
import type { RevokeKeyCommand } from "./key-commands.ts";
import { keyOver } from "./key-errors.ts";
import { lockKey } from "./lock-key.ts";
import { tellKeysChanged } from "./tell-keys-changed.ts";

/** Ends a key at once: the next request with it is refused. Throws `key-unknown`, `key-over` (revoked before). */
export async function revokeKey(
  deps: { store: Store },
  { id, reason, at, actor }: RevokeKeyCommand,
): Promise<{ id: string }> {
  await deps.store.write(async (tx) => {
    const key = await lockKey(tx, id);
    if (key.revokedAt !== null) throw keyOver(id);
    await revokeApiKey(tx, id, at);
    const commit = await tx.nextCommit(at);
    const details = { feed: key.feed, label: key.label, reason };
    await appendAudit(tx, commit, [{ actor, action: "key.revoked", subject: `key:${id}`, details }]);
    await tellKeysChanged(tx, commit, key.feed);
  });
  return { id };
}
