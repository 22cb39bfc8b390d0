import { headCommit, lockCommits } from "@bochiso/db/repositories/commits";
import { lockFeed } from "@bochiso/db/repositories/feeds";
import { type AppendOrder, appendOrder, changedSince } from "@bochiso/db/repositories/observations";
import { lockSeries } from "@bochiso/db/repositories/series";
import type { Commit, WriteTx } from "@bochiso/db/store";
import { runSteps } from "@bochiso/shared/graph";
import { catalogueVersion } from "../catalogue/catalogue-cache.ts";
import { derivedCount } from "../compute/recompute.ts";
import { createSlices, inSlices, UNDIVIDED } from "../platform/slices.ts";
import type { IngestOutput } from "../writer/commands.ts";
import { storeInOrder } from "./apply-rows.ts";
import { checkSequence } from "./check-sequence.ts";
import { effectOf, type SubmissionEffect } from "./effect-of.ts";
import { findStoredOutcome } from "./find-stored-outcome.ts";
import { newerReplaced } from "./newer-replaced.ts";
import type { Commitment, PipelineDeps } from "./pipeline-deps.ts";
import { type PreparedSubmission, prepareSubmission } from "./prepare-submission.ts";
import { recordSubmission } from "./record-submission.ts";
import { resolveTargets, type Targets } from "./resolve-targets.ts";
import { BULK_ROWS, writeInTurn } from "./write-in-turn.ts";

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

/** Something it stands on changed since it was prepared. */
class Outdated extends Error {}

/** How often one is prepared outside the write before it is prepared inside, where nothing can overtake it. */
const MOST_ATTEMPTS = 3;
/** Changes by others beyond which looking through them takes longer than preparing anew. */
const MOST_CHANGES = 20_000;

/** A submission that only has to be appended. */
interface ReadyToAppend {
  readonly prepared: PreparedSubmission;
  readonly order: AppendOrder;
  /** Whether nothing that it stands on changed since it was prepared; to be asked under the lock of commits. */
  readonly stillHolds: (tx: WriteTx) => Promise<boolean>;
}

/**
 * Stores a submission with everything that follows from it in one write: revisions, derived cells, receipt, audit, outbox.
 * Strict: with a fault in any row nothing is stored. Lenient: the sound rows are. All faults are told in both. A bulk
 * submission is prepared before the write, in slices between which short commands run. Throws `CatalogueReplaced`.
 */
export async function commitSubmission(deps: PipelineDeps, commitment: Commitment): Promise<IngestOutput> {
  const { bulkRows = BULK_ROWS } = deps;
  const attempts = commitment.rows.length >= bulkRows ? MOST_ATTEMPTS : 0;
  for (let attempt = 0; ; attempt += 1) {
    const ready = attempt < attempts ? await makeReady(deps, commitment) : null;
    try {
      return await writeInTurn(deps, ready !== null, (tx, betweenParts) =>
        writeSubmission(tx, { deps, commitment, ready, betweenParts }),
      );
    } catch (error) {
      if (error instanceof NothingStored) return error.output;
      if (!(error instanceof Outdated)) throw error;
    }
  }
}

async function makeReady(deps: PipelineDeps, commitment: Commitment): Promise<ReadyToAppend> {
  const slices = createSlices(deps.turns);
  const prepared = await deps.store.read((tx) => prepareSubmission(tx, commitment, slices));
  await slices.next();
  const stillHolds = watchChanges(prepared);
  if (prepared.isRefused || commitment.input.dryRun) return { prepared, order: appendOrder([]), stillHolds };
  // A series without cells says nothing: should the submission not be stored after all, nobody sees it.
  const targets = await deps.store.write((tx) => targetsOf(tx, commitment, prepared));
  await slices.next();
  const order = await inSlices(targets.orderSteps(prepared.merged, prepared.derived), slices);
  await slices.next();
  return { prepared, order, stillHolds };
}

function targetsOf(tx: WriteTx, { sound, isRefused }: Commitment, { plan }: PreparedSubmission): Promise<Targets> {
  return resolveTargets(tx, isRefused ? [] : sound, plan);
}

async function orderOf(tx: WriteTx, commitment: Commitment, prepared: PreparedSubmission): Promise<AppendOrder> {
  const targets = await targetsOf(tx, commitment, prepared);
  return runSteps(targets.orderSteps(prepared.merged, prepared.derived));
}

async function writeSubmission(
  tx: WriteTx,
  work: { deps: PipelineDeps; commitment: Commitment; ready: ReadyToAppend | null; betweenParts: () => void },
): Promise<IngestOutput> {
  const { deps, commitment, ready, betweenParts } = work;
  const { input, envelope, feed, catalogue } = commitment;
  await lockFeed(tx, feed.code);
  // Another server may have stored it between the first look and the lock.
  const stored = input.dryRun ? null : await findStoredOutcome(tx, input);
  const before = stored ?? (await checkSequence(tx, feed, envelope, input));
  if (before !== null && !input.dryRun) return before;
  // From here on nobody else commits: what is read stays true until this is stored.
  await lockCommits(tx);
  if ((await catalogueVersion(tx)) !== catalogue.version) throw new CatalogueReplaced();
  if (ready !== null && !(await ready.stillHolds(tx))) throw new Outdated();
  const prepared = ready?.prepared ?? (await prepareSubmission(tx, commitment, UNDIVIDED));
  if (prepared.isRefused) throw refused(prepared);
  if (input.dryRun) throw checked(prepared, input.withEffect ? await broughtAbout(tx, work, prepared) : null);
  const isHeld = feed.requireSignOff && input.approvedBy === undefined;
  const order = ready?.order ?? (await orderOf(tx, commitment, prepared));
  await lockSeries(tx, order.seriesIds);
  // Not the moment of receiving: whoever read "as of" a moment since then must not see it change.
  const commit = await tx.nextCommit(input.recordedAt ?? deps.clock.now().toISOString());
  const { merged, derived } = prepared;
  if (!isHeld) await storeInOrder(tx, commit, { catalogue, order, merged, derived, betweenParts });
  betweenParts();
  const replaced = isHeld ? [] : await replacedByBulk(tx, commit, { deps, commitment, merged });
  return recordSubmission({ tx, commit, deps, commitment, prepared, isHeld, newerReplaced: replaced });
}

/** Only a bulk submission is overtaken by what a sender could have held back; a replay is of the past anyway. */
async function replacedByBulk(
  tx: WriteTx,
  commit: Commit,
  stored: { deps: PipelineDeps; commitment: Commitment; merged: PreparedSubmission["merged"] },
): Promise<number[]> {
  const { deps, commitment, merged } = stored;
  const { input, feed, rows } = commitment;
  if (rows.length < (deps.bulkRows ?? BULK_ROWS) || input.actor === "seed") return [];
  return await newerReplaced(tx, commit, { feed: feed.code, receivedAt: input.receivedAt, merged });
}

/** A write that gives way asks again when it begins anew: what was looked through is committed and not looked at again. */
function watchChanges({ seq, read }: PreparedSubmission): ReadyToAppend["stillHolds"] {
  let lookedTo = seq;
  return async (tx) => {
    const changed = await changedSince(tx, lookedTo, MOST_CHANGES);
    if (changed === null || changed.some((cell) => read.holds(cell))) return false;
    lookedTo = (await headCommit(tx)).seq;
    return true;
  };
}

function refused({ errors }: PreparedSubmission): NothingStored {
  return new NothingStored({ kind: "rows-refused", errors: errors.sorted(), errorCount: errors.count });
}

/** Stored like in the real run, since the whole write is rolled back by what is thrown after it. */
async function broughtAbout(
  tx: WriteTx,
  { deps, commitment, betweenParts }: { deps: PipelineDeps; commitment: Commitment; betweenParts: () => void },
  prepared: PreparedSubmission,
): Promise<SubmissionEffect> {
  const order = await orderOf(tx, commitment, prepared);
  betweenParts();
  const commit = await tx.nextCommit(deps.clock.now().toISOString());
  const { catalogue, received } = commitment;
  return effectOf(tx, commit, { ...prepared, catalogue, received, order, betweenParts });
}

function checked({ counts, derived, errors }: PreparedSubmission, effect: SubmissionEffect | null): NothingStored {
  const said = { counts, derived: derivedCount(derived), errors: errors.sorted(), errorCount: errors.count };
  return new NothingStored({ kind: "checked", check: effect === null ? said : { ...said, effect } });
}
