import { asc, eq, inArray, or } from "drizzle-orm";
import { defineStatement } from "../../statement/index.ts";
import type { Commit, ReadTx, WriteTx } from "../../unit-of-work.ts";

type Row = ReadTx["schema"]["definitionChange"]["$inferSelect"];

/** A change of definitions as stored. Its definitions and its cone never change, only how far it got. */
export interface DefinitionChange extends Row {}

/** A change to store: it starts before the first indicator of its cone. */
export type NewDefinitionChange = Pick<
  DefinitionChange,
  "id" | "effectiveFrom" | "author" | "approvedBy" | "definitions" | "cone" | "baseVersion" | "ofCells"
>;

/** How far the computing got. */
export type ChangeProgress = Pick<DefinitionChange, "coneAt" | "walkAt" | "ordinalAt" | "doneCells" | "ofCells">;

const START = { coneAt: -1, walkAt: 0, ordinalAt: null, doneCells: 0 } as const;

/** Stores a change that is to be computed. */
export async function insertDefinitionChange(tx: WriteTx, commit: Commit, change: NewDefinitionChange): Promise<void> {
  await tx.db.insert(tx.schema.definitionChange).values({
    ...change,
    ...START,
    state: "computing",
    stagedSeq: commit.seq,
    stagedAt: commit.recordedAt,
    endedSeq: null,
    endedAt: null,
    reason: null,
    holdsCells: false,
  });
}

/** Changes in these states, or every one, in the order of staging. */
export async function listDefinitionChanges(
  tx: ReadTx,
  states?: readonly DefinitionChange["state"][],
): Promise<DefinitionChange[]> {
  const { definitionChange: c } = tx.schema;
  const wanted = states && inArray(c.state, [...states]);
  return await tx.db.select().from(c).where(wanted).orderBy(asc(c.stagedSeq), asc(c.id));
}

const anyOpen = defineStatement<{ readonly open: number }>()(
  "any_open_definition_change",
  { open: "int" },
  `SELECT v.open AS "open" FROM {rows}
   WHERE EXISTS (SELECT 1 FROM definition_change c WHERE c.state IN ('computing', 'ready'))`,
);

/** Whether any change is computed or waits for its day: asked by every write of values, and rarely so. */
export async function hasOpenDefinitionChanges(tx: ReadTx): Promise<boolean> {
  return (await tx.statements.all(anyOpen, [{ open: 1 }])).length > 0;
}

/** Changes that are computed, wait for their day, or still hold cells after their end. */
export async function unfinishedDefinitionChanges(tx: ReadTx): Promise<DefinitionChange[]> {
  const { definitionChange: c } = tx.schema;
  const open = inArray(c.state, ["computing", "ready"]);
  return await tx.db
    .select()
    .from(c)
    .where(or(open, eq(c.holdsCells, true)))
    .orderBy(asc(c.stagedSeq), asc(c.id));
}

/** One change; null where there is none. */
export async function definitionChangeById(tx: ReadTx, id: string): Promise<DefinitionChange | null> {
  const { definitionChange: c } = tx.schema;
  const [found] = await tx.db.select().from(c).where(eq(c.id, id));
  return found ?? null;
}

/** Remembers how far the computing got. */
export async function saveProgress(tx: WriteTx, id: string, progress: ChangeProgress): Promise<void> {
  const { definitionChange: c } = tx.schema;
  await tx.db
    .update(c)
    .set({ ...progress, holdsCells: true })
    .where(eq(c.id, id));
}

/** Everything is computed: the change waits for its day. */
export async function markReady(tx: WriteTx, id: string): Promise<void> {
  const { definitionChange: c } = tx.schema;
  await tx.db.update(c).set({ state: "ready" }).where(eq(c.id, id));
}

/** The catalogue in force was replaced by one that this change does not depend on. */
export async function rebase(tx: WriteTx, ids: readonly string[], baseVersion: string): Promise<void> {
  if (ids.length === 0) return;
  const { definitionChange: c } = tx.schema;
  await tx.db
    .update(c)
    .set({ baseVersion })
    .where(inArray(c.id, [...ids]));
}

/** Computing starts anew beside another catalogue; the cells computed so far must have been removed. */
export async function restartChange(
  tx: WriteTx,
  id: string,
  anew: Pick<DefinitionChange, "cone" | "baseVersion" | "ofCells">,
): Promise<void> {
  const { definitionChange: c } = tx.schema;
  await tx.db
    .update(c)
    .set({ ...anew, ...START, state: "computing", holdsCells: false })
    .where(eq(c.id, id));
}

/** Ends a change: in force, cancelled or failed. Its cells are removed afterwards. */
export async function endChange(
  tx: WriteTx,
  commit: Commit,
  id: string,
  end: Pick<DefinitionChange, "state" | "reason">,
): Promise<void> {
  const { definitionChange: c } = tx.schema;
  await tx.db
    .update(c)
    .set({ ...end, endedSeq: commit.seq, endedAt: commit.recordedAt })
    .where(eq(c.id, id));
}
