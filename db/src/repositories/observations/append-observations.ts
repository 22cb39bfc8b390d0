import type { Commit, WriteTx } from "../../unit-of-work.ts";
import { APPEND, type Append, type AppendShape, shapeOf, supersede } from "./append-statements.ts";
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
  const known: NewObservation[] = [];
  const first: RowsByShape = { number: [], computed: [], any: [] };
  const next: RowsByShape = { number: [], computed: [], any: [] };
  for (const row of sorted) {
    const isFirst = row.previousRevision === 0;
    if (!isFirst) known.push(row);
    (isFirst ? first : next)[shapeOf(row)].push(row);
  }
  const blocks = [
    ...blocksOf(supersede, known),
    ...SHAPES.flatMap((shape) => blocksOf(APPEND[shape].first, first[shape])),
    ...SHAPES.flatMap((shape) => blocksOf(APPEND[shape].next, next[shape])),
  ];
  return { seriesIds: [...new Set(sorted.map(({ seriesId }) => seriesId))], blocks };
}

const SHAPES = ["number", "computed", "any"] as const satisfies readonly AppendShape[];
type RowsByShape = Readonly<Record<AppendShape, NewObservation[]>>;

function blocksOf(statement: Append, rows: readonly NewObservation[]): AppendOrder["blocks"] {
  return Array.from({ length: Math.ceil(rows.length / ROWS_PER_BLOCK) }, (_, at) => ({
    statement,
    rows: rows.slice(at * ROWS_PER_BLOCK, (at + 1) * ROWS_PER_BLOCK),
  }));
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
