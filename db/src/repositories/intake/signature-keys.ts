import { and, asc, eq, isNull } from "drizzle-orm";
import type { ReadTx, WriteTx } from "../../unit-of-work.ts";

/** A public key with which a feed signs its requests. */
export interface SignatureKey {
  /** As it stands in `Signature-Input`. */
  readonly keyid: string;
  readonly feed: string;
  /** Raw Ed25519 public key, base64url. */
  readonly publicKey: string;
  /** While it is live, unsigned submissions of the feed are refused. */
  readonly required: boolean;
  readonly createdAt: string;
  /** Name and position as stated. */
  readonly createdBy: string;
  readonly revokedAt: string | null;
}

/** The live keys of a feed, or with `all` every one it ever had, oldest first. */
export async function signatureKeysOf(
  tx: ReadTx,
  feed: string,
  { all = false }: { all?: boolean } = {},
): Promise<SignatureKey[]> {
  const { feedSignatureKey } = tx.schema;
  return await tx.db
    .select()
    .from(feedSignatureKey)
    .where(and(eq(feedSignatureKey.feed, feed), all ? undefined : isNull(feedSignatureKey.revokedAt)))
    .orderBy(asc(feedSignatureKey.createdAt), asc(feedSignatureKey.keyid));
}

/** Tells whether it was added; a keyid is never given twice. */
export async function addSignatureKey(tx: WriteTx, key: Omit<SignatureKey, "revokedAt">): Promise<boolean> {
  const { feedSignatureKey } = tx.schema;
  const { keyid } = key;
  const known = await tx.db.select().from(feedSignatureKey).where(eq(feedSignatureKey.keyid, keyid));
  if (known.length > 0) return false;
  await tx.db.insert(feedSignatureKey).values({ ...key, revokedAt: null });
  return true;
}

export async function revokeSignatureKey(tx: WriteTx, { keyid, at }: { keyid: string; at: string }): Promise<void> {
  const { feedSignatureKey } = tx.schema;
  await tx.db
    .update(feedSignatureKey)
    .set({ revokedAt: at })
    .where(and(eq(feedSignatureKey.keyid, keyid), isNull(feedSignatureKey.revokedAt)));
}
