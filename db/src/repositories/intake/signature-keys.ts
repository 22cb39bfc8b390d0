import { and, asc, eq, isNull } from "drizzle-orm";
import { defineStatement } from "../../statement/index.ts";
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

type LiveKey = Omit<SignatureKey, "required"> & { readonly required: number };

/** Asked by every submission. */
const findLive = defineStatement<LiveKey>()(
  "live_signature_keys",
  { feed: "text" },
  `SELECT k.keyid AS "keyid", k.feed AS "feed", k.public_key AS "publicKey", CASE WHEN k.required THEN 1 ELSE 0 END AS "required",
     k.created_at AS "createdAt", k.created_by AS "createdBy", k.revoked_at AS "revokedAt"
   FROM {rows} JOIN feed_signature_key k ON k.feed = v.feed AND k.revoked_at IS NULL ORDER BY k.created_at, k.keyid`,
);

/** The live keys of a feed, or with `all` every one it ever had, oldest first. */
export async function signatureKeysOf(
  tx: ReadTx,
  feed: string,
  { all = false }: { all?: boolean } = {},
): Promise<SignatureKey[]> {
  if (!all) {
    const live = await tx.statements.all(findLive, [{ feed }]);
    return live.map((key) => ({ ...key, required: key.required === 1 }));
  }
  const { feedSignatureKey: k } = tx.schema;
  return await tx.db.select().from(k).where(eq(k.feed, feed)).orderBy(asc(k.createdAt), asc(k.keyid));
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
