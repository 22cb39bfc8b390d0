import { and, asc, eq, isNull } from "drizzle-orm";
import type { ReadTx, WriteTx } from "../../unit-of-work.ts";

/** Periods of an indicator that take no pushed actual value; in force until it is lifted. */
export interface PeriodLock {
  readonly id: string;
  readonly indicator: string;
  /** `*` = every area. */
  readonly area: string;
  /** ISO days, both included: a period is locked that lies wholly between them. */
  readonly firstDay: string;
  readonly lastDay: string;
  readonly reason: string;
  /** Name and position as stated. */
  readonly lockedBy: string;
  readonly lockedAt: string;
  readonly liftedBy: string | null;
  readonly liftedAt: string | null;
  readonly liftReason: string | null;
}

/** Locks in force, or with `all` every one there ever was, oldest first. */
export async function listPeriodLocks(tx: ReadTx, { all = false }: { all?: boolean } = {}): Promise<PeriodLock[]> {
  const { periodLock } = tx.schema;
  return await tx.db
    .select()
    .from(periodLock)
    .where(all ? undefined : isNull(periodLock.liftedAt))
    .orderBy(asc(periodLock.lockedAt), asc(periodLock.id));
}

export async function findPeriodLock(tx: ReadTx, id: string): Promise<PeriodLock | null> {
  const { periodLock } = tx.schema;
  const [found] = await tx.db.select().from(periodLock).where(eq(periodLock.id, id));
  return found ?? null;
}

type NewLock = Omit<PeriodLock, "liftedBy" | "liftedAt" | "liftReason">;

export async function addPeriodLock(tx: WriteTx, lock: NewLock): Promise<void> {
  await tx.db.insert(tx.schema.periodLock).values({ ...lock, liftedBy: null, liftedAt: null, liftReason: null });
}

/** Ends a lock that is in force; one that was lifted before stays as it is. */
export async function liftPeriodLock(
  tx: WriteTx,
  { id, by, at, reason }: { readonly id: string; readonly by: string; readonly at: string; readonly reason: string },
): Promise<void> {
  const { periodLock } = tx.schema;
  await tx.db
    .update(periodLock)
    .set({ liftedBy: by, liftedAt: at, liftReason: reason })
    .where(and(eq(periodLock.id, id), isNull(periodLock.liftedAt)));
}
