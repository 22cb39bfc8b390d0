import { appendAudit } from "@bochiso/db/repositories/audit";
import { feedByCode, insertApiKey } from "@bochiso/db/repositories/feeds";
import type { Store } from "@bochiso/db/store";
import { DomainError } from "@bochiso/shared/errors";
import type { CreateKeyInput } from "../writer/commands.ts";

/** Stores a key, of which only the hash of the secret ever comes here. Throws `feed-unknown`. */
export async function createKey(deps: { store: Store }, input: CreateKeyInput): Promise<{ created: true }> {
  const { actor, at, ...key } = input;
  await deps.store.write(async (tx) => {
    if (key.feed !== null && (await feedByCode(tx, key.feed)) === null) throw feedUnknown(key.feed);
    await insertApiKey(tx, { ...key, createdAt: at, expiresAt: null, revokedAt: null });
    const commit = await tx.nextCommit(at);
    const details = { kind: key.kind, feed: key.feed, label: key.label };
    await appendAudit(tx, commit, [{ actor, action: "key.created", subject: `key:${key.id}`, details }]);
  });
  return { created: true };
}

function feedUnknown(feed: string): DomainError {
  return new DomainError(
    "feed-unknown",
    { feed },
    {
      vi: `Không có kênh cung cấp dữ liệu "${feed}".`,
      en: `There is no feed "${feed}".`,
    },
  );
}
