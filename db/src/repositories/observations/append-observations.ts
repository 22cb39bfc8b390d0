import { runSteps } from "@bochiso/shared/graph";
import type { Commit, WriteTx } from "../../unit-of-work.ts";
import { APPEND, type Append, type AppendShape, shapeOf, supersede } from "./append-statements.ts";
import type { NewObservation } from "./observation.ts";

/** Revisions in the order in which they are appended. */
export interface AppendOrder {
  readonly seriesIds: readonly number[];
  readonly blocks: readonly { readonly statement: Append; readonly rows: readonly NewObservation[] }[];
}

/** Rows of one block, a few milliseconds: between two of them an append can be broken off. */
const ROWS_PER_BLOCK = 1_000;
/** Rows put in order between two steps. */
const ROWS_PER_STEP = 1_000;

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
  return runSteps(appendOrderSteps(rows));
}

/** The same in steps, for whoever has other things to do between them. */
export function* appendOrderSteps(rows: readonly NewObservation[]): Generator<void, AppendOrder> {
  const bySeries = yield* groupSteps(rows);
  const seriesIds = [...bySeries.keys()].sort((a, b) => a - b);
  const known: NewObservation[] = [];
  const first: RowsByShape = { number: [], computed: [], any: [] };
  const next: RowsByShape = { number: [], computed: [], any: [] };
  for (const id of seriesIds) {
    for (const row of inKeyOrder(bySeries.get(id) ?? [])) {
      const isFirst = row.previousRevision === 0;
      if (!isFirst) known.push(row);
      (isFirst ? first : next)[shapeOf(row)].push(row);
    }
    yield;
  }
  const blocks = [
    ...blocksOf(supersede, known),
    ...SHAPES.flatMap((shape) => blocksOf(APPEND[shape].first, first[shape])),
    ...SHAPES.flatMap((shape) => blocksOf(APPEND[shape].next, next[shape])),
  ];
  return { seriesIds, blocks };
}

/** In key order neighbours share pages of the tables. Rows come in runs of one series, so that they are not sorted as one. */
function* groupSteps(rows: readonly NewObservation[]): Generator<void, Map<number, NewObservation[]>> {
  const bySeries = new Map<number, NewObservation[]>();
  let own: NewObservation[] = [];
  let last: number | null = null;
  for (const [at, row] of rows.entries()) {
    if (at % ROWS_PER_STEP === 0) yield;
    if (row.seriesId !== last) {
      own = bySeries.get(row.seriesId) ?? [];
      bySeries.set(row.seriesId, own);
      last = row.seriesId;
    }
    own.push(row);
  }
  return bySeries;
}

/** Rows of one series by period: a repeated cell stands beside itself. */
function inKeyOrder(rows: NewObservation[]): readonly NewObservation[] {
  const ordered = rows.sort((a, b) => a.ordinal - b.ordinal);
  for (let at = 1; at < ordered.length; at += 1) {
    if (ordered[at]?.ordinal === ordered[at - 1]?.ordinal) throw new Error("A cell appears twice in one append");
  }
  return ordered;
}

const SHAPES = ["number", "computed", "any"] as const satisfies readonly AppendShape[];
type RowsByShape = Readonly<Record<AppendShape, NewObservation[]>>;

function blocksOf(statement: Append, rows: readonly NewObservation[]): AppendOrder["blocks"] {
  return Array.from({ length: Math.ceil(rows.length / ROWS_PER_BLOCK) }, (_, at) => ({
    statement,
    rows: rows.slice(at * ROWS_PER_BLOCK, (at + 1) * ROWS_PER_BLOCK),
  }));
}
