import { appendAudit } from "@bochiso/db/repositories/audit";
import { findApiKey, revokeApiKey, setKeyExpiry, setSuccessor } from "@bochiso/db/repositories/feeds";
import type { Store } from "@bochiso/db/store";
import type { CreateKeyInput } from "../writer/commands.ts";
import { keyDetails, storeKey } from "./create-key.ts";
import type { RotateKeyCommand } from "./key-commands.ts";
import { keyOver, keyReplaced } from "./key-errors.ts";
import { keyState } from "./key-state.ts";
import { lockKey } from "./lock-key.ts";
import { tellKeysChanged } from "./tell-keys-changed.ts";

/**
 * Makes the successor of a key, which itself ends at the end of the overlap, or earlier where it would have. Throws
 * `key-unknown`, `key-over`, `key-replaced` (its successor works), `key-limit` (two keys of the feed are live: none of them is
 * ended to make room), `moment-past`.
 */
export async function rotateKey(deps: { store: Store }, input: RotateKeyCommand): Promise<{ id: string }> {
  const { old, id, secretHash, expiresAt, overlapUntil, at, actor } = input;
  await deps.store.write(async (tx) => {
    const key = await lockKey(tx, old);
    if (keyState(key, at) !== "live") throw keyOver(old);
    const successor = key.replacedBy === null ? null : await findApiKey(tx, key.replacedBy);
    if (successor !== null && keyState(successor, at) === "live") throw keyReplaced(old, successor.id);
    const { kind, feed, label, holder } = key;
    const cidrs = [...(key.cidrs ?? [])];
    const made: CreateKeyInput = { id, kind, feed, label, holder, cidrs, expiresAt, secretHash, at, actor };
    const isAtOnce = Date.parse(overlapUntil) <= Date.parse(at);
    await storeKey(tx, made);
    await setSuccessor(tx, old, id);
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
    await tellKeysChanged(tx, commit, feed);
  });
  return { id };
}
