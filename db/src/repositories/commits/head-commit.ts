import { desc, eq, lte } from "drizzle-orm";
import { defineStatement } from "../../statement/index.ts";
import type { Commit, ReadTx } from "../../unit-of-work.ts";

const counter = defineStatement<Commit>()(
  "read_counter",
  { id: "int" },
  `SELECT c.seq AS "seq", c.recorded_at AS "recordedAt" FROM {rows} JOIN commit_counter c ON c.id = v.id`,
);

/** The last commit of this snapshot; `seq` is 0 before the first one. */
export async function headCommit(tx: ReadTx): Promise<Commit> {
  const [head] = await tx.statements.all(counter, [{ id: 1 }]);
  if (!head) throw new Error("commit_counter has no row: the migrations were not applied");
  return head;
}

/** The last commit recorded at or before a moment (ISO 8601); null before the first one. */
export async function commitAt(tx: ReadTx, moment: string): Promise<Commit | null> {
  const { commitLog } = tx.schema;
  const [found] = await tx.db
    .select({ seq: commitLog.seq, recordedAt: commitLog.recordedAt })
    .from(commitLog)
    .where(lte(commitLog.recordedAt, new Date(moment).toISOString()))
    .orderBy(desc(commitLog.recordedAt), desc(commitLog.seq))
    .limit(1);
  return found ?? null;
}

/** One commit by its number; null where there is none. */
export async function commitBySeq(tx: ReadTx, seq: number): Promise<Commit | null> {
  const { commitLog } = tx.schema;
  const [found] = await tx.db.select().from(commitLog).where(eq(commitLog.seq, seq));
  return found ?? null;
}
