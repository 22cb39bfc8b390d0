import { headCommit } from "@bochiso/db/repositories/commits";
import type { ReadTx } from "@bochiso/db/store";
import type { HeldDelivery } from "@bochiso/shared/feed";
import type { AffectedPlan } from "@bochiso/shared/graph";
import type { ReceiptCounts } from "@bochiso/shared/submission";
import { CellBook } from "../compute/cell-book.ts";
import { planRecompute } from "../compute/plan-recompute.ts";
import { ReadCells } from "../compute/read-cells.ts";
import { type DerivedChanges, readOperands, recomputeSteps } from "../compute/recompute.ts";
import { heldRowText } from "../feeds/held-row.ts";
import { deliverySteps } from "../feeds/record-deliveries.ts";
import { inSlices, ROWS_PER_STEP, type Slices } from "../platform/slices.ts";
import { changedCells } from "./changed-cells.ts";
import { countOutcomes } from "./count-outcomes.ts";
import { bookSteps, type MergedSubmissionRow, mergeSteps } from "./merge-rows.ts";
import type { Commitment } from "./pipeline-deps.ts";
import { cellSteps } from "./plan-effect.ts";
import { merkleSteps } from "./receipt/merkle-root.ts";
import { rowNormalForm } from "./receipt/row-normal-form.ts";
import { refuseAssignedCells } from "./refuse-assigned-cells.ts";
import type { ErrorCollector } from "./rules/error-collector.ts";

/** What a submission does to the state of one commit: all that takes long and needs no write. */
export interface PreparedSubmission {
  /** The state it was prepared from. */
  readonly seq: number;
  /** What of that state it stands on. */
  readonly read: ReadCells;
  readonly plan: AffectedPlan;
  /** The rows that are stored, with what each does to its cell. */
  readonly merged: readonly MergedSubmissionRow[];
  readonly derived: readonly DerivedChanges[];
  /** Those found before and those that only stored values show. */
  readonly errors: ErrorCollector;
  /** Nothing is to be stored. */
  readonly isRefused: boolean;
  readonly rowsRoot: string;
  readonly counts: ReceiptCounts;
  /** Indicator → areas with a changed cell. */
  readonly changed: Readonly<Record<string, readonly string[]>>;
  /** Values that come for the first time. */
  readonly deliveries: readonly HeldDelivery[];
  /** The texts that rows are held as; none where they come into force at once. */
  readonly heldTexts: readonly string[];
}

const NO_EFFECT: AffectedPlan = { series: [], cellCount: 0 };

/** Plans, reads, merges, computes and hashes; see `PreparedSubmission`. Throws `effect-too-large`. */
export async function prepareSubmission(
  tx: ReadTx,
  commitment: Commitment,
  slices: Slices,
): Promise<PreparedSubmission> {
  const { input, catalogue, feed, rows, sound, received } = commitment;
  const { seq } = await headCommit(tx);
  const read = new ReadCells();
  const cells = await inSlices(cellSteps(rows), slices);
  const reached = sound.length === rows.length ? cells : await inSlices(cellSteps(sound), slices);
  const plan = commitment.isRefused ? NO_EFFECT : await planRecompute(tx, catalogue, reached, { slices, read });
  const book = new CellBook((indicator) => catalogue.definitions.get(indicator)?.periodType);
  read.add(await readOperands(tx, catalogue, { plan, changed: cells, book }, slices));
  // It may be prepared more than once: faults found here must not be counted twice.
  const errors = commitment.errors.fork();
  await refuseAssignedCells(tx, rows, errors);
  const found = await inSlices(mergeSteps(rows, book, errors), slices);
  const merged = found.filter(({ row }) => !errors.isFaulty(row.row));
  const isRefused = errors.count > 0 && (commitment.isRefused || input.handling !== "lenient" || merged.length === 0);
  const known = { seq, read, plan, merged, errors, isRefused, counts: countOutcomes(received, merged) };
  if (isRefused) return { ...known, derived: [], rowsRoot: "", changed: {}, deliveries: [], heldTexts: [] };
  await inSlices(bookSteps(merged, book), slices);
  const derived = await inSlices(recomputeSteps(catalogue, plan, book), slices);
  const rowsRoot = input.dryRun ? "" : await inSlices(merkleSteps(normalForms(merged)), slices);
  const asked = { catalogue, feed, rows: merged, receivedAt: input.receivedAt };
  const deliveries = await inSlices(deliverySteps(asked), slices);
  const isHeld = feed.requireSignOff && input.approvedBy === undefined;
  const heldTexts = isHeld ? await inSlices(heldTextSteps(merged), slices) : [];
  return { ...known, derived, rowsRoot, changed: changedCells(merged, derived), deliveries, heldTexts };
}

function* heldTextSteps(merged: readonly MergedSubmissionRow[]): Generator<void, string[]> {
  const texts: string[] = [];
  for (const [at, { row }] of merged.entries()) {
    if (at % ROWS_PER_STEP === 0) yield;
    texts.push(heldRowText(row));
  }
  return texts;
}

function* normalForms(merged: readonly MergedSubmissionRow[]): Iterable<string> {
  for (const { row } of merged) yield rowNormalForm(row);
}
