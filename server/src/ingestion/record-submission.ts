import { appendAudit } from "@bochiso/db/repositories/audit";
import { addToOutbox } from "@bochiso/db/repositories/outbox";
import {
  insertSubmission,
  insertSubmissionRows,
  REPLAYED,
  type RowOutcome,
  recordSequence,
} from "@bochiso/db/repositories/submissions";
import type { Commit, WriteTx } from "@bochiso/db/store";
import type { Receipt } from "@bochiso/shared/submission";
import { derivedCount } from "../compute/recompute.ts";
import { holdSubmission } from "../feeds/hold-submission.ts";
import { recordDeliveries } from "../feeds/record-deliveries.ts";
import { newId } from "../platform/ids.ts";
import type { IngestOutput } from "../writer/commands.ts";
import type { MergedSubmissionRow } from "./merge-rows.ts";
import type { Commitment, PipelineDeps } from "./pipeline-deps.ts";
import type { PreparedSubmission } from "./prepare-submission.ts";
import { acceptedAnswer } from "./receipt/accepted-answer.ts";

/** Stores the receipt as the bytes that are sent, the outcome of each row, the audit entry, and the news for screens. */
export async function recordSubmission(work: {
  tx: WriteTx;
  commit: Commit;
  deps: PipelineDeps;
  commitment: Commitment;
  prepared: PreparedSubmission;
  /** Its values wait for sign-off: nothing of them is stored as a value. */
  isHeld: boolean;
  /** Rows that put their value over one that was received after them. */
  newerReplaced: readonly number[];
}): Promise<IngestOutput> {
  const { tx, commit, deps, commitment, prepared, isHeld, newerReplaced } = work;
  const { merged, errors, changed } = prepared;
  const derived = isHeld ? [] : prepared.derived;
  const { input, envelope, feed } = commitment;
  const made = makeReceipt({ id: newId(deps.clock), commit, commitment, prepared });
  const receipt = (await deps.seal?.(tx, commit, made)) ?? made;
  const listed = errors.sorted();
  const { sequence } = envelope;
  const gap = sequence === null ? null : await recordSequence(tx, { feed: feed.code, sequence, at: commit.recordedAt });
  const { unknownPreferences } = input;
  const told = { isHeld, newerReplaced, gap, unknownPreferences };
  const { status, contentType, body } = acceptedAnswer(receipt, listed, errors.count, told);
  await insertSubmission(tx, {
    id: receipt.id,
    feed: feed.code,
    sequence,
    idempotencyKey: input.idempotencyKey,
    requestSha256: input.requestSha256,
    contentSha256: input.contentSha256,
    rowsRoot: receipt.rowsRoot,
    counts: receipt.counts,
    publisher: envelope.publisher,
    document: envelope.document,
    sentAt: envelope.sentAt,
    receivedAt: receipt.receivedAt,
    commitSeq: commit.seq,
    responseStatus: status,
    responseType: contentType,
    responseBody: body,
    keyId: keyOf(input.actor),
  });
  await insertSubmissionRows(tx, receipt.id, outcomesOf(commitment.received, merged), listed);
  if (feed.requireSignOff) await holdSubmission(tx, commit, { commitment, receipt, prepared });
  if (!isHeld) {
    const { receivedAt } = receipt;
    const isReplay = input.actor === "seed";
    await recordDeliveries(tx, prepared.deliveries, { feed: feed.code, receivedAt, isReplay });
  }
  await appendAudit(tx, commit, [
    {
      actor: input.actor,
      action: "submission.accepted",
      subject: `submission:${receipt.id}`,
      details: { feed: feed.code, counts: receipt.counts, rowsRoot: receipt.rowsRoot, derived: derivedCount(derived) },
    },
  ]);
  const isOfValues = !isHeld && Object.keys(changed).length > 0;
  const ofFeed = { topic: "feeds", payload: { feeds: [feed.code] } };
  await addToOutbox(tx, commit, [isOfValues ? { topic: "observations", payload: { changed } } : ofFeed]);
  return { kind: "stored", submission: receipt.id, status, contentType, body, replayed: false };
}

/** The key an actor is, or that it is a replay; null for anybody else. */
function keyOf(actor: string): string | null {
  if (actor === "seed") return REPLAYED;
  return actor.startsWith("key:") ? actor.slice("key:".length) : null;
}

/** What became of each row that was received, in their order. */
function outcomesOf(received: number, merged: readonly MergedSubmissionRow[]): RowOutcome[] {
  const outcomes = new Array<RowOutcome>(received).fill("rejected");
  for (const { row, outcome } of merged) outcomes[row.row] = outcome;
  return outcomes;
}

function makeReceipt(work: {
  id: string;
  commit: Commit;
  commitment: Commitment;
  prepared: PreparedSubmission;
}): Receipt {
  const { id, commit, prepared } = work;
  const { input, envelope, feed } = work.commitment;
  return {
    id,
    feed: feed.code,
    sequence: envelope.sequence,
    idempotencyKey: input.idempotencyKey,
    receivedAt: input.receivedAt,
    commitSeq: commit.seq,
    contentSha256: input.contentSha256,
    rowsRoot: prepared.rowsRoot,
    counts: prepared.counts,
    seal: null,
  };
}
