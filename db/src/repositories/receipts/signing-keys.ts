import { and, asc, eq, isNull } from "drizzle-orm";
import type { Commit, ReadTx, WriteTx } from "../../unit-of-work.ts";

/** A public key of receipts with the time in which it sealed; `validTo` null while in use. */
export interface SigningKey {
  readonly kid: string;
  /** Raw Ed25519 public key, base64url. */
  readonly publicKey: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Every key that ever sealed, in the order in which they came. */
export async function listSigningKeys(tx: ReadTx): Promise<SigningKey[]> {
  const { signingKey } = tx.schema;
  const rows = await tx.db.select().from(signingKey).orderBy(asc(signingKey.validFrom), asc(signingKey.kid));
  return rows.map(({ kid, publicKey, validFrom, validTo }) => ({ kid, publicKey, validFrom, validTo }));
}

export async function isSigningKeyKnown(tx: ReadTx, kid: string): Promise<boolean> {
  const { signingKey } = tx.schema;
  const found = await tx.db.select({ kid: signingKey.kid }).from(signingKey).where(eq(signingKey.kid, kid));
  return found.length > 0;
}

/** Publishes a key from a moment on, and ends the one it replaces. A key that is known already stays as it is. */
export async function addSigningKey(
  tx: WriteTx,
  commit: Commit,
  key: Omit<SigningKey, "validTo"> & { readonly replaces: string | null },
): Promise<void> {
  const { signingKey } = tx.schema;
  const { kid, publicKey, validFrom, replaces } = key;
  const row = { kid, publicKey, validFrom, validTo: null, commitSeq: commit.seq };
  await tx.db.insert(signingKey).values(row).onConflictDoNothing();
  if (replaces === null) return;
  await tx.db
    .update(signingKey)
    .set({ validTo: validFrom })
    .where(and(eq(signingKey.kid, replaces), isNull(signingKey.validTo)));
}
