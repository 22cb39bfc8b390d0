import { and, eq, gte, isNull, max, ne, or, sql } from "drizzle-orm";
import type { ReadTx } from "../../unit-of-work.ts";
import { REPLAYED } from "./feed-activity.ts";

/** The newest submission of a feed that came by one key, or by none (typed in or dropped as a file). */
export interface NewestByWay {
  readonly feed: string;
  readonly keyId: string | null;
  /** ISO instant of receiving. */
  readonly at: string;
  /** Rows of it that were rejected. */
  readonly rejected: number;
}

/** Per feed and key what was stored last since a moment, replays left out; of one feed where one is named. */
export async function newestByWay(tx: ReadTx, since: string, feed?: string): Promise<NewestByWay[]> {
  const { submission: s } = tx.schema;
  const isOwn = and(
    feed === undefined ? undefined : eq(s.feed, feed),
    gte(s.receivedAt, since),
    or(isNull(s.keyId), ne(s.keyId, REPLAYED)),
  );
  const way = sql`coalesce(${s.keyId}, '')`;
  const last = tx.db
    .select({
      ofFeed: sql<string>`${s.feed}`.as("of_feed"),
      way: sql`${way}`.as("way"),
      at: max(s.receivedAt).as("at"),
    })
    .from(s)
    .where(isOwn)
    .groupBy(s.feed, s.keyId)
    .as("last_by_way");
  const found = await tx.db
    .select({ feed: s.feed, keyId: s.keyId, at: s.receivedAt, rejected: sql<number>`sum(${s.rejected})` })
    .from(s)
    .innerJoin(last, and(eq(last.ofFeed, s.feed), eq(last.way, way), eq(last.at, s.receivedAt)))
    .where(isOwn)
    .groupBy(s.feed, s.keyId, s.receivedAt);
  return found.map((it) => ({ ...it, rejected: Number(it.rejected) }));
}
