import type { CellBook, Cells } from "../compute/cell-book.ts";
import { ROWS_PER_STEP } from "../platform/slices.ts";
import { fillFromStored } from "./fill-from-stored.ts";
import { type MergedRow, mergeRow } from "./merge-row.ts";
import type { ErrorCollector } from "./rules/error-collector.ts";
import type { ResolvedRow, RowSeries } from "./submitted-row.ts";

/** A row with what it does to its cell. */
export interface MergedSubmissionRow extends MergedRow {
  readonly row: ResolvedRow;
}

/** What each row does to the value stored in its cell; faults are reported, their rows left out. */
export function* mergeSteps(
  rows: readonly ResolvedRow[],
  book: CellBook,
  errors: ErrorCollector,
): Generator<void, MergedSubmissionRow[]> {
  const merged: MergedSubmissionRow[] = [];
  const cellsOf = reportedCells(book);
  for (const [at, sent] of rows.entries()) {
    if (at % ROWS_PER_STEP === 0) yield;
    const stored = cellsOf(sent.series).get(sent.at.ordinal)?.observation ?? null;
    const row = sent.keeps.size === 0 ? sent : fillFromStored(sent, stored, errors);
    if (row === null) continue;
    const outcome = mergeRow(row, stored, errors);
    if (outcome !== null) merged.push({ ...outcome, row });
  }
  return merged;
}

/** Puts what changes into the book, so that what is computed reads it. */
export function* bookSteps(merged: readonly MergedSubmissionRow[], book: CellBook): Generator<void, void> {
  const cellsOf = reportedCells(book);
  for (const [at, { row, content }] of merged.entries()) {
    if (at % ROWS_PER_STEP === 0) yield;
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
