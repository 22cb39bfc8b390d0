import type { PullConfig } from "@bochiso/shared/pull";
import { and, asc, eq, gt, isNull, lte, ne, or } from "drizzle-orm";
import type { ReadTx, WriteTx } from "../../unit-of-work.ts";

/** A source that is asked on a schedule, with what is remembered between two runs. Instants are ISO, UTC. */
export interface PullSource {
  readonly code: string;
  readonly feed: string;
  /** Counts the configurations there were. */
  readonly version: number;
  readonly enabled: boolean;
  readonly config: PullConfig;
  readonly changedAt: string;
  readonly changedBy: string;
  /** Null while it is not enabled. */
  readonly nextAt: string | null;
  /** Who asked for a run out of turn that has not begun yet. */
  readonly askedBy: string | null;
  /** Runs in a row that took nothing. */
  readonly failures: number;
  readonly answeredAt: string | null;
  /** The run that has it now, its process, and until when others keep away. */
  readonly run: string | null;
  readonly runBy: string | null;
  readonly runUntil: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Of the last submission: its key, the digest of its rows, how many of them were refused. */
  readonly lastKey: string | null;
  readonly lastDigest: string | null;
  readonly lastRefused: number;
}

/** Every source, or those of a feed, in code order. */
export async function listPullSources(tx: ReadTx, feed?: string): Promise<PullSource[]> {
  const { pullSource: s } = tx.schema;
  return await tx.db
    .select()
    .from(s)
    .where(feed === undefined ? undefined : eq(s.feed, feed))
    .orderBy(asc(s.code));
}

/** Sources whose last runs took nothing, in code order; those that are switched off are left out. */
export async function failingPullSources(tx: ReadTx): Promise<PullSource[]> {
  const { pullSource: s } = tx.schema;
  return await tx.db
    .select()
    .from(s)
    .where(and(gt(s.failures, 0), eq(s.enabled, true)))
    .orderBy(asc(s.code));
}

export async function pullSourceByCode(tx: ReadTx, code: string): Promise<PullSource | null> {
  const { pullSource: s } = tx.schema;
  const [found] = await tx.db.select().from(s).where(eq(s.code, code));
  return found ?? null;
}

/** Sources that nobody asks now and that are to be asked by this moment, the longest waiting first. */
export async function duePullSources(tx: ReadTx, turn: Turn, limit: number): Promise<string[]> {
  const { pullSource: s } = tx.schema;
  const found = await tx.db
    .select({ code: s.code })
    .from(s)
    .where(and(lte(s.nextAt, turn.now), isFree(tx, turn)))
    .orderBy(asc(s.nextAt), asc(s.code))
    .limit(limit);
  return found.map(({ code }) => code);
}

/** Adds a source, or replaces what is known of it. */
export async function savePullSource(tx: WriteTx, source: PullSource): Promise<void> {
  const { pullSource: s } = tx.schema;
  await tx.db.insert(s).values(source).onConflictDoUpdate({ target: s.code, set: source });
}

/** Changes a part of what is known of a source. */
export async function changePullSource(
  tx: WriteTx,
  code: string,
  change: Partial<Omit<PullSource, "code">>,
): Promise<void> {
  const { pullSource: s } = tx.schema;
  await tx.db.update(s).set(change).where(eq(s.code, code));
}

/** Who asks for a turn, and when. `alone`: no other process can be running, so what another one holds is left over. */
export interface Turn {
  readonly process: string;
  readonly alone: boolean;
  readonly now: string;
}

/**
 * Takes a source for one run until a moment; false where it is not due or another run has it. Of several that try at once
 * one succeeds: the condition is looked at again under the lock of the row.
 */
export async function takePullSource(
  tx: WriteTx,
  { source, run, until, turn }: { source: string; run: string; until: string; turn: Turn },
): Promise<boolean> {
  const { pullSource: s } = tx.schema;
  const taken = await tx.db
    .update(s)
    .set({ run, runBy: turn.process, runUntil: until })
    .where(and(eq(s.code, source), lte(s.nextAt, turn.now), isFree(tx, turn)))
    .returning({ code: s.code });
  return taken.length === 1;
}

function isFree(tx: ReadTx, { process, alone, now }: Turn) {
  const { pullSource: s } = tx.schema;
  return or(isNull(s.run), lte(s.runUntil, now), alone ? ne(s.runBy, process) : undefined);
}
