import type { Approver, HeldDelivery } from "@bochiso/shared/feed";
import type { ReceiptCounts } from "@bochiso/shared/submission";
import { and, asc, eq, gt, inArray, isNull, lt, ne, or, sql } from "drizzle-orm";
import type { ReadTx, WriteTx } from "../../unit-of-work.ts";
import { inChunks } from "../in-chunks.ts";

/** A submission that waits, or waited, for sign-off. */
export interface HeldSubmission {
  readonly submission: string;
  readonly feed: string;
  /** Commit in which it was received. */
  readonly heldSeq: number;
  readonly state: "pending" | "approved" | "returned";
  readonly decidedAt: string | null;
  readonly decidedBy: Approver | null;
  readonly note: string | null;
  readonly decisionSeq: number | null;
  readonly counts: ReceiptCounts | null;
  /** What it delivers for the first time, counted once it is approved; null: counted when it was received. */
  readonly deliveries: readonly HeldDelivery[] | null;
  /** Of a returned one: the submission with which all of its cells were sent anew; null: some are owed yet. */
  readonly answeredBy: string | null;
}

/** What a submission that waits for sign-off would deliver. */
export interface PendingDeliveries {
  readonly feed: string;
  readonly receivedAt: string;
  readonly deliveries: readonly HeldDelivery[];
}

/** Rows of a held submission that stand in one block. */
export const ROWS_PER_BLOCK = 500;

/** Holds a submission with its rows (a JSON text each) in the order in which they will be applied. */
export async function insertHeld(tx: WriteTx, held: HeldSubmission, rows: readonly string[]): Promise<void> {
  const { submissionHold, heldRow } = tx.schema;
  await tx.db.insert(submissionHold).values(held);
  const blocks: { submission: string; block: number; rows: string }[] = [];
  for (let at = 0; at < rows.length; at += ROWS_PER_BLOCK) {
    const part = rows.slice(at, at + ROWS_PER_BLOCK);
    blocks.push({ submission: held.submission, block: at / ROWS_PER_BLOCK, rows: part.join("\n") });
  }
  await inChunks(blocks, (part) => tx.db.insert(heldRow).values(part));
}

export async function heldSubmission(tx: ReadTx, submission: string): Promise<HeldSubmission | null> {
  const { submissionHold } = tx.schema;
  const [found] = await tx.db.select().from(submissionHold).where(eq(submissionHold.submission, submission));
  return found ?? null;
}

/** Those of some submissions that are held or were. */
export async function heldAmong(tx: ReadTx, submissions: readonly string[]): Promise<Map<string, HeldSubmission>> {
  const { submissionHold } = tx.schema;
  if (submissions.length === 0) return new Map();
  const found = await tx.db
    .select()
    .from(submissionHold)
    .where(inArray(submissionHold.submission, [...submissions]));
  return new Map(found.map((it) => [it.submission, it]));
}

/** Returned submissions of a feed of which cells are still to be sent anew. */
export async function openReturns(tx: ReadTx, feed: string): Promise<string[]> {
  const { submissionHold: h } = tx.schema;
  const found = await tx.db
    .select({ submission: h.submission })
    .from(h)
    .where(and(eq(h.feed, feed), eq(h.state, "returned"), isNull(h.answeredBy)));
  return found.map(({ submission }) => submission);
}

/** Per feed how many returned submissions have cells that are still to be sent anew. */
export async function openReturnCounts(tx: ReadTx): Promise<Map<string, number>> {
  const { submissionHold: h } = tx.schema;
  const rows = await tx.db
    .select({ feed: h.feed, returned: sql<number>`count(*)` })
    .from(h)
    .where(and(eq(h.state, "returned"), isNull(h.answeredBy)))
    .groupBy(h.feed);
  return new Map(rows.map(({ feed, returned }) => [feed, Number(returned)]));
}

/** Submissions of a feed that wait for sign-off and were received after a commit, those received first at first. */
export async function pendingSince(
  tx: ReadTx,
  feed: string,
  heldSeq: number,
): Promise<Pick<HeldSubmission, "submission" | "heldSeq">[]> {
  const { submissionHold: h } = tx.schema;
  return await tx.db
    .select({ submission: h.submission, heldSeq: h.heldSeq })
    .from(h)
    .where(and(eq(h.feed, feed), eq(h.state, "pending"), gt(h.heldSeq, heldSeq)))
    .orderBy(asc(h.heldSeq));
}

/** Puts down with which submission all of a returned one was sent anew. */
export async function noteAnswer(tx: WriteTx, returned: string, answeredBy: string): Promise<void> {
  const { submissionHold: h } = tx.schema;
  await tx.db.update(h).set({ answeredBy }).where(eq(h.submission, returned));
}

/** The rows of a held submission, from `offset` on, at most `limit`. */
export async function heldRows(
  tx: ReadTx,
  submission: string,
  page: { readonly offset: number; readonly limit: number } = { offset: 0, limit: Number.MAX_SAFE_INTEGER },
): Promise<string[]> {
  const { heldRow } = tx.schema;
  const first = Math.floor(page.offset / ROWS_PER_BLOCK);
  const last = Math.floor((page.offset + page.limit - 1) / ROWS_PER_BLOCK);
  const blocks = (
    await tx.db.select().from(heldRow).where(eq(heldRow.submission, submission)).orderBy(asc(heldRow.block))
  ).filter(({ block }) => block >= first && block <= last);
  const rows = blocks.flatMap((block) => block.rows.split("\n"));
  const skipped = page.offset - first * ROWS_PER_BLOCK;
  return rows.slice(skipped, skipped + page.limit);
}

/** What submissions that wait for sign-off would deliver, those received first at first; of one feed where one is named. */
export async function pendingDeliveries(tx: ReadTx, feed?: string): Promise<PendingDeliveries[]> {
  const { submissionHold: h, submission: s } = tx.schema;
  const rows = await tx.db
    .select({ feed: h.feed, receivedAt: s.receivedAt, deliveries: h.deliveries })
    .from(h)
    .innerJoin(s, eq(s.id, h.submission))
    .where(and(feed === undefined ? undefined : eq(h.feed, feed), eq(h.state, "pending")))
    .orderBy(asc(s.receivedAt), asc(s.id));
  return rows.map(({ deliveries, ...row }) => ({ ...row, deliveries: deliveries ?? [] }));
}

/**
 * Lets go of rows that wait for nothing any more: those of approved submissions, whose values stand in their commit, and of
 * submissions returned before a moment; at most `limit` blocks. Gives how many.
 */
export async function releaseHeldRows(tx: WriteTx, returnedBefore: string, limit: number): Promise<number> {
  const { submissionHold: h, heldRow: r } = tx.schema;
  const over = or(eq(h.state, "approved"), and(ne(h.state, "pending"), lt(h.decidedAt, returnedBefore)));
  const blocks = await tx.db
    .select({ submission: r.submission, block: r.block })
    .from(r)
    .innerJoin(h, eq(h.submission, r.submission))
    .where(over)
    .limit(limit);
  for (const { submission, block } of blocks)
    await tx.db.delete(r).where(and(eq(r.submission, submission), eq(r.block, block)));
  return blocks.length;
}

/** Puts down a decision; false where one stands already. */
export async function decideHeld(
  tx: WriteTx,
  decision: Pick<
    HeldSubmission,
    "submission" | "state" | "decidedAt" | "decidedBy" | "note" | "decisionSeq" | "counts"
  >,
): Promise<boolean> {
  const { submissionHold } = tx.schema;
  const { submission, ...set } = decision;
  const done = await tx.db
    .update(submissionHold)
    .set(set)
    .where(and(eq(submissionHold.submission, submission), eq(submissionHold.state, "pending")))
    .returning({ submission: submissionHold.submission });
  return done.length === 1;
}
