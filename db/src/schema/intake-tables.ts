import type { ColumnKit } from "../kit/index.ts";

/** What intake asks beside the feeds themselves: frozen periods, and the keys that requests are signed with. */
export function intakeTables(kit: ColumnKit) {
  /** Never deleted, only lifted: whoever asks later sees who froze what and why. */
  const periodLock = kit.table(
    "period_lock",
    {
      id: kit.text("id").primaryKey(),
      indicator: kit.text("indicator").notNull(),
      /** `*` = every area. */
      area: kit.text("area").notNull(),
      /** First and last day; a period is locked that lies wholly between them. */
      firstDay: kit.text("first_day").notNull(),
      lastDay: kit.text("last_day").notNull(),
      reason: kit.text("reason").notNull(),
      /** Name and position as stated. */
      lockedBy: kit.text("locked_by").notNull(),
      lockedAt: kit.text("locked_at").notNull(),
      liftedBy: kit.text("lifted_by"),
      liftedAt: kit.text("lifted_at"),
      liftReason: kit.text("lift_reason"),
    },
    (t) => [kit.index("period_lock_by_indicator").on(t.indicator, t.area)],
  );
  /** Public keys of senders; never deleted, so that a signature can be looked at years later. */
  const feedSignatureKey = kit.table(
    "feed_signature_key",
    {
      /** As it stands in `Signature-Input`. */
      keyid: kit.text("keyid").primaryKey(),
      feed: kit.text("feed").notNull(),
      /** Raw Ed25519 public key, base64url. */
      publicKey: kit.text("public_key").notNull(),
      /** Every submission of the feed must be signed while one of its keys says so. */
      required: kit.boolean("required").notNull(),
      createdAt: kit.text("created_at").notNull(),
      createdBy: kit.text("created_by").notNull(),
      revokedAt: kit.text("revoked_at"),
    },
    (t) => [kit.index("feed_signature_key_by_feed").on(t.feed)],
  );
  return { periodLock, feedSignatureKey };
}
