import type { PullOutcome, PullRecordError } from "@bochiso/shared/pull";
import type { ReceiptCounts } from "@bochiso/shared/submission";
import { and, desc, eq, inArray, isNull, lt } from "drizzle-orm";
import type { ReadTx, WriteTx } from "../../unit-of-work.ts";

/** A run of a source; what is not known yet, or never came about, is null. */
export interface PullRun {
  readonly id: string;
  readonly source: string;
  /** Of the configuration it ran with. */
  readonly version: number;
  readonly trigger: "schedule" | "person";
  readonly actor: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly outcome: PullOutcome | null;
  readonly httpStatus: number | null;
  readonly bytes: number | null;
  readonly records: number | null;
  readonly rows: number | null;
  readonly submission: string | null;
  readonly counts: ReceiptCounts | null;
  readonly faultCode: string | null;
  readonly fault: string | null;
  readonly faultVi: string | null;
  readonly errors: readonly PullRecordError[];
  readonly errorCount: number;
  readonly nextAt: string | null;
}

/** How a run begins. */
export type BegunPullRun = Pick<PullRun, "id" | "source" | "version" | "trigger" | "actor" | "startedAt">;
/** How it ends. */
export type EndedPullRun = Omit<PullRun, keyof BegunPullRun>;

export async function beginPullRun(tx: WriteTx, run: BegunPullRun): Promise<void> {
  await tx.db.insert(tx.schema.pullRun).values({ ...run, errors: [], errorCount: 0 });
}

/** Writes the end of a run that has none yet. */
export async function endPullRun(tx: WriteTx, id: string, end: Partial<EndedPullRun>): Promise<void> {
  const { pullRun: r } = tx.schema;
  await tx.db
    .update(r)
    .set(end)
    .where(and(eq(r.id, id), isNull(r.outcome)));
}

/** The newest runs of a source. */
export async function listPullRuns(tx: ReadTx, source: string, limit: number): Promise<PullRun[]> {
  const { pullRun: r } = tx.schema;
  return await tx.db.select().from(r).where(eq(r.source, source)).orderBy(desc(r.startedAt), desc(r.id)).limit(limit);
}

/** The newest run of a source that took nothing. */
export async function lastFailedRun(tx: ReadTx, source: string): Promise<PullRun | null> {
  const { pullRun: r } = tx.schema;
  const [found] = await tx.db
    .select()
    .from(r)
    .where(and(eq(r.source, source), eq(r.outcome, "failed")))
    .orderBy(desc(r.startedAt), desc(r.id))
    .limit(1);
  return found ?? null;
}

/** Removes runs begun before a moment, at most `limit`. Gives how many. */
export async function purgePullRuns(tx: WriteTx, before: string, limit: number): Promise<number> {
  const { pullRun: r } = tx.schema;
  const old = await tx.db.select({ id: r.id }).from(r).where(lt(r.startedAt, before)).limit(limit);
  if (old.length === 0) return 0;
  const ids = old.map(({ id }) => id);
  await tx.db.delete(r).where(inArray(r.id, ids));
  return ids.length;
}
