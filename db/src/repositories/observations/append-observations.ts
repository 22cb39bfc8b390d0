import type { Commit, WriteTx } from "../../unit-of-work.ts";
import {
  type Append,
  insertFirst,
  insertFirstRare,
  putCurrent,
  putCurrentRare,
  supersede,
} from "./append-statements.ts";
import type { NewObservation } from "./observation.ts";

/** Revisions in the order in which they are appended. */
export interface AppendOrder {
  readonly seriesIds: readonly number[];
  readonly blocks: readonly { readonly statement: Append; readonly rows: readonly NewObservation[] }[];
}

/** Rows of one block: between two of them an append can be broken off. */
const ROWS_PER_BLOCK = 4_000;

/**
 * Appends a revision per row under `commit`: a current value is kept as superseded, the new one
 * becomes current with the next revision number. A cell may appear once per call. Rows whose
 * `previousRevision` is 0 are taken to be new cells, which saves the look for a current value; a
 * mistake there is a key violation, never a lost revision. On PostgreSQL the series are locked;
 * lock them before `nextCommit` to spare other writers a wait.
 */
export async function appendObservations(tx: WriteTx, commit: Commit, rows: readonly NewObservation[]): Promise<void> {
  await appendInOrder(tx, commit, appendOrder(rows));
}

/** The same of rows put in order before; `afterBlock` may throw to break off the unit of work. */
export async function appendInOrder(
  tx: WriteTx,
  commit: Commit,
  { seriesIds, blocks }: AppendOrder,
  afterBlock: () => void = () => undefined,
): Promise<void> {
  await tx.locks.series(seriesIds);
  for (const { statement, rows } of blocks) {
    await tx.statements.run(statement, rows, { commitSeq: commit.seq });
    afterBlock();
  }
}

/** Puts rows in the order in which they are appended: superseded ones are kept before they are replaced. */
export function appendOrder(rows: readonly NewObservation[]): AppendOrder {
  const sorted = inKeyOrder(rows);
  const { known, first, next } = partition(sorted);
  const order: readonly (readonly [Append, readonly NewObservation[]])[] = [
    [supersede, known],
    [insertFirst, first.common],
    [insertFirstRare, first.rare],
    [putCurrent, next.common],
    [putCurrentRare, next.rare],
  ];
  const blocks = order.flatMap(([statement, all]) =>
    Array.from({ length: Math.ceil(all.length / ROWS_PER_BLOCK) }, (_, at) => ({
      statement,
      rows: all.slice(at * ROWS_PER_BLOCK, (at + 1) * ROWS_PER_BLOCK),
    })),
  );
  return { seriesIds: [...new Set(sorted.map(({ seriesId }) => seriesId))], blocks };
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
  // Rows come in runs of one series: fewer comparisons than to sort them all.
  const bySeries = Map.groupBy(rows, ({ seriesId }) => seriesId);
  const sorted: NewObservation[] = [];
  for (const [, own] of [...bySeries].sort(([a], [b]) => a - b)) {
    own.sort((a, b) => a.ordinal - b.ordinal);
    let before: NewObservation | undefined;
    for (const row of own) {
      if (row.ordinal === before?.ordinal) throw new Error("A cell appears twice in one append");
      before = row;
      sorted.push(row);
    }
  }
  return sorted;
}
