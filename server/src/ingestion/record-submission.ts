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
import type { DerivedChange } from "../compute/recompute.ts";
import { holdSubmission } from "../feeds/hold-submission.ts";
import { recordDeliveries } from "../feeds/record-deliveries.ts";
import { newId } from "../platform/ids.ts";
import type { IngestOutput } from "../writer/commands.ts";
import { countOutcomes } from "./count-outcomes.ts";
import type { MergedSubmissionRow } from "./merge-rows.ts";
import type { Commitment, PipelineDeps } from "./pipeline-deps.ts";
import { acceptedAnswer } from "./receipt/accepted-answer.ts";
import { merkleRoot } from "./receipt/merkle-root.ts";
import { rowNormalForm } from "./receipt/row-normal-form.ts";
import type { ErrorCollector } from "./rules/error-collector.ts";

/** Stores the receipt as the bytes that are sent, the outcome of each row, the audit entry, and the news for screens. */
export async function recordSubmission(work: {
  tx: WriteTx;
  commit: Commit;
  deps: PipelineDeps;
  commitment: Commitment;
  merged: readonly MergedSubmissionRow[];
  derived: readonly DerivedChange[];
  /** Of the rows that were refused; only a lenient submission has any here. */
  errors: ErrorCollector;
  /** Its values wait for sign-off: nothing of them is stored as a value. */
  isHeld: boolean;
}): Promise<IngestOutput> {
  const { tx, commit, deps, commitment, merged, derived, errors, isHeld } = work;
  const { input, envelope, feed } = commitment;
  const made = makeReceipt({ id: newId(deps.clock), commit, commitment, merged });
  const receipt = (await deps.seal?.(tx, commit, made)) ?? made;
  const listed = errors.sorted();
  const { status, contentType, body } = acceptedAnswer(receipt, listed, errors.count, isHeld);
  if (envelope.sequence !== null) {
    await recordSequence(tx, { feed: feed.code, sequence: envelope.sequence, at: commit.recordedAt });
  }
  await insertSubmission(tx, {
    id: receipt.id,
    feed: feed.code,
    sequence: envelope.sequence,
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
  if (feed.requireSignOff) await holdSubmission(tx, commit, { commitment, receipt, merged });
  const isReplay = input.actor === "seed";
  const { receivedAt } = receipt;
  await recordDeliveries(tx, { catalogue: commitment.catalogue, feed, rows: merged, receivedAt, isReplay });
  await appendAudit(tx, commit, [
    {
      actor: input.actor,
      action: "submission.accepted",
      subject: `submission:${receipt.id}`,
      details: { feed: feed.code, counts: receipt.counts, rowsRoot: receipt.rowsRoot, derived: derived.length },
    },
  ]);
  const changed = isHeld ? {} : changedCells(merged, derived);
  if (isHeld) await addToOutbox(tx, commit, [{ topic: "feeds", payload: { feeds: [feed.code] } }]);
  else if (Object.keys(changed).length > 0)
    await addToOutbox(tx, commit, [{ topic: "observations", payload: { changed } }]);
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
  merged: readonly MergedSubmissionRow[];
}): Receipt {
  const { id, commit, merged } = work;
  const { input, envelope, feed, received } = work.commitment;
  return {
    id,
    feed: feed.code,
    sequence: envelope.sequence,
    idempotencyKey: input.idempotencyKey,
    receivedAt: input.receivedAt,
    commitSeq: commit.seq,
    contentSha256: input.contentSha256,
    rowsRoot: merkleRoot(normalForms(merged)),
    counts: countOutcomes(received, merged),
    seal: null,
  };
}

function* normalForms(merged: readonly MergedSubmissionRow[]): Iterable<string> {
  for (const { row } of merged) yield rowNormalForm(row);
}

/** Indicator → areas with a changed cell, inputs and derived alike; never values. */
export function changedCells(
  merged: readonly MergedSubmissionRow[],
  derived: readonly DerivedChange[],
): Record<string, string[]> {
  const changed = new Map<string, Set<string>>();
  const add = (indicator: string, area: string): void => {
    const areas = changed.get(indicator);
    if (areas === undefined) changed.set(indicator, new Set([area]));
    else areas.add(area);
  };
  for (const { row, content } of merged) if (content !== null) add(row.indicator, row.area);
  for (const { result } of derived) add(result.cell.indicator, result.cell.area);
  return Object.fromEntries([...changed].map(([indicator, areas]) => [indicator, [...areas].sort()]));
}
