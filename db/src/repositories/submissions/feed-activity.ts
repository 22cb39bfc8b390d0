import { and, desc, eq, getTableColumns, gt, gte, isNotNull, isNull, lt, ne, or, sql } from "drizzle-orm";
import { defineStatement } from "../../statement/index.ts";
import type { ReadTx, WriteTx } from "../../unit-of-work.ts";
import { recordOf } from "./find-submission.ts";
import type { SubmissionRecord } from "./submission-record.ts";

/** `keyId` of submissions that the installation replayed itself. */
export const REPLAYED = "seed";

/** What a feed sent since a moment, replays left out. */
export interface FeedActivity {
  readonly submissions: number;
  readonly received: number;
  readonly rejected: number;
}

/** Per feed what came since a moment (ISO instant of receiving). */
export async function feedActivity(tx: ReadTx, since: string): Promise<Map<string, FeedActivity>> {
  const { submission: s } = tx.schema;
  const rows = await tx.db
    .select({
      feed: s.feed,
      submissions: sql<number>`count(*)`,
      received: sql<number>`sum(${s.received})`,
      rejected: sql<number>`sum(${s.rejected})`,
    })
    .from(s)
    .where(and(gte(s.receivedAt, since), or(isNull(s.keyId), ne(s.keyId, REPLAYED))))
    .groupBy(s.feed);
  return new Map(
    rows.map(({ feed, submissions, received, rejected }) => [
      feed,
      { submissions: Number(submissions), received: Number(received), rejected: Number(rejected) },
    ]),
  );
}

/** The newest of a feed's submissions, and its highest sequence number. */
export interface FeedHead {
  readonly feed: string;
  readonly submission: string | null;
  readonly receivedAt: string | null;
  readonly keyId: string | null;
  readonly sequence: number | null;
}

const newest = (column: string): string =>
  `(SELECT s.${column} FROM submission s WHERE s.feed = v.feed ORDER BY s.received_at DESC, s.id DESC LIMIT 1)`;
const findHeads = defineStatement<FeedHead>()(
  "find_feed_heads",
  { feed: "text" },
  `SELECT v.feed AS "feed", ${newest("id")} AS "submission", ${newest("received_at")} AS "receivedAt",
     ${newest("key_id")} AS "keyId",
     (SELECT s.sequence FROM submission s WHERE s.feed = v.feed AND s.sequence IS NOT NULL
      ORDER BY s.sequence DESC LIMIT 1) AS "sequence"
   FROM {rows}`,
);

/** The heads of some feeds. */
export async function feedHeads(tx: ReadTx, feeds: readonly string[]): Promise<Map<string, FeedHead>> {
  const heads = await tx.statements.all(
    findHeads,
    feeds.map((feed) => ({ feed })),
  );
  return new Map(
    heads.map((head) => [head.feed, { ...head, sequence: head.sequence === null ? null : Number(head.sequence) }]),
  );
}

const findConnections = defineStatement<{ readonly feed: string; readonly since: string | null }>()(
  "find_feed_connections",
  { feed: "text" },
  `SELECT v.feed AS "feed", (SELECT s.received_at FROM submission s WHERE s.feed = v.feed
     AND (s.key_id IS NULL OR s.key_id <> '${REPLAYED}') ORDER BY s.received_at LIMIT 1) AS "since"
   FROM {rows}`,
);

/** When the first submission that is no replay was received (ISO instant); null: none ever was. */
export async function firstOwnReceipts(tx: ReadTx, feeds: readonly string[]): Promise<Map<string, string | null>> {
  const found = await tx.statements.all(
    findConnections,
    feeds.map((feed) => ({ feed })),
  );
  return new Map(found.map(({ feed, since }) => [feed, since]));
}

/** Per feed the number of open gaps and of sequence numbers missing in them. */
export async function gapCounts(tx: ReadTx): Promise<Map<string, { readonly gaps: number; readonly missing: number }>> {
  const { sequenceGap: g } = tx.schema;
  const rows = await tx.db
    .select({ feed: g.feed, gaps: sql<number>`count(*)`, missing: sql<number>`sum(${g.last} - ${g.first} + 1)` })
    .from(g)
    .groupBy(g.feed);
  return new Map(rows.map(({ feed, gaps, missing }) => [feed, { gaps: Number(gaps), missing: Number(missing) }]));
}

/** Per feed how many submissions wait for sign-off. */
export async function pendingCounts(tx: ReadTx): Promise<Map<string, number>> {
  const { submissionHold: h } = tx.schema;
  const rows = await tx.db
    .select({ feed: h.feed, pending: sql<number>`count(*)` })
    .from(h)
    .where(eq(h.state, "pending"))
    .groupBy(h.feed);
  return new Map(rows.map(({ feed, pending }) => [feed, Number(pending)]));
}

/** Where a page of submissions goes on. */
export interface SubmissionCursor {
  readonly receivedAt: string;
  readonly id: string;
}

/** The submissions of a feed, the newest first, without their answers. */
export async function listSubmissions(
  tx: ReadTx,
  options: {
    readonly feed: string;
    readonly only: "all" | "pending" | "returned" | "with-errors";
    readonly before: SubmissionCursor | null;
    readonly limit: number;
  },
): Promise<Omit<SubmissionRecord, "responseBody">[]> {
  const { submission: s, submissionHold: h } = tx.schema;
  const { feed, only, before, limit } = options;
  const { responseBody: _, ...columns } = getTableColumns(s);
  const rows = await tx.db
    .select(columns)
    .from(s)
    .leftJoin(h, eq(h.submission, s.id))
    .where(
      and(
        eq(s.feed, feed),
        only === "pending" || only === "returned" ? eq(h.state, only) : undefined,
        only === "with-errors" ? gt(s.rejected, 0) : undefined,
        before === null
          ? undefined
          : or(lt(s.receivedAt, before.receivedAt), and(eq(s.receivedAt, before.receivedAt), lt(s.id, before.id))),
      ),
    )
    .orderBy(desc(s.receivedAt), desc(s.id))
    .limit(limit);
  return rows.map((row) => recordOf(row));
}

/** Written before a submission's own id in place of a key that was released: no header can carry it. */
const RELEASED = "\u0001";

const release = defineStatement<never>()(
  "release_idempotency_key",
  { id: "text", key: "text" },
  "UPDATE submission SET idempotency_key = v.key FROM {rows} WHERE submission.id = v.id",
);

/**
 * Releases the idempotency keys of submissions received before a moment, at most `limit`; receipts keep theirs, and keys of
 * replays and of entries without a key stay. Gives how many.
 */
export async function releaseIdempotencyKeys(tx: WriteTx, before: string, limit: number): Promise<number> {
  const { submission: s } = tx.schema;
  const old = await tx.db
    .select({ id: s.id })
    .from(s)
    .where(
      and(
        lt(s.receivedAt, before),
        isNotNull(s.keyId),
        ne(s.keyId, REPLAYED),
        sql`substr(${s.idempotencyKey}, 1, 1) <> ${RELEASED}`,
      ),
    )
    .limit(limit);
  await tx.statements.run(
    release,
    old.map(({ id }) => ({ id, key: `${RELEASED}${id}` })),
  );
  return old.length;
}
