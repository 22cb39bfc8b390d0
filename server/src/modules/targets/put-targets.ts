import { lockCommits } from "@bochiso/db/repositories/commits";
import { appendObservations } from "@bochiso/db/repositories/observations";
import { lockSeries } from "@bochiso/db/repositories/series";
import { appendTargetVersions, listTargets } from "@bochiso/db/repositories/targets";
import type { WriteTx } from "@bochiso/db/store";
import { CellBook } from "../../compute/cell-book.ts";
import { planRecompute } from "../../compute/plan-recompute.ts";
import { derivedCount, derivedSeries, readOperands, recompute } from "../../compute/recompute.ts";
import { maintainStaged } from "../../definitions/maintain-staged.ts";
import type { PipelineDeps } from "../../ingestion/pipeline-deps.ts";
import { resolveTargets } from "../../ingestion/resolve-targets.ts";
import { flagWritten } from "../../quality/flag-written.ts";
import { planEntries, type TargetChange } from "./plan-entries.ts";
import { problemText } from "./problem-text.ts";
import { recordTargets } from "./record-targets.ts";
import { cellContent, sentByFeed, targetCell } from "./target-cells.ts";
import type { PutTargetsInput, PutTargetsOutput, TargetProblem } from "./target-command.ts";

/** Thrown inside the write, so that nothing of it stays. */
class NothingStored extends Error {
  readonly output: PutTargetsOutput;

  constructor(output: PutTargetsOutput) {
    super("nothing of this write is to stay");
    this.output = output;
  }
}

/**
 * Assigns, corrects and retires targets in one write: their versions, the scenario cells formulas read, everything computed
 * from those, the audit and the news for screens. All entries or none; every fault is told.
 */
export async function putTargets(deps: PipelineDeps, input: PutTargetsInput): Promise<PutTargetsOutput> {
  try {
    return await deps.store.write((tx) => writeTargets(tx, deps, input));
  } catch (error) {
    if (!(error instanceof NothingStored)) throw error;
    return error.output;
  }
}

async function writeTargets(tx: WriteTx, deps: PipelineDeps, input: PutTargetsInput): Promise<PutTargetsOutput> {
  // Two stewards may assign the same cell at the same moment: one of them is told.
  await lockCommits(tx);
  const catalogue = await deps.catalogue.current(tx);
  const stored = new Map((await listTargets(tx, { retired: true })).map((it) => [it.target.id, it]));
  const { changes, unchanged, problems } = planEntries({ catalogue, stored }, input);
  if (problems.length > 0) throw new NothingStored({ kind: "refused", problems });
  if (changes.length === 0) {
    throw new NothingStored({ kind: "stored", commitSeq: null, changed: [], unchanged, derived: 0 });
  }
  const rows = changes.map(rowOf);
  const cells = changes.map(({ target }) => cellOf(targetCell(target)));
  const plan = await planRecompute(tx, catalogue, cells);
  const series = await resolveTargets(tx, rows, plan);
  await lockSeries(tx, series.ids);
  const book = new CellBook((indicator) => catalogue.definitions.get(indicator)?.periodType);
  await readOperands(tx, catalogue, { plan, changed: cells, book });
  refuseSent(changes, book);
  const merged = changes.map((change, at) => ({ row: rows[at] ?? rowOf(change), content: cellContent(change, book) }));
  for (const [at, { content }] of merged.entries()) {
    const cell = cells[at];
    if (content !== null && cell !== undefined) bookCell(book, cell, content);
  }
  const derived = recompute(catalogue, plan, book);
  const commit = await tx.nextCommit(input.recordedAt ?? deps.clock.now().toISOString());
  await appendObservations(tx, commit, series.observations(merged, derived));
  await appendTargetVersions(
    tx,
    commit,
    changes.map(({ target, retired, reason, before }) => ({
      target,
      version: (before?.version ?? 0) + 1,
      retired,
      reason,
      author: input.actor,
    })),
  );
  const written = {
    changed: cells.filter((_, at) => merged[at]?.content !== null),
    derived: derivedSeries(derived),
  };
  await maintainStaged(tx, catalogue, written);
  await flagWritten(tx, commit, { catalogue, written });
  await recordTargets(tx, commit, { actor: input.actor, changes, derived });
  const changed = changes.map(({ target }) => target.id);
  return { kind: "stored", commitSeq: commit.seq, changed, unchanged, derived: derivedCount(derived) };
}

function cellOf({ address, period }: ReturnType<typeof targetCell>) {
  return { ...address, period };
}

/** The cell of a change as the series of a write are named. */
function rowOf({ target }: TargetChange) {
  const { address, period } = targetCell(target);
  const { indicator, area, breakdown, scenario } = address;
  return { series: { indicator, area, breakdown, scenario, periodType: period.type }, at: period };
}

function refuseSent(changes: readonly TargetChange[], book: CellBook): void {
  const problems = changes.flatMap((change): TargetProblem[] => {
    const fault = sentByFeed(change, book);
    if (fault === null) return [];
    const { field, code, ...facts } = fault;
    return [{ entry: change.entry, field, code, text: problemText(code, facts) }];
  });
  if (problems.length > 0) throw new NothingStored({ kind: "refused", problems });
}

function bookCell(
  book: CellBook,
  { period, ...address }: ReturnType<typeof cellOf>,
  content: NonNullable<ReturnType<typeof cellContent>>,
): void {
  const { value = null, status = null, missingReason = null, errorCode = null, retracted = 0 } = content;
  book.put(address, period, "reported", {
    content: { value, status, missingReason, errorCode, retracted },
    observation: null,
  });
}
