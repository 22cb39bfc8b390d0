import type { ColumnKit } from "../kit/index.ts";

/** Public keys with which receipts were sealed; never deleted, so that a receipt can be verified years later. */
export function receiptTables(kit: ColumnKit) {
  const signingKey = kit.table("signing_key", {
    /** JWK thumbprint (RFC 7638). */
    kid: kit.text("kid").primaryKey(),
    /** Raw Ed25519 public key, base64url. */
    publicKey: kit.text("public_key").notNull(),
    validFrom: kit.text("valid_from").notNull(),
    /** Null = in use. */
    validTo: kit.text("valid_to"),
    commitSeq: kit.bigint("commit_seq").notNull(),
  });
  return { signingKey };
}
