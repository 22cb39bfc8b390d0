import type { Commit, WriteTx } from "../../unit-of-work.ts";
import { insertFirst, insertFirstRare, putCurrent, putCurrentRare, supersede } from "./append-statements.ts";
import type { NewObservation } from "./observation.ts";

/**
 * Appends a revision per row under `commit`: a current value is kept as superseded, the new one
 * becomes current with the next revision number. A cell may appear once per call. Rows whose
 * `previousRevision` is 0 are taken to be new cells, which saves the look for a current value; a
 * mistake there is a key violation, never a lost revision. On PostgreSQL the series are locked;
 * lock them before `nextCommit` to spare other writers a wait.
 */
export async function appendObservations(tx: WriteTx, commit: Commit, rows: readonly NewObservation[]): Promise<void> {
  const sorted = inKeyOrder(rows);
  await tx.locks.series(sorted.map((row) => row.seriesId));
  const { known, first, next } = partition(sorted);
  const shared = { commitSeq: commit.seq };
  await tx.statements.run(supersede, known, shared);
  await tx.statements.run(insertFirst, first.common, shared);
  await tx.statements.run(insertFirstRare, first.rare, shared);
  await tx.statements.run(putCurrent, next.common, shared);
  await tx.statements.run(putCurrentRare, next.rare, shared);
}

function partition(rows: readonly NewObservation[]) {
  const known: NewObservation[] = [];
  const first: RowsByWidth = { common: [], rare: [] };
  const next: RowsByWidth = { common: [], rare: [] };
  for (const row of rows) {
    const isFirst = row.previousRevision === 0;
    const target = isFirst ? first : next;
    if (!isFirst) known.push(row);
    (hasRareContent(row) ? target.rare : target.common).push(row);
  }
  return { known, first, next };
}

interface RowsByWidth {
  readonly common: NewObservation[];
  readonly rare: NewObservation[];
}

function hasRareContent(row: NewObservation): boolean {
  return (
    row.windowStart != null ||
    row.windowEnd != null ||
    row.baseYear != null ||
    row.coverageHave != null ||
    row.coverageOf != null ||
    row.coverageWeight != null ||
    row.flags != null
  );
}

/** In key order neighbours share pages of the tables, and a repeated cell stands beside itself. */
function inKeyOrder(rows: readonly NewObservation[]): NewObservation[] {
  const sorted = [...rows].sort((a, b) => a.seriesId - b.seriesId || a.ordinal - b.ordinal);
  let before: NewObservation | undefined;
  for (const row of sorted) {
    if (row.seriesId === before?.seriesId && row.ordinal === before.ordinal) {
      throw new Error("A cell appears twice in one append");
    }
    before = row;
  }
  return sorted;
}
