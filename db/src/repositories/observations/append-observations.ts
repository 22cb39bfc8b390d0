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
  const parts = partition(sorted, commit.seq);
  await tx.statements.run(supersede, parts.superseding);
  await tx.statements.run(insertFirst, parts.first.common);
  await tx.statements.run(insertFirstRare, parts.first.rare);
  await tx.statements.run(putCurrent, parts.next.common);
  await tx.statements.run(putCurrentRare, parts.next.rare);
}

function partition(rows: readonly NewObservation[], commitSeq: number) {
  const superseding: { seriesId: number; ordinal: number; commitSeq: number }[] = [];
  const first: RowsByWidth = { common: [], rare: [] };
  const next: RowsByWidth = { common: [], rare: [] };
  for (const row of rows) {
    const isFirst = row.previousRevision === 0;
    const target = isFirst ? first : next;
    if (!isFirst) superseding.push({ seriesId: row.seriesId, ordinal: row.ordinal, commitSeq });
    if (hasRareContent(row)) target.rare.push({ ...commonRow(row, commitSeq), ...rareColumns(row) });
    else target.common.push(commonRow(row, commitSeq));
  }
  return { superseding, first, next };
}

type CommonRow = ReturnType<typeof commonRow>;
interface RowsByWidth {
  readonly common: CommonRow[];
  readonly rare: (CommonRow & ReturnType<typeof rareColumns>)[];
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

function commonRow(row: NewObservation, commitSeq: number) {
  return {
    seriesId: row.seriesId,
    ordinal: row.ordinal,
    commitSeq,
    // Adding zero makes minus zero zero: SQLite does not keep its sign, PostgreSQL would.
    value: row.value == null ? null : row.value + 0,
    valueText: row.valueText ?? null,
    status: row.status ?? null,
    missingReason: row.missingReason ?? null,
    errorCode: row.errorCode ?? null,
    retracted: row.retracted ?? 0,
    note: row.note ?? null,
    way: row.way ?? null,
  };
}

function rareColumns(row: NewObservation) {
  return {
    windowStart: row.windowStart ?? null,
    windowEnd: row.windowEnd ?? null,
    baseYear: row.baseYear ?? null,
    coverageHave: row.coverageHave ?? null,
    coverageOf: row.coverageOf ?? null,
    coverageWeight: row.coverageWeight ?? null,
    flags: row.flags ?? null,
  };
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
