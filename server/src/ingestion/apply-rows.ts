import { type AppendOrder, appendInOrder } from "@bochiso/db/repositories/observations";
import { lockSeries } from "@bochiso/db/repositories/series";
import type { Commit, WriteTx } from "@bochiso/db/store";
import { type AffectedPlan, runSteps } from "@bochiso/shared/graph";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { CellBook } from "../compute/cell-book.ts";
import { type DerivedChanges, derivedSeries, readOperands } from "../compute/recompute.ts";
import { maintainStaged } from "../definitions/maintain-staged.ts";
import { inSlices, type Slices } from "../platform/slices.ts";
import { flagWritten } from "../quality/flag-written.ts";
import { type MergedSubmissionRow, mergeSteps } from "./merge-rows.ts";
import { cellsOfRows } from "./plan-effect.ts";
import { refuseAssignedCells } from "./refuse-assigned-cells.ts";
import { resolveTargets, type Targets } from "./resolve-targets.ts";
import type { ErrorCollector } from "./rules/error-collector.ts";
import type { ResolvedRow } from "./submitted-row.ts";

/** What rows do to the stored values, worked out under the locks; nothing is written yet but series. */
export interface PreparedRows {
  readonly targets: Targets;
  /** What is stored, operands included. */
  readonly book: CellBook;
  /** Of the sound rows. */
  readonly merged: readonly MergedSubmissionRow[];
  /** Of all rules; the collector given is left as it was, since a unit of work may run again on PostgreSQL. */
  readonly errors: ErrorCollector;
}

/** Locks what rows can reach, reads it, and applies the rules on stored values. `sound` rows are those to be stored. */
export async function prepareRows(
  tx: WriteTx,
  catalogue: Catalogue,
  work: {
    readonly rows: readonly ResolvedRow[];
    readonly sound: readonly ResolvedRow[];
    readonly plan: AffectedPlan;
    readonly errors: ErrorCollector;
    readonly slices: Slices;
  },
): Promise<PreparedRows> {
  const { rows, sound, plan, slices } = work;
  const targets = await resolveTargets(tx, sound, plan);
  await lockSeries(tx, targets.ids);
  const book = new CellBook((indicator) => catalogue.definitions.get(indicator)?.periodType);
  await readOperands(tx, catalogue, { plan, changed: cellsOfRows(rows), book }, slices);
  const errors = work.errors.fork();
  await refuseAssignedCells(tx, rows, errors);
  const found = await inSlices(mergeSteps(rows, book, errors), slices);
  const merged = found.filter(({ row }) => !errors.isFaulty(row.row));
  return { targets, book, merged, errors };
}

/** Appends the revisions of rows and of everything computed from them, open changes of definitions and flags of quality included. */
export async function storeRows(
  tx: WriteTx,
  commit: Commit,
  work: {
    readonly catalogue: Catalogue;
    readonly targets: Targets;
    readonly merged: readonly MergedSubmissionRow[];
    readonly derived: readonly DerivedChanges[];
    readonly betweenParts: () => void;
  },
): Promise<void> {
  const { targets, ...rest } = work;
  await storeInOrder(tx, commit, { ...rest, order: runSteps(targets.orderSteps(work.merged, work.derived)) });
}

/** The same of revisions that are in order already; `betweenParts` may throw to break off the write. */
export async function storeInOrder(
  tx: WriteTx,
  commit: Commit,
  work: {
    readonly catalogue: Catalogue;
    readonly order: AppendOrder;
    readonly merged: readonly MergedSubmissionRow[];
    readonly derived: readonly DerivedChanges[];
    readonly betweenParts: () => void;
  },
): Promise<void> {
  const { catalogue, order, merged, derived, betweenParts } = work;
  await appendInOrder(tx, commit, order, betweenParts);
  const written = { changed: cellsOfRows(changedRows(merged)), derived: derivedSeries(derived) };
  await maintainStaged(tx, catalogue, written);
  betweenParts();
  await flagWritten(tx, commit, { catalogue, written, betweenParts });
}

function changedRows(merged: readonly MergedSubmissionRow[]): ResolvedRow[] {
  return merged.filter(({ content }) => content !== null).map(({ row }) => row);
}
