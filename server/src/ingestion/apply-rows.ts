import { type AppendOrder, appendInOrder, appendOrder } from "@bochiso/db/repositories/observations";
import { lockSeries } from "@bochiso/db/repositories/series";
import type { Commit, WriteTx } from "@bochiso/db/store";
import type { AffectedPlan } from "@bochiso/shared/graph";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { CellBook } from "../compute/cell-book.ts";
import { type DerivedChanges, derivedSeries, readOperands } from "../compute/recompute.ts";
import { maintainStaged } from "../definitions/maintain-staged.ts";
import { flagWritten } from "../quality/flag-written.ts";
import { type MergedSubmissionRow, mergeRows } from "./merge-rows.ts";
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
  },
): Promise<PreparedRows> {
  const { rows, sound, plan } = work;
  const targets = await resolveTargets(tx, sound, plan);
  await lockSeries(tx, targets.ids);
  const book = new CellBook((indicator) => catalogue.definitions.get(indicator)?.periodType);
  await readOperands(tx, catalogue, { plan, changed: cellsOfRows(rows), book });
  const errors = work.errors.fork();
  await refuseAssignedCells(tx, rows, errors);
  const merged = mergeRows(rows, book, errors).filter(({ row }) => !errors.isFaulty(row.row));
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
  },
): Promise<void> {
  const { targets, ...rest } = work;
  await storeInOrder(tx, commit, { ...rest, order: appendOrder(targets.observations(work.merged, work.derived)) });
}

/** The same of revisions that are in order already; `afterBlock` may throw to break off the write. */
export async function storeInOrder(
  tx: WriteTx,
  commit: Commit,
  work: {
    readonly catalogue: Catalogue;
    readonly order: AppendOrder;
    readonly merged: readonly MergedSubmissionRow[];
    readonly derived: readonly DerivedChanges[];
    readonly afterBlock?: () => void;
  },
): Promise<void> {
  const { catalogue, order, merged, derived, afterBlock } = work;
  await appendInOrder(tx, commit, order, afterBlock);
  const written = { changed: cellsOfRows(changedRows(merged)), derived: derivedSeries(derived) };
  await maintainStaged(tx, catalogue, written);
  await flagWritten(tx, commit, { catalogue, written });
}

function* changedRows(merged: readonly MergedSubmissionRow[]): Iterable<ResolvedRow> {
  for (const { row, content } of merged) if (content !== null) yield row;
}
