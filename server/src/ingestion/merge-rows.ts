import { runSteps } from "@bochiso/shared/graph";
import type { CellBook, Cells } from "../compute/cell-book.ts";
import { fillFromStored } from "./fill-from-stored.ts";
import { type MergedRow, mergeRow } from "./merge-row.ts";
import type { ErrorCollector } from "./rules/error-collector.ts";
import type { ResolvedRow, RowSeries } from "./submitted-row.ts";

/** A row with what it does to its cell. */
export interface MergedSubmissionRow extends MergedRow {
  readonly row: ResolvedRow;
}

/** The same without a pause. */
export function mergeRows(rows: readonly ResolvedRow[], book: CellBook, errors: ErrorCollector): MergedSubmissionRow[] {
  return runSteps(mergeSteps(rows, book, errors));
}

/** What each row does to the value stored in its cell; faults are reported, their rows left out. */
export function* mergeSteps(
  rows: readonly ResolvedRow[],
  book: CellBook,
  errors: ErrorCollector,
): Generator<void, MergedSubmissionRow[]> {
  const merged: MergedSubmissionRow[] = [];
  const cellsOf = reportedCells(book);
  for (const sent of rows) {
    yield;
    const stored = cellsOf(sent.series).get(sent.at.ordinal)?.observation ?? null;
    const row = sent.keeps.size === 0 ? sent : fillFromStored(sent, stored, errors);
    if (row === null) continue;
    const outcome = mergeRow(row, stored, errors);
    if (outcome !== null) merged.push({ ...outcome, row });
  }
  return merged;
}

/** Puts what changes into the book, so that what is computed reads it. */
export function bookRows(merged: readonly MergedSubmissionRow[], book: CellBook): void {
  const cellsOf = reportedCells(book);
  for (const { row, content } of merged) {
    if (content !== null) cellsOf(row.series).set(row.at.ordinal, { content, observation: null });
  }
}

/** The reported cells of series, each looked up once. */
function reportedCells(book: CellBook): (series: RowSeries) => Cells {
  const known = new Map<RowSeries, Cells>();
  return (series) => {
    let cells = known.get(series);
    if (cells === undefined) {
      cells = book.cellsOf(series, series.periodType, "reported");
      known.set(series, cells);
    }
    return cells;
  };
}
