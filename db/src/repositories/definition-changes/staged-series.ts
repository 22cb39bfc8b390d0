import { and, asc, eq, gte, isNotNull } from "drizzle-orm";
import { defineStatement } from "../../statement/index.ts";
import type { ReadTx, WriteTx } from "../../unit-of-work.ts";
import { inChunks } from "../in-chunks.ts";
import type { SeriesExtent } from "../series/index.ts";

type Row = ReadTx["schema"]["stagedSeries"]["$inferSelect"];

/** A computed series of a change: scenario actual, origin computed. */
export interface StagedSeries extends Row {}

/** What identifies one within its change. */
export type StagedSeriesKey = Pick<StagedSeries, "indicator" | "area" | "breakdownKey" | "periodType">;

/** A series to walk over: its place in the order of computing, and its run of periods. */
export interface WalkedSeries extends StagedSeriesKey {
  readonly walk: number;
  readonly first: number;
  readonly last: number;
}

/** Stores the series of an indicator that are to be walked over. */
export async function insertWalk(tx: WriteTx, change: string, series: readonly WalkedSeries[]): Promise<void> {
  await inChunks(series, (part) => tx.db.insert(tx.schema.stagedSeries).values(part.map((it) => ({ ...it, change }))));
}

/** Series of an indicator to walk over, from a position on, in order. */
export async function readWalk(
  tx: ReadTx,
  of: { readonly change: string; readonly indicator: string; readonly from: number; readonly limit: number },
): Promise<(StagedSeries & WalkedSeries)[]> {
  const { stagedSeries: s } = tx.schema;
  const rows = await tx.db
    .select()
    .from(s)
    .where(and(eq(s.change, of.change), eq(s.indicator, of.indicator), isNotNull(s.walk), gte(s.walk, of.from)))
    .orderBy(asc(s.walk))
    .limit(of.limit);
  return rows.flatMap((row) => {
    const { walk, first, last } = row;
    return walk === null || first === null || last === null ? [] : [{ ...row, walk, first, last }];
  });
}

/** Every staged series of an indicator, in key order. */
export async function listStagedSeries(tx: ReadTx, change: string, indicator: string): Promise<StagedSeries[]> {
  const { stagedSeries: s } = tx.schema;
  return await tx.db
    .select()
    .from(s)
    .where(and(eq(s.change, change), eq(s.indicator, indicator)))
    .orderBy(asc(s.area), asc(s.breakdownKey));
}

const KEY = { change: "text", indicator: "text", area: "text", breakdownKey: "text", periodType: "text" } as const;

const lookUp = defineStatement<{ readonly at: number; readonly id: number }>()(
  "look_up_staged_series",
  { at: "int", ...KEY },
  `SELECT v.at AS "at", s.id AS "id" FROM {rows} JOIN staged_series s
   ON s.change_id = v.change AND s.indicator = v.indicator AND s.area = v.area AND s.breakdown_key = v."breakdownKey"`,
);
const insert = defineStatement<never>()(
  "insert_staged_series",
  KEY,
  `INSERT INTO staged_series (change_id, indicator, area, breakdown_key, period_type)
   SELECT v.change, v.indicator, v.area, v."breakdownKey", v."periodType" FROM {rows}
   WHERE true ON CONFLICT DO NOTHING`,
);

/** Numbers of the series in the order of `keys`; one that does not exist is made, beside the walk. Keys do not repeat. */
export async function resolveStagedSeries(
  tx: WriteTx,
  change: string,
  keys: readonly StagedSeriesKey[],
): Promise<number[]> {
  const asked = keys.map((key, at) => ({ ...key, change, at }));
  const known = new Map((await tx.statements.all(lookUp, asked)).map(({ at, id }) => [at, id]));
  const absent = asked.filter(({ at }) => !known.has(at));
  if (absent.length > 0) {
    await tx.statements.run(insert, absent);
    for (const { at, id } of await tx.statements.all(lookUp, absent)) known.set(at, id);
  }
  return keys.map((key, at) => {
    const id = known.get(at);
    if (id === undefined) throw new Error(`Staged series was not made: ${JSON.stringify(key)}`);
    return id;
  });
}

const extents = defineStatement<StagedSeries & { readonly first: number | null; readonly last: number | null }>()(
  "staged_extents",
  { change: "text", indicator: "text" },
  `SELECT s.id AS "id", s.indicator AS "indicator", s.area AS "area", s.breakdown_key AS "breakdownKey",
     s.period_type AS "periodType",
     (SELECT min(c.ordinal) FROM staged_cell c WHERE c.series_id = s.id AND c.live = 1) AS "first",
     (SELECT max(c.ordinal) FROM staged_cell c WHERE c.series_id = s.id AND c.live = 1) AS "last"
   FROM {rows} JOIN staged_series s ON s.change_id = v.change AND s.indicator = v.indicator
   ORDER BY s.id`,
);

/** How far the staged cells of an indicator reach; cells that are no more are left out. */
export async function stagedExtents(tx: ReadTx, change: string, indicator: string): Promise<SeriesExtent[]> {
  const found = await tx.statements.all(extents, [{ change, indicator }]);
  return found.flatMap(({ first, last, id, area, breakdownKey, periodType }) =>
    first === null || last === null
      ? []
      : [{ id, indicator, area, breakdownKey, periodType, scenario: "actual", origin: "computed", first, last }],
  );
}
