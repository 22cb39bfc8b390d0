import { DomainError } from "@bochiso/shared/errors";
import { createOwnership, type OwnershipRow, SINCE_EVER, wildcardOf } from "@bochiso/shared/feed";
import { and, asc, eq, inArray } from "drizzle-orm";
import { defineStatement } from "../../statement/index.ts";
import type { ReadTx, WriteTx } from "../../unit-of-work.ts";
import { lockCommits } from "../commits/index.ts";

/** A cell of the plan of single sources: an indicator in an area, `*` or `demo:*` for every one. */
export interface ScopeCell {
  readonly indicator: string;
  readonly area: string;
}

/** Cells that change their source at a moment. */
export interface ScopeHandOver {
  readonly from: string;
  readonly to: string;
  /** ISO instant (UTC, milliseconds) from which on `to` sends. */
  readonly at: string;
  readonly cells: readonly ScopeCell[];
}

const insertScope = defineStatement<never>()(
  "insert_feed_scope",
  { indicator: "text", area: "text", validFrom: "text", feed: "text" },
  `INSERT INTO feed_scope (indicator, area, valid_from, feed)
   SELECT v.indicator, v.area, v."validFrom", v.feed FROM {rows} WHERE true ON CONFLICT DO NOTHING`,
);

/** Every row of ownership, past and dated ahead. */
export async function listOwnership(tx: ReadTx): Promise<OwnershipRow[]> {
  const { feedScope } = tx.schema;
  return await tx.db
    .select()
    .from(feedScope)
    .orderBy(asc(feedScope.indicator), asc(feedScope.area), asc(feedScope.validFrom));
}

/** The rows of some indicators, all areas. */
async function ownershipOf(tx: ReadTx, indicators: readonly string[]): Promise<OwnershipRow[]> {
  const { feedScope } = tx.schema;
  const rows: OwnershipRow[] = [];
  for (let at = 0; at < indicators.length; at += 500) {
    const part = indicators.slice(at, at + 500);
    rows.push(...(await tx.db.select().from(feedScope).where(inArray(feedScope.indicator, part))));
  }
  return rows;
}

/** The feed that owns each cell by its very name at a moment, in the order of `cells`; null where none does. */
export async function ownersOf(
  tx: ReadTx,
  cells: readonly ScopeCell[],
  at: string = SINCE_EVER,
): Promise<(string | null)[]> {
  const rows = await ownershipOf(tx, [...new Set(cells.map(({ indicator }) => indicator))]);
  const inForce = new Map<string, OwnershipRow>();
  for (const row of rows.sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))) {
    if (row.validFrom <= at) inForce.set(keyOf(row), row);
  }
  return cells.map((cell) => inForce.get(keyOf(cell))?.feed ?? null);
}

/** Gives cells to a feed from the first day on. Errors: `scope-owned` where another feed has one of them, ever; then none is given. */
export async function addFeedScope(tx: WriteTx, feed: string, cells: readonly ScopeCell[]): Promise<void> {
  const sorted = [...cells].sort(byCell);
  await tx.statements.run(
    insertScope,
    sorted.map(({ indicator, area }) => ({ indicator, area, validFrom: SINCE_EVER, feed })),
  );
  const owners = await ownersOf(tx, sorted);
  const at = owners.findIndex((owner) => owner !== feed);
  const cell = sorted[at];
  if (cell) throw scopeOwned(feed, owners[at] ?? "?", cell);
}

/**
 * Adds the cells that nobody has ever owned by name; what people handed over since is left as it is. Gives how many were
 * added.
 */
export async function addUnownedScope(tx: WriteTx, feed: string, cells: readonly ScopeCell[]): Promise<number> {
  return await tx.statements.run(
    insertScope,
    [...cells].sort(byCell).map(({ indicator, area }) => ({ indicator, area, validFrom: SINCE_EVER, feed })),
  );
}

const moveFirst = defineStatement<never>()(
  "move_first_owner",
  { indicator: "text", area: "text", validFrom: "text", feed: "text" },
  `UPDATE feed_scope SET feed = v.feed FROM {rows}
   WHERE feed_scope.indicator = v.indicator AND feed_scope.area = v.area AND feed_scope.valid_from = v."validFrom"
     AND feed_scope.feed <> v.feed`,
);

/** Makes a feed the one that owned cells from the first day on; for simulated cells, whose past is made as well. */
export async function moveFirstOwners(tx: WriteTx, feed: string, cells: readonly ScopeCell[]): Promise<void> {
  await tx.statements.run(
    moveFirst,
    [...cells].sort(byCell).map(({ indicator, area }) => ({ indicator, area, validFrom: SINCE_EVER, feed })),
  );
}

/**
 * Hands cells over. Of two at once the later one sees the earlier. Errors: `scope-not-owned` where `from` does not own a
 * cell at that moment, `scope-changed` where a later change of it is dated already; then nothing is handed over.
 */
export async function handOverScope(tx: WriteTx, { from, to, at, cells }: ScopeHandOver): Promise<void> {
  await lockCommits(tx);
  const sorted = [...cells].sort(byCell);
  const rows = await ownershipOf(tx, [...new Set(sorted.map(({ indicator }) => indicator))]);
  const owned = createOwnership(rows).scopesAt(at).get(from);
  for (const cell of sorted) {
    const areas = owned?.get(cell.indicator);
    const isOwned = areas !== undefined && (areas.has(cell.area) || isUnder(areas, cell.area));
    if (!isOwned) throw scopeNotOwned(from, at, cell);
    const later = rows.find((row) => row.validFrom >= at && keyOf(row) === keyOf(cell) && row.validFrom !== SINCE_EVER);
    if (later !== undefined) throw scopeChanged(cell, later.validFrom);
  }
  const stored = await tx.statements.run(
    insertScope,
    sorted.map(({ indicator, area }) => ({ indicator, area, validFrom: at, feed: to })),
  );
  const [first] = sorted;
  if (stored !== sorted.length && first !== undefined) throw scopeChanged(first, at);
}

/** The cells a feed owns by name at a moment, by indicator and area. */
export async function scopeOfFeed(tx: ReadTx, feed: string, at: string = SINCE_EVER): Promise<ScopeCell[]> {
  const { feedScope } = tx.schema;
  const own = await tx.db
    .selectDistinct({ indicator: feedScope.indicator, area: feedScope.area })
    .from(feedScope)
    .where(and(eq(feedScope.feed, feed)))
    .orderBy(asc(feedScope.indicator), asc(feedScope.area));
  const owners = await ownersOf(tx, own, at);
  return own.filter((_, index) => owners[index] === feed);
}

function isUnder(areas: ReadonlySet<string>, area: string): boolean {
  const isWildcard = area === "*" || area === "demo:*";
  return !isWildcard && areas.has(wildcardOf(area)) && !areas.has(`!${area}`);
}

function keyOf({ indicator, area }: ScopeCell): string {
  return `${indicator}\n${area}`;
}

function byCell(a: ScopeCell, b: ScopeCell): number {
  if (a.indicator !== b.indicator) return a.indicator < b.indicator ? -1 : 1;
  return a.area < b.area ? -1 : 1;
}

function scopeOwned(feed: string, owner: string, { indicator, area }: ScopeCell): DomainError {
  return new DomainError(
    "scope-owned",
    { feed, owner, indicator, area },
    {
      vi: `Chỉ số "${indicator}" tại "${area}" đã có đầu mối cung cấp duy nhất là "${owner}".`,
      en: `"${indicator}" in "${area}" already has its single source, "${owner}".`,
    },
  );
}

function scopeNotOwned(from: string, at: string, { indicator, area }: ScopeCell): DomainError {
  return new DomainError(
    "scope-not-owned",
    { from, at, indicator, area },
    {
      vi: `Tại thời điểm bàn giao, kênh "${from}" không phải là đầu mối của chỉ số "${indicator}" tại "${area}".`,
      en: `At the moment of the hand-over the feed "${from}" is not the source of "${indicator}" in "${area}".`,
    },
  );
}

function scopeChanged({ indicator, area }: ScopeCell, at: string): DomainError {
  return new DomainError(
    "scope-changed",
    { indicator, area, at },
    {
      vi: `Chỉ số "${indicator}" tại "${area}" đã có một lần bàn giao khác từ ${at}.`,
      en: `Another hand-over of "${indicator}" in "${area}" is dated ${at} already.`,
    },
  );
}
