import { and, desc, eq, isNotNull, type SQL } from "drizzle-orm";
import { defineStatement } from "../../statement/index.ts";
import type { ReadTx } from "../../unit-of-work.ts";
import type { SubmissionRecord } from "./submission-record.ts";
import { findByIdempotencyKey, type StoredSubmission } from "./submission-statements.ts";

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

function recordOf({
  received,
  created,
  revised,
  unchanged,
  retracted,
  rejected,
  ...rest
}: StoredSubmission): SubmissionRecord {
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

const findProvenance = defineStatement<Provenance>()(
  "find_provenance",
  { seq: "bigint" },
  `SELECT c.seq AS "commitSeq", c.recorded_at AS "recordedAt", s.id AS "submission", s.feed AS "feed",
     s.publisher AS "publisher", s.document AS "document", s.received_at AS "receivedAt"
   FROM {rows} JOIN commit_log c ON c.seq = v.seq LEFT JOIN submission s ON s.commit_seq = c.seq`,
);

/** Moment, submission and source of each commit. Commit numbers may repeat. */
export async function provenanceOf(tx: ReadTx, commitSeqs: Iterable<number>): Promise<Map<number, Provenance>> {
  const rows = [...new Set(commitSeqs)].map((seq) => ({ seq }));
  const found = await tx.statements.all(findProvenance, rows);
  return new Map(found.map((provenance) => [provenance.commitSeq, provenance]));
}
