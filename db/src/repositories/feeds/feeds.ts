import { DomainError } from "@bochiso/shared/errors";
import type { Text } from "@bochiso/shared/text";
import { asc, eq, sql } from "drizzle-orm";
import type { Details } from "../../schema/index.ts";
import { defineStatement } from "../../statement/index.ts";
import type { ReadTx, WriteTx } from "../../unit-of-work.ts";
import { inChunks } from "../in-chunks.ts";

/** Kênh cung cấp dữ liệu: a source system of an agency. */
export interface Feed {
  readonly code: string;
  readonly agency: string;
  readonly name: Text;
  /** `record`: a gap in the sequence is shown; `refuse`: it is refused. */
  readonly gapPolicy: "record" | "refuse";
  readonly requireDigest: boolean;
  readonly simulated: boolean;
  readonly active: boolean;
  readonly createdAt: string;
  readonly details: Details;
}

/** A cell of the plan of single sources: an indicator in an area. */
export interface ScopeCell {
  readonly indicator: string;
  readonly area: string;
}

/** Adds or replaces feeds; `createdAt` of a known feed stays. */
export async function saveFeeds(tx: WriteTx, feeds: readonly Feed[]): Promise<void> {
  const { feed } = tx.schema;
  const set = {
    agency: sql`excluded.agency`,
    name: sql`excluded.name`,
    gapPolicy: sql`excluded.gap_policy`,
    requireDigest: sql`excluded.require_digest`,
    simulated: sql`excluded.simulated`,
    active: sql`excluded.active`,
    details: sql`excluded.details`,
  };
  await inChunks(feeds, (part) => tx.db.insert(feed).values(part).onConflictDoUpdate({ target: feed.code, set }));
}

/** Every feed, in code order. */
export async function listFeeds(tx: ReadTx): Promise<Feed[]> {
  const { feed } = tx.schema;
  return await tx.db.select().from(feed).orderBy(asc(feed.code));
}

export async function feedByCode(tx: ReadTx, code: string): Promise<Feed | null> {
  const { feed } = tx.schema;
  const [found] = await tx.db.select().from(feed).where(eq(feed.code, code));
  return found ?? null;
}

/** Locks a feed until the commit: its submissions are taken one after the other. */
export function lockFeed(tx: WriteTx, code: string): Promise<void> {
  return tx.locks.feed(code);
}

const insertScope = defineStatement<never>()(
  "insert_feed_scope",
  { indicator: "text", area: "text", feed: "text" },
  `INSERT INTO feed_scope (indicator, area, feed) SELECT v.indicator, v.area, v.feed FROM {rows}
   WHERE true ON CONFLICT DO NOTHING`,
);
const findOwners = defineStatement<{ readonly at: number; readonly feed: string }>()(
  "find_scope_owners",
  { at: "int", indicator: "text", area: "text" },
  `SELECT v.at AS "at", f.feed AS "feed" FROM {rows}
   JOIN feed_scope f ON f.indicator = v.indicator AND f.area = v.area`,
);

/** The feed that owns each cell, in the order of `cells`; null where nobody may send it. */
export async function ownersOf(tx: ReadTx, cells: readonly ScopeCell[]): Promise<(string | null)[]> {
  const owners: (string | null)[] = cells.map(() => null);
  const rows = cells.map(({ indicator, area }, at) => ({ at, indicator, area }));
  for (const { at, feed } of await tx.statements.all(findOwners, rows)) owners[at] = feed;
  return owners;
}

/** Gives cells to a feed. Errors: `scope-owned` where another feed has one of them; then none is given. */
export async function addFeedScope(tx: WriteTx, feed: string, cells: readonly ScopeCell[]): Promise<void> {
  const sorted = [...cells].sort(byCell);
  await tx.statements.run(
    insertScope,
    sorted.map(({ indicator, area }) => ({ indicator, area, feed })),
  );
  const owners = await ownersOf(tx, sorted);
  const at = owners.findIndex((owner) => owner !== feed);
  const cell = sorted[at];
  if (!cell) return;
  const owner = owners[at] ?? "?";
  throw new DomainError(
    "scope-owned",
    { feed, owner, indicator: cell.indicator, area: cell.area },
    {
      vi: `Chỉ số "${cell.indicator}" tại "${cell.area}" đã có đầu mối cung cấp duy nhất là "${owner}".`,
      en: `"${cell.indicator}" in "${cell.area}" already has its single source, "${owner}".`,
    },
  );
}

/** The cells a feed owns, by indicator and area. */
export async function scopeOfFeed(tx: ReadTx, feed: string): Promise<ScopeCell[]> {
  const { feedScope } = tx.schema;
  return await tx.db
    .select({ indicator: feedScope.indicator, area: feedScope.area })
    .from(feedScope)
    .where(eq(feedScope.feed, feed))
    .orderBy(asc(feedScope.indicator), asc(feedScope.area));
}

function byCell(a: ScopeCell, b: ScopeCell): number {
  if (a.indicator !== b.indicator) return a.indicator < b.indicator ? -1 : 1;
  return a.area < b.area ? -1 : 1;
}
