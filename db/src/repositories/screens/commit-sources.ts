import { defineStatement } from "../../statement/index.ts";
import type { ReadTx } from "../../unit-of-work.ts";

/** Who stands behind the values of a commit. A commit carries at most one submission; without one the last five are null. */
export interface CommitSource {
  readonly commitSeq: number;
  readonly recordedAt: string;
  readonly submission: string | null;
  readonly feed: string | null;
  readonly publisher: string | null;
  readonly document: string | null;
  readonly receivedAt: string | null;
}

const sourceOfCommit = defineStatement<CommitSource>()(
  "source_of_commit",
  { seq: "bigint" },
  `SELECT c.seq AS "commitSeq", c.recorded_at AS "recordedAt", s.id AS "submission", s.feed AS "feed",
     s.publisher AS "publisher", s.document AS "document", s.received_at AS "receivedAt"
   FROM {rows} JOIN commit_log c ON c.seq = v.seq LEFT JOIN submission s ON s.commit_seq = c.seq`,
);

/** The sources of commits by number, in one statement. */
export async function commitSources(tx: ReadTx, seqs: Iterable<number>): Promise<Map<number, CommitSource>> {
  const rows = [...new Set(seqs)].map((seq) => ({ seq }));
  const found = await tx.statements.all(sourceOfCommit, rows);
  return new Map(found.map((source) => [source.commitSeq, source]));
}
