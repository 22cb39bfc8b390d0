import { appendAudit } from "@bochiso/db/repositories/audit";
import { lockCommits } from "@bochiso/db/repositories/commits";
import { addSignatureKey, revokeSignatureKey, signatureKeysOf } from "@bochiso/db/repositories/intake";
import type { Store } from "@bochiso/db/store";
import { DomainError } from "@bochiso/shared/errors";
import { SIGNATURE_KEYID, SIGNATURE_PUBLIC_KEY } from "@bochiso/shared/steward";
import { tellKeysChanged } from "../auth/tell-keys-changed.ts";
import type { CatalogueCache } from "../catalogue/catalogue-cache.ts";
import type { Clock } from "../platform/clock.ts";

interface Deps {
  readonly store: Store;
  readonly catalogue: CatalogueCache;
  readonly clock: Clock;
}

/** A public key with which a feed will sign. */
export interface AddSignatureKeyInput {
  feed: string;
  keyid: string;
  /** Raw Ed25519 public key, base64url: 43 characters. */
  publicKey: string;
  /** Unsigned submissions of the feed are refused from now on. */
  required: boolean;
  /** Name and position as stated. */
  by: string;
}

/** A signature key to be ended. */
export interface EndSignatureKeyInput {
  feed: string;
  keyid: string;
  reason?: string;
  /** Name and position as stated. */
  by: string;
}

/** Registers a key. Throws `signature-key-malformed`, and `signature-key-taken` where the keyid was given before. */
export async function registerSignatureKey(deps: Deps, input: AddSignatureKeyInput): Promise<{ added: boolean }> {
  const { feed, keyid, publicKey, required, by } = input;
  if (!SIGNATURE_KEYID.test(keyid)) throw malformed("keyid", keyid);
  if (!SIGNATURE_PUBLIC_KEY.test(publicKey)) throw malformed("publicKey", publicKey);
  if (by.trim() === "") throw malformed("by", by);
  return await deps.store.write(async (tx) => {
    await lockCommits(tx);
    if (!(await deps.catalogue.current(tx)).feeds.has(feed)) throw malformed("feed", feed);
    const at = deps.clock.now().toISOString();
    const added = await addSignatureKey(tx, { feed, keyid, publicKey, required, createdAt: at, createdBy: by });
    if (!added) throw taken(keyid);
    const commit = await tx.nextCommit(at);
    await appendAudit(tx, commit, [
      {
        actor: `person:${by}`,
        action: "signature-key.added",
        subject: `feed:${feed}`,
        details: { keyid, publicKey, required },
      },
    ]);
    await tellKeysChanged(tx, commit, feed);
    return { added };
  });
}

/** Ends a live key of a feed: what it signs from now on is refused. Throws `signature-key-malformed` where it has no such key. */
export async function endSignatureKey(
  deps: Deps,
  { feed, keyid, reason, by }: EndSignatureKeyInput,
): Promise<{ revoked: true }> {
  await deps.store.write(async (tx) => {
    await lockCommits(tx);
    const isLive = (await signatureKeysOf(tx, feed)).some((key) => key.keyid === keyid);
    if (!isLive) throw malformed("keyid", keyid);
    const commit = await tx.nextCommit(deps.clock.now().toISOString());
    await revokeSignatureKey(tx, { keyid, at: commit.recordedAt });
    await appendAudit(tx, commit, [
      {
        actor: `person:${by}`,
        action: "signature-key.revoked",
        subject: `feed:${feed}`,
        details: { keyid, ...(reason === undefined ? {} : { reason }) },
      },
    ]);
    await tellKeysChanged(tx, commit, feed);
  });
  return { revoked: true };
}

function taken(keyid: string): DomainError {
  return new DomainError(
    "signature-key-taken",
    { keyid },
    {
      vi: `Mã khóa ký "${keyid}" đã dùng; mỗi mã chỉ đặt cho một khóa, kể cả khóa đã thu hồi.`,
      en: `The keyid "${keyid}" was given before; each names one key, a revoked one included.`,
    },
  );
}

function malformed(field: string, got: string): DomainError {
  return new DomainError(
    "signature-key-malformed",
    { field, got: got.slice(0, 120) },
    {
      vi: `Không thực hiện được với khóa ký: trường "${field}" không dùng được.`,
      en: `Nothing was done with the signature key: "${field}" cannot be used.`,
    },
  );
}
