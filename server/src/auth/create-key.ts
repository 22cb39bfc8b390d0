import { appendAudit } from "@bochiso/db/repositories/audit";
import { feedByCode, insertApiKey, listApiKeys, lockFeed } from "@bochiso/db/repositories/feeds";
import type { Store, WriteTx } from "@bochiso/db/store";
import { DomainError } from "@bochiso/shared/errors";
import { parseCidr } from "@bochiso/shared/feed";
import type { CreateKeyInput } from "../writer/commands.ts";
import { cidrMalformed, keyLimit, LIVE_KEYS, momentPast } from "./key-errors.ts";
import { keyState } from "./key-state.ts";
import { tellKeysChanged } from "./tell-keys-changed.ts";

/**
 * Stores a key, of which only the hash of the secret ever comes here. Throws `feed-unknown`, `key-limit`, `cidr-malformed`,
 * `moment-past` (an expiry that is over).
 */
export async function createKey(deps: { store: Store }, input: CreateKeyInput): Promise<{ created: true }> {
  await deps.store.write(async (tx) => {
    await storeKey(tx, input);
    const commit = await tx.nextCommit(input.at);
    await appendAudit(tx, commit, [
      { actor: input.actor, action: "key.created", subject: `key:${input.id}`, details: keyDetails(input) },
    ]);
    await tellKeysChanged(tx, commit, input.feed);
  });
  return { created: true };
}

/** What the audit keeps of a key. */
export function keyDetails({ kind, feed, label, holder = "", expiresAt = null, cidrs = [] }: CreateKeyInput) {
  return { kind, feed, label, holder, expiresAt, cidrs: [...cidrs] };
}

/** Inserts a key where its feed has room for one. */
export async function storeKey(tx: WriteTx, input: CreateKeyInput): Promise<void> {
  const { id, kind, feed, label, secretHash, at, holder = "", expiresAt = null, cidrs = [] } = input;
  const malformed = cidrs.find((text) => parseCidr(text) === null);
  if (malformed !== undefined) throw cidrMalformed(malformed);
  if (expiresAt !== null && Date.parse(expiresAt) <= Date.parse(at)) throw momentPast(expiresAt, at);
  if (feed !== null) {
    await lockFeed(tx, feed);
    if ((await feedByCode(tx, feed)) === null) throw feedUnknown(feed);
    const keys = await listApiKeys(tx, { feed });
    if (keys.filter((key) => keyState(key, at) === "live").length >= LIVE_KEYS) throw keyLimit(feed);
  }
  await insertApiKey(tx, {
    id,
    kind,
    feed,
    label,
    secretHash,
    createdAt: at,
    expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
    revokedAt: null,
    cidrs: cidrs.length === 0 ? null : cidrs,
    holder,
  });
}

/** There is no such feed. */
export function feedUnknown(feed: string): DomainError {
  return new DomainError(
    "feed-unknown",
    { feed },
    {
      vi: `Không có kênh cung cấp dữ liệu "${feed}".`,
      en: `There is no feed "${feed}".`,
    },
  );
}
