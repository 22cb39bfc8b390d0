import { type Deadline, SINCE_EVER } from "@bochiso/shared/feed";
import type { RowError } from "@bochiso/shared/submission";
import type { Text } from "@bochiso/shared/text";
import type { ColumnKit } from "../kit/index.ts";
import type { Details } from "./catalogue-tables.ts";

/** Feeds, what they own, their keys, their submissions and what is missing between them. */
export function feedTables(kit: ColumnKit) {
  const feed = kit.table("feed", {
    code: kit.text("code").primaryKey(),
    agency: kit.text("agency").notNull(),
    name: kit.json<Text>("name").notNull(),
    /** `record`: a gap in the sequence is shown; `refuse`: it is refused. */
    gapPolicy: kit.text("gap_policy").$type<"record" | "refuse">().notNull(),
    requireDigest: kit.boolean("require_digest").notNull(),
    simulated: kit.boolean("simulated").notNull(),
    active: kit.boolean("active").notNull(),
    /** Values count once a named person approved their submission. */
    requireSignOff: kit.boolean("require_sign_off").notNull().default(false),
    /** Refused by the installation (a demonstration feed outside of demonstrations), whatever the contract says. */
    barred: kit.boolean("barred").notNull().default(false),
    /** Own deadlines by type of period; null = the due rules of the indicators. */
    schedule: kit.json<readonly Deadline[]>("schedule"),
    /** Silent when no sign of life came for so long; null = not agreed. */
    heartbeatMinutes: kit.integer("heartbeat_minutes"),
    createdAt: kit.text("created_at").notNull(),
    details: kit.json<Details>("details").notNull(),
  });
  /**
   * From which moment on which feed may send a cell's values, until the next row of the same cell: intervals cannot overlap,
   * and a second owner from the same moment is a key violation. Null: nobody by name.
   */
  const feedScope = kit.table(
    "feed_scope",
    {
      indicator: kit.text("indicator").notNull(),
      area: kit.text("area").notNull(),
      /** ISO instant, included. */
      validFrom: kit.text("valid_from").notNull().default(SINCE_EVER),
      feed: kit.text("feed").references(() => feed.code),
    },
    (t) => [
      kit.primaryKey({ columns: [t.indicator, t.area, t.validFrom] }),
      kit.index("feed_scope_by_feed").on(t.feed),
    ],
  );
  const apiKey = kit.table(
    "api_key",
    {
      id: kit.text("id").primaryKey(),
      kind: kit.text("kind").$type<"feed" | "reader">().notNull(),
      feed: kit.text("feed").references(() => feed.code),
      label: kit.text("label").notNull(),
      secretHash: kit.text("secret_hash").notNull(),
      createdAt: kit.text("created_at").notNull(),
      expiresAt: kit.text("expires_at"),
      revokedAt: kit.text("revoked_at"),
      /** Addresses it may be used from; null = any. */
      cidrs: kit.json<readonly string[]>("cidrs"),
      /** To ten minutes: a request is no write. */
      lastUsedAt: kit.text("last_used_at"),
      /** Who answers for it, as stated when it was made. */
      holder: kit.text("holder").notNull().default(""),
      /** The key made as its successor; null: none was. */
      replacedBy: kit.text("replaced_by"),
    },
    (t) => [kit.index("api_key_by_feed").on(t.feed)],
  );
  const submission = kit.table(
    "submission",
    {
      id: kit.text("id").primaryKey(),
      feed: kit
        .text("feed")
        .notNull()
        .references(() => feed.code),
      sequence: kit.bigint("sequence"),
      idempotencyKey: kit.text("idempotency_key").notNull(),
      /** What makes two requests the same: body, media type and query. */
      requestSha256: kit.text("request_sha256").notNull(),
      contentSha256: kit.text("content_sha256").notNull(),
      rowsRoot: kit.text("rows_root").notNull(),
      received: kit.integer("received").notNull(),
      created: kit.integer("created").notNull(),
      revised: kit.integer("revised").notNull(),
      unchanged: kit.integer("unchanged").notNull(),
      retracted: kit.integer("retracted").notNull(),
      rejected: kit.integer("rejected").notNull(),
      publisher: kit.text("publisher"),
      document: kit.text("document"),
      sentAt: kit.text("sent_at"),
      receivedAt: kit.text("received_at").notNull(),
      commitSeq: kit.bigint("commit_seq").notNull(),
      responseStatus: kit.integer("response_status").notNull(),
      responseType: kit.text("response_type").notNull(),
      responseBody: kit.bytes("response_body").notNull(),
      /** The key it was sent with; null where no key was used (replays, entry by hand). */
      keyId: kit.text("key_id"),
    },
    (t) => [
      kit.index("submission_by_time").on(t.receivedAt),
      kit.index("submission_by_feed").on(t.feed, t.receivedAt),
      kit.uniqueIndex("submission_idempotency").on(t.feed, t.idempotencyKey),
      kit.uniqueIndex("submission_sequence").on(t.feed, t.sequence),
      kit.uniqueIndex("submission_commit").on(t.commitSeq),
    ],
  );
  const submissionRow = kit.table(
    "submission_row",
    {
      submission: kit.text("submission").notNull(),
      /** First row of the block, counted from 0. */
      firstRow: kit.integer("first_row").notNull(),
      /** One letter a row, see ROW_OUTCOMES. */
      outcomes: kit.text("outcomes").notNull(),
      errors: kit.json<readonly RowError[]>("errors"),
    },
    (t) => [kit.primaryKey({ columns: [t.submission, t.firstRow] })],
  );
  const sequenceGap = kit.table(
    "sequence_gap",
    {
      feed: kit
        .text("feed")
        .notNull()
        .references(() => feed.code),
      first: kit.bigint("first").notNull(),
      last: kit.bigint("last").notNull(),
      foundAt: kit.text("found_at").notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.feed, t.first] })],
  );
  const heartbeat = kit.table("heartbeat", {
    feed: kit
      .text("feed")
      .primaryKey()
      .references(() => feed.code),
    at: kit.text("at").notNull(),
    details: kit.json<Details>("details").notNull(),
  });
  return { feed, feedScope, apiKey, submission, submissionRow, sequenceGap, heartbeat };
}
