import { lockCommits } from "@bochiso/db/repositories/commits";
import { lockFeed } from "@bochiso/db/repositories/feeds";
import type { WriteTx } from "@bochiso/db/store";
import { catalogueVersion } from "../catalogue/catalogue-cache.ts";
import { type DerivedChange, recompute } from "../compute/recompute.ts";
import type { IngestOutput } from "../writer/commands.ts";
import { prepareRows, storeRows } from "./apply-rows.ts";
import { checkSequence } from "./check-sequence.ts";
import { countOutcomes } from "./count-outcomes.ts";
import { findStoredOutcome } from "./find-stored-outcome.ts";
import { bookRows, type MergedSubmissionRow } from "./merge-rows.ts";
import type { Commitment, PipelineDeps } from "./pipeline-deps.ts";
import { planEffect } from "./plan-effect.ts";
import { recordSubmission } from "./record-submission.ts";
import type { ErrorCollector } from "./rules/error-collector.ts";

/** Thrown inside the write, so that nothing of it stays. */
class NothingStored extends Error {
  readonly output: IngestOutput;

  constructor(output: IngestOutput) {
    super("nothing of this write is to stay");
    this.output = output;
  }
}

/** Definitions came into force since the submission was prepared: it has to be prepared anew. */
export class CatalogueReplaced extends Error {}

/**
 * Stores a submission with everything that follows from it in one write: revisions, derived cells, receipt, audit, outbox.
 * Strict: with a fault in any row nothing is stored. Lenient: the sound rows are. All faults are told in both.
 * Throws `CatalogueReplaced`.
 */
export async function commitSubmission(deps: PipelineDeps, commitment: Commitment): Promise<IngestOutput> {
  try {
    return await deps.store.write((tx) => writeSubmission(tx, deps, commitment));
  } catch (error) {
    if (!(error instanceof NothingStored)) throw error;
    return error.output;
  }
}

async function writeSubmission(tx: WriteTx, deps: PipelineDeps, commitment: Commitment): Promise<IngestOutput> {
  const { input, envelope, feed, catalogue, rows, sound, isRefused } = commitment;
  await lockFeed(tx, feed.code);
  // Another server may have stored it between the first look and the lock.
  const stored = input.dryRun ? null : await findStoredOutcome(tx, input);
  const before = stored ?? (await checkSequence(tx, feed, envelope, input));
  if (before !== null && !input.dryRun) return before;
  // Where others write meanwhile, what the rows can reach may have grown since it was planned.
  const grown = (await lockCommits(tx)) && !isRefused;
  if ((await catalogueVersion(tx)) !== catalogue.version) throw new CatalogueReplaced();
  const plan = grown ? await planEffect(tx, catalogue, sound) : commitment.plan;
  const work = { rows, sound: isRefused ? [] : sound, plan, errors: commitment.errors };
  const { targets, book, merged, errors } = await prepareRows(tx, catalogue, work);
  if (errors.count > 0 && (isRefused || input.handling !== "lenient" || merged.length === 0)) throw refused(errors);
  bookRows(merged, book);
  const derived = recompute(catalogue, plan, book);
  if (input.dryRun) throw checked(commitment, merged, derived, errors);
  // Not the moment of receiving: whoever read "as of" a moment since then must not see it change.
  const commit = await tx.nextCommit(input.recordedAt ?? deps.clock.now().toISOString());
  const isHeld = feed.requireSignOff && input.approvedBy === undefined;
  if (!isHeld) await storeRows(tx, commit, { catalogue, targets, merged, derived });
  return recordSubmission({ tx, commit, deps, commitment, merged, derived: isHeld ? [] : derived, errors, isHeld });
}

function refused(errors: ErrorCollector): NothingStored {
  return new NothingStored({ kind: "rows-refused", errors: errors.sorted(), errorCount: errors.count });
}

function checked(
  { received }: Commitment,
  merged: readonly MergedSubmissionRow[],
  derived: readonly DerivedChange[],
  errors: ErrorCollector,
): NothingStored {
  const counts = countOutcomes(received, merged);
  const check = { counts, derived: derived.length, errors: errors.sorted(), errorCount: errors.count };
  return new NothingStored({ kind: "checked", check });
}
