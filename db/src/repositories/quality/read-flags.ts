import { and, asc, count, desc, eq, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import { defineStatement } from "../../statement/index.ts";
import type { ReadTx } from "../../unit-of-work.ts";
import type { FlagRange, StoredFlag, StoredFlagEvent } from "./stored-flag.ts";

const inRange = defineStatement<{ readonly id: number }>()(
  "quality_flags_in_range",
  { indicator: "text", area: "text", breakdownKey: "text", from: "int", to: "int" },
  `SELECT f.id AS "id" FROM {rows} JOIN quality_flag f
   ON f.indicator = v.indicator AND f.area = v.area AND f.breakdown_key = v."breakdownKey"
   AND f.ordinal BETWEEN v."from" AND v."to"`,
);

const IDS_PER_QUERY = 10_000;

const withFlags = defineStatement<{ readonly indicator: string }>()(
  "indicators_with_flags",
  { indicator: "text" },
  `SELECT v.indicator AS "indicator" FROM {rows}
   WHERE EXISTS (SELECT 1 FROM quality_flag f WHERE f.indicator = v.indicator)`,
);

/** Those of the indicators that ever had a flag: of all others nothing needs to be looked up. */
export async function indicatorsWithFlags(tx: ReadTx, indicators: readonly string[]): Promise<Set<string>> {
  const rows = indicators.map((indicator) => ({ indicator }));
  const found = rows.length === 0 ? [] : await tx.statements.all(withFlags, rows);
  return new Set(found.map(({ indicator }) => indicator));
}

/** Every flag of the cells in the ranges, resolved ones included, by id. Ranges of one series must not overlap. */
export async function flagsInRanges(tx: ReadTx, ranges: readonly FlagRange[]): Promise<StoredFlag[]> {
  const ids = (await tx.statements.all(inRange, ranges)).map(({ id }) => id);
  return await flagsByIds(tx, ids);
}

/** Flags by id, in the order of ids. */
export async function flagsByIds(tx: ReadTx, ids: readonly number[]): Promise<StoredFlag[]> {
  const { qualityFlag: f } = tx.schema;
  const found: StoredFlag[] = [];
  for (let at = 0; at < ids.length; at += IDS_PER_QUERY) {
    const some = ids.slice(at, at + IDS_PER_QUERY);
    found.push(...(await tx.db.select().from(f).where(inArray(f.id, some))));
  }
  return found.sort((a, b) => a.id - b.id);
}

/** Every step of a flag, the first one first. */
export async function eventsOfFlag(tx: ReadTx, flag: number): Promise<StoredFlagEvent[]> {
  const { qualityFlagEvent: e } = tx.schema;
  return await tx.db.select().from(e).where(eq(e.flag, flag)).orderBy(asc(e.commitSeq));
}

const stateAt = defineStatement<FlagStateAt>()(
  "quality_flag_as_of",
  { id: "bigint", asOf: "bigint" },
  `SELECT e.flag_id AS "id", v."asOf" AS "asOf", e.state AS "state" FROM {rows} JOIN quality_flag_event e ON e.flag_id = v.id
   WHERE e.commit_seq = (SELECT max(x.commit_seq) FROM quality_flag_event x
     WHERE x.flag_id = v.id AND x.commit_seq <= v."asOf")`,
);

/** What a flag was after a commit. */
export interface FlagStateAt {
  readonly id: number;
  readonly asOf: number;
  readonly state: StoredFlag["state"];
}

/** The states of flags after commits, in no order; those not raised by then are left out. */
export async function flagStatesAsOf(
  tx: ReadTx,
  asked: readonly Pick<FlagStateAt, "id" | "asOf">[],
): Promise<FlagStateAt[]> {
  const rows = asked.length === 0 ? [] : await tx.statements.all(stateAt, asked);
  return rows.map((row) => ({ ...row, asOf: Number(row.asOf) }));
}

/** Which flags are asked for; what is left out does not narrow, an empty list matches nothing. */
export interface FlagFilter {
  readonly feed?: string | undefined;
  readonly indicator?: string | undefined;
  readonly area?: string | undefined;
  readonly rule?: string | undefined;
  readonly subject?: StoredFlag["subject"] | undefined;
  readonly states?: readonly StoredFlag["state"][] | undefined;
  /** Days (ISO, inclusive) within which the period ends. */
  readonly ended?: { readonly from: string; readonly to: string } | undefined;
  /** Areas that are not to be told of. */
  readonly notAreas?: readonly string[] | undefined;
}

/** A page of flags, the newest first; `after` is the last of the page before. */
export async function listFlags(
  tx: ReadTx,
  filter: FlagFilter,
  page: { readonly limit: number; readonly after?: Pick<StoredFlag, "raisedSeq" | "id"> | undefined },
): Promise<StoredFlag[]> {
  const { qualityFlag: f } = tx.schema;
  const { after, limit } = page;
  const older =
    after && or(lt(f.raisedSeq, after.raisedSeq), and(eq(f.raisedSeq, after.raisedSeq), lt(f.id, after.id)));
  return await tx.db
    .select()
    .from(f)
    .where(and(conditionOf(tx, filter), older))
    .orderBy(desc(f.raisedSeq), desc(f.id))
    .limit(limit);
}

/** Flags by state, and by what `groupBy` names. */
export interface FlagCount {
  readonly group: string;
  /** Month the period ends in, such as `2024-09`; the empty text where it was not asked for. */
  readonly month: string;
  readonly state: StoredFlag["state"];
  readonly flags: number;
}

/** How many flags match, by state and the columns asked for. */
export async function countFlags(
  tx: ReadTx,
  filter: FlagFilter,
  by: { readonly group?: "rule" | "indicator" | "feed" | undefined; readonly months?: boolean } = {},
): Promise<FlagCount[]> {
  const { qualityFlag: f } = tx.schema;
  const group = by.group === undefined ? sql<string>`''` : sql<string>`coalesce(${f[by.group]}, '')`;
  const month = by.months === true ? sql<string>`substr(${f.periodEnd}, 1, 7)` : sql<string>`''`;
  const rows = await tx.db
    .select({ group, month, state: f.state, flags: count() })
    .from(f)
    .where(conditionOf(tx, filter))
    .groupBy(...(by.group === undefined ? [] : [f[by.group]]), ...(by.months === true ? [month] : []), f.state);
  return rows.map((row) => ({ ...row, flags: Number(row.flags) }));
}

function conditionOf(tx: ReadTx, filter: FlagFilter): SQL | undefined {
  const { qualityFlag: f } = tx.schema;
  const { feed, indicator, area, rule, subject, states, ended, notAreas } = filter;
  return and(
    feed === undefined ? undefined : eq(f.feed, feed),
    indicator === undefined ? undefined : eq(f.indicator, indicator),
    area === undefined ? undefined : eq(f.area, area),
    rule === undefined ? undefined : eq(f.rule, rule),
    subject === undefined ? undefined : eq(f.subject, subject),
    states === undefined ? undefined : inArray(f.state, [...states]),
    ended === undefined ? undefined : sql`${f.periodEnd} BETWEEN ${ended.from} AND ${ended.to}`,
    notAreas === undefined || notAreas.length === 0 ? undefined : sql`${f.area} NOT IN ${[...notAreas]}`,
  );
}
