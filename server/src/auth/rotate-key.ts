import { appendAudit } from "@bochiso/db/repositories/audit";
import { findApiKey, lockFeed, revokeApiKey, setKeyExpiry } from "@bochiso/db/repositories/feeds";
import type { Store } from "@bochiso/db/store";
import type { CreateKeyInput } from "../writer/commands.ts";
import { keyDetails, storeKey } from "./create-key.ts";
import type { RotateKeyCommand } from "./key-commands.ts";
import { keyOver, keyUnknown } from "./key-errors.ts";
import { keyState } from "./key-state.ts";

/**
 * Makes the successor of a key, which itself ends at the end of the overlap, or earlier where it would have. Throws
 * `key-unknown`, `key-over`, `key-limit` (a third live key), `moment-past`.
 */
export async function rotateKey(deps: { store: Store }, input: RotateKeyCommand): Promise<{ id: string }> {
  const { old, id, secretHash, expiresAt, overlapUntil, at, actor } = input;
  await deps.store.write(async (tx) => {
    const found = await findApiKey(tx, old);
    if (found === null) throw keyUnknown(old);
    if (found.feed !== null) await lockFeed(tx, found.feed);
    const key = await findApiKey(tx, old);
    if (key === null || keyState(key, at) !== "live") throw keyOver(old);
    const { kind, feed, label, holder } = key;
    const cidrs = [...(key.cidrs ?? [])];
    const made: CreateKeyInput = { id, kind, feed, label, holder, cidrs, expiresAt, secretHash, at, actor };
    const isAtOnce = Date.parse(overlapUntil) <= Date.parse(at);
    await storeKey(tx, made, isAtOnce ? old : null);
    const end = key.expiresAt !== null && key.expiresAt < overlapUntil ? key.expiresAt : overlapUntil;
    if (isAtOnce) await revokeApiKey(tx, old, at);
    else await setKeyExpiry(tx, old, end);
    const commit = await tx.nextCommit(at);
    await appendAudit(tx, commit, [
      { actor, action: "key.created", subject: `key:${id}`, details: { ...keyDetails(made), replaces: old } },
      {
        actor,
        action: isAtOnce ? "key.revoked" : "key.expiry-set",
        subject: `key:${old}`,
        details: { feed, label, expiresAt: isAtOnce ? null : end, replacedBy: id },
      },
    ]);
  });
  return { id };
}
