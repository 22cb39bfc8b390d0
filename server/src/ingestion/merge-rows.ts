import { runSteps } from "@bochiso/shared/graph";
import type { CellBook } from "../compute/cell-book.ts";
import { fillFromStored } from "./fill-from-stored.ts";
import { type MergedRow, mergeRow } from "./merge-row.ts";
import { addressOf } from "./plan-effect.ts";
import type { ErrorCollector } from "./rules/error-collector.ts";
import type { ResolvedRow } from "./submitted-row.ts";

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
  for (const sent of rows) {
    yield;
    const stored = book.at(addressOf(sent), sent.at, "reported")?.observation ?? null;
    const row = sent.keeps.size === 0 ? sent : fillFromStored(sent, stored, errors);
    if (row === null) continue;
    const outcome = mergeRow(row, stored, errors);
    if (outcome !== null) merged.push({ ...outcome, row });
  }
  return merged;
}

/** Puts what changes into the book, so that what is computed reads it. */
export function bookRows(merged: readonly MergedSubmissionRow[], book: CellBook): void {
  for (const { row, content } of merged) {
    if (content === null) continue;
    const { value = null, status = null, missingReason = null, errorCode = null, retracted = 0 } = content;
    book.put(addressOf(row), row.at, "reported", {
      content: { value, status, missingReason, errorCode, retracted },
      observation: null,
    });
  }
}
