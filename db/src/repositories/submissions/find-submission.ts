import { and, desc, eq, isNotNull, type SQL } from "drizzle-orm";
import { defineStatement } from "../../statement/index.ts";
import type { ReadTx } from "../../unit-of-work.ts";
import type { SubmissionRecord } from "./submission-record.ts";
import { findByIdempotencyKey } from "./submission-statements.ts";

export async function submissionById(tx: ReadTx, id: string): Promise<SubmissionRecord | null> {
  return await findOne(tx, eq(tx.schema.submission.id, id));
}

/** The submission a feed sent under a key. */
export async function submissionByIdempotencyKey(
  tx: ReadTx,
  feed: string,
  idempotencyKey: string,
): Promise<SubmissionRecord | null> {
  const [found] = await tx.statements.all(findByIdempotencyKey, [{ feed, idempotencyKey }]);
  return found === undefined ? null : recordOf(found);
}

/** The submission a feed sent under a sequence number. */
export async function submissionBySequence(
  tx: ReadTx,
  feed: string,
  sequence: number,
): Promise<SubmissionRecord | null> {
  const { submission } = tx.schema;
  return await findOne(tx, and(eq(submission.feed, feed), eq(submission.sequence, sequence)));
}

/** The highest sequence number a feed has sent; null before the first one. */
export async function lastSequence(tx: ReadTx, feed: string): Promise<number | null> {
  const { submission } = tx.schema;
  const [found] = await tx.db
    .select({ sequence: submission.sequence })
    .from(submission)
    .where(and(eq(submission.feed, feed), isNotNull(submission.sequence)))
    .orderBy(desc(submission.sequence))
    .limit(1);
  return found?.sequence ?? null;
}

async function findOne(tx: ReadTx, condition: SQL | undefined): Promise<SubmissionRecord | null> {
  const [found] = await tx.db.select().from(tx.schema.submission).where(condition);
  return found === undefined ? null : recordOf(found);
}

/** A submission out of its row, with or without its answer. */
export function recordOf<T extends SubmissionRecord["counts"]>({
  received,
  created,
  revised,
  unchanged,
  retracted,
  rejected,
  ...rest
}: T) {
  return { ...rest, counts: { received, created, revised, unchanged, retracted, rejected } };
}

/** Where the values of a commit come from. A commit without a submission has only its moment. */
export interface Provenance {
  readonly commitSeq: number;
  readonly recordedAt: string;
  readonly submission: string | null;
  readonly feed: string | null;
  readonly publisher: string | null;
  readonly document: string | null;
  readonly receivedAt: string | null;
}

/**
 * Values that came into force by sign-off are of the commit of the approval and come from the submission that was held.
 */
const findProvenance = defineStatement<Provenance>()(
  "find_provenance",
  { seq: "bigint" },
  `SELECT c.seq AS "commitSeq", c.recorded_at AS "recordedAt", s.id AS "submission", s.feed AS "feed",
     s.publisher AS "publisher", s.document AS "document", s.received_at AS "receivedAt"
   FROM {rows} JOIN commit_log c ON c.seq = v.seq LEFT JOIN submission_hold h ON h.decision_seq = c.seq
   LEFT JOIN submission s ON s.commit_seq = COALESCE(h.held_seq, c.seq)`,
);

/** Moment, submission and source of each commit. Commit numbers may repeat. */
export async function provenanceOf(tx: ReadTx, commitSeqs: Iterable<number>): Promise<Map<number, Provenance>> {
  const rows = [...new Set(commitSeqs)].map((seq) => ({ seq }));
  const found = await tx.statements.all(findProvenance, rows);
  return new Map(found.map((provenance) => [provenance.commitSeq, provenance]));
}

const findOrder = defineStatement<{ readonly seq: number; readonly heldSeq: number }>()(
  "find_receiving_order",
  { seq: "bigint" },
  `SELECT h.decision_seq AS "seq", h.held_seq AS "heldSeq" FROM {rows} JOIN submission_hold h ON h.decision_seq = v.seq`,
);

/** For commits of approvals the commit in which their submission was received; other commits are not in the answer. */
export async function receivingOrder(tx: ReadTx, commitSeqs: Iterable<number>): Promise<Map<number, number>> {
  const found = await tx.statements.all(
    findOrder,
    [...new Set(commitSeqs)].map((seq) => ({ seq })),
  );
  return new Map(found.map(({ seq, heldSeq }) => [Number(seq), Number(heldSeq)]));
}
