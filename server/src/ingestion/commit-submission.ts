import { lockCommits } from "@bochiso/db/repositories/commits";
import { lockFeed } from "@bochiso/db/repositories/feeds";
import { appendObservations } from "@bochiso/db/repositories/observations";
import { lockSeries } from "@bochiso/db/repositories/series";
import type { WriteTx } from "@bochiso/db/store";
import { CellBook } from "../compute/cell-book.ts";
import { readOperands, recompute } from "../compute/recompute.ts";
import type { IngestOutput } from "../writer/commands.ts";
import { checkSequence } from "./check-sequence.ts";
import { findStoredOutcome } from "./find-stored-outcome.ts";
import { bookRows, mergeRows } from "./merge-rows.ts";
import type { Commitment, PipelineDeps } from "./pipeline-deps.ts";
import { addressOf, planEffect } from "./plan-effect.ts";
import { recordSubmission } from "./record-submission.ts";
import { resolveTargets } from "./resolve-targets.ts";

/** Thrown inside the write, so that nothing of it stays. */
class RowsRefused extends Error {}

/**
 * Stores a submission with everything that follows from it in one write: revisions, derived cells, receipt, audit, outbox.
 * With a fault in any row nothing is stored and all faults are told.
 */
export async function commitSubmission(deps: PipelineDeps, commitment: Commitment): Promise<IngestOutput> {
  const { errors } = commitment;
  try {
    return await deps.store.write((tx) => writeSubmission(tx, deps, commitment));
  } catch (error) {
    if (!(error instanceof RowsRefused)) throw error;
    return { kind: "rows-refused", errors: errors.sorted(), errorCount: errors.count };
  }
}

async function writeSubmission(tx: WriteTx, deps: PipelineDeps, commitment: Commitment): Promise<IngestOutput> {
  const { input, envelope, feed, catalogue, rows } = commitment;
  await lockFeed(tx, feed.code);
  // Another server may have stored it between the first look and the lock.
  const before = (await findStoredOutcome(tx, input)) ?? (await checkSequence(tx, feed, envelope, input));
  if (before !== null) return before;
  if (commitment.errors.count > 0) throw await refusal(tx, commitment);
  // Where others write meanwhile, what the rows can reach may have grown since it was planned.
  const plan = (await lockCommits(tx)) ? await planEffect(tx, catalogue, rows) : commitment.plan;
  const targets = await resolveTargets(tx, rows, plan);
  await lockSeries(tx, targets.ids);
  const book = new CellBook((indicator) => catalogue.definitions.get(indicator)?.periodType);
  await readOperands(tx, catalogue, { plan, rows: rows.map((row) => ({ ...addressOf(row), period: row.at })), book });
  // A unit of work may run again on PostgreSQL: faults found here must not be counted twice.
  const errors = commitment.errors.fork();
  const merged = mergeRows(rows, book, errors);
  if (errors.count > 0) {
    commitment.errors.adopt(errors);
    throw new RowsRefused();
  }
  bookRows(merged, book);
  const derived = recompute(catalogue, plan, book);
  // Not the moment of receiving: whoever read "as of" a moment since then must not see it change.
  const commit = await tx.nextCommit(input.recordedAt ?? deps.clock.now().toISOString());
  await appendObservations(tx, commit, targets.observations(merged, derived));
  return recordSubmission({ tx, commit, clock: deps.clock, commitment, merged, derived });
}

/** Faults are known already: the rules on stored values are applied as well, so that all faults are told at once. */
async function refusal(tx: WriteTx, { catalogue, rows, errors }: Commitment): Promise<RowsRefused> {
  const book = new CellBook((indicator) => catalogue.definitions.get(indicator)?.periodType);
  const cells = rows.map((row) => ({ ...addressOf(row), period: row.at }));
  await readOperands(tx, catalogue, { plan: { series: [], cellCount: 0 }, rows: cells, book });
  const found = errors.fork();
  mergeRows(rows, book, found);
  errors.adopt(found);
  return new RowsRefused();
}
