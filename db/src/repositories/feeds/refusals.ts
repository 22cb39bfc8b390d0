import type { RowError } from "@bochiso/shared/submission";
import { and, desc, eq, gte, inArray, lt, sql } from "drizzle-orm";
import type { ReadTx, WriteTx } from "../../unit-of-work.ts";

/** A refused request of a feed. The same `subject` and code again are one. */
export interface Refusal {
  readonly feed: string;
  /** Digest of what was refused. */
  readonly subject: string;
  readonly code: string;
  readonly keyId: string | null;
  /** Who entered the values or chose the file, as stated; null: a system sent them. */
  readonly person: string | null;
  readonly idempotencyKey: string | null;
  /** Number of the last of these requests, as its sender was told; null: none was told. */
  readonly requestId: string | null;
  readonly at: string;
  readonly errorCount: number;
  readonly codes: Readonly<Record<string, number>>;
  readonly errors: readonly RowError[];
  readonly detail: string;
  readonly detailVi: string;
  /** How often since it was last noted. */
  readonly times: number;
}

export interface StoredRefusal extends Omit<Refusal, "at"> {
  readonly id: number;
  readonly firstAt: string;
  readonly lastAt: string;
}

/** Notes refusals, and keeps the newest `keep` of each feed concerned. */
export async function noteRefusals(tx: WriteTx, refusals: readonly Refusal[], keep: number): Promise<void> {
  const { feedRefusal } = tx.schema;
  for (const { at, ...refusal } of refusals) {
    await tx.db
      .insert(feedRefusal)
      .values({ ...refusal, firstAt: at, lastAt: at })
      .onConflictDoUpdate({
        target: [feedRefusal.feed, feedRefusal.subject, feedRefusal.code],
        set: {
          lastAt: at,
          times: sql`${feedRefusal.times} + ${refusal.times}`,
          keyId: refusal.keyId,
          person: refusal.person,
          idempotencyKey: refusal.idempotencyKey,
          requestId: refusal.requestId,
        },
      });
  }
  for (const feed of new Set(refusals.map((it) => it.feed))) {
    const [oldestKept] = await tx.db
      .select({ lastAt: feedRefusal.lastAt })
      .from(feedRefusal)
      .where(eq(feedRefusal.feed, feed))
      .orderBy(desc(feedRefusal.lastAt))
      .limit(1)
      .offset(keep - 1);
    if (oldestKept === undefined) continue;
    await tx.db.delete(feedRefusal).where(and(eq(feedRefusal.feed, feed), lt(feedRefusal.lastAt, oldestKept.lastAt)));
  }
}

/** The refusals of a feed, the last ones first. */
export async function listRefusals(tx: ReadTx, feed: string, limit: number): Promise<StoredRefusal[]> {
  const { feedRefusal } = tx.schema;
  return await tx.db
    .select()
    .from(feedRefusal)
    .where(eq(feedRefusal.feed, feed))
    .orderBy(desc(feedRefusal.lastAt), desc(feedRefusal.id))
    .limit(limit);
}

/** Refusals last seen since a moment, without what was refused in them. */
export async function recentRefusals(
  tx: ReadTx,
  since: string,
): Promise<Pick<StoredRefusal, "feed" | "keyId" | "lastAt" | "times">[]> {
  const { feedRefusal: r } = tx.schema;
  return await tx.db
    .select({ feed: r.feed, keyId: r.keyId, lastAt: r.lastAt, times: r.times })
    .from(r)
    .where(gte(r.lastAt, since));
}

/** Per feed: refused requests last seen since a moment, and the last one of all. */
export async function refusalCounts(
  tx: ReadTx,
  since: string,
): Promise<Map<string, { readonly times: number; readonly lastAt: string }>> {
  const { feedRefusal: r } = tx.schema;
  const rows = await tx.db
    .select({
      feed: r.feed,
      times: sql<number>`coalesce(sum(case when ${r.lastAt} >= ${since} then ${r.times} else 0 end), 0)`,
      lastAt: sql<string>`max(${r.lastAt})`,
    })
    .from(r)
    .groupBy(r.feed);
  return new Map(rows.map(({ feed, times, lastAt }) => [feed, { times: Number(times), lastAt }]));
}

/** Removes refusals last seen before a moment, at most `limit`. Gives how many. */
export async function purgeRefusals(tx: WriteTx, before: string, limit: number): Promise<number> {
  const { feedRefusal } = tx.schema;
  const old = await tx.db
    .select({ id: feedRefusal.id })
    .from(feedRefusal)
    .where(lt(feedRefusal.lastAt, before))
    .limit(limit);
  if (old.length === 0) return 0;
  const ids = old.map(({ id }) => id);
  await tx.db.delete(feedRefusal).where(inArray(feedRefusal.id, ids));
  return ids.length;
}
