import type { Scenario } from "@bochiso/shared/observation";
import type { PeriodType } from "@bochiso/shared/period";
import { and, asc, eq, gt, type SQL, sql } from "drizzle-orm";
import type { ReadTx } from "../../unit-of-work.ts";
import { type SeriesFilter, seriesCondition } from "../series/find-series.ts";
import type { SeriesKey } from "../series/series.ts";
import { contentOf } from "./content-of.ts";
import type { Observation } from "./observation.ts";
import { type OrdinalColumn, type PeriodBound, periodCondition } from "./period-condition.ts";

/** A value with the series it belongs to. */
export interface ListedObservation extends SeriesKey, Observation {}

/** The last cell of a page: the next one starts after it. */
export interface ListCursor {
  readonly indicator: string;
  readonly area: string;
  readonly breakdownKey: string;
  readonly scenario: Scenario;
  readonly periodType: PeriodType;
  readonly ordinal: number;
}

export interface ListFilter extends SeriesFilter {
  /**
   * Bounds of the period (ordinals, inclusive) per period type; other types are left out. Not
   * given: every period.
   */
  readonly periods?: readonly PeriodBound[] | undefined;
  /** Values as they stood after this commit; not given: the current ones. */
  readonly asOf?: number | undefined;
  readonly after?: ListCursor | undefined;
  /** Cells at most; a cell has at most one row per origin and is never cut in two. */
  readonly limit: number;
}

export interface ListPage {
  readonly observations: readonly ListedObservation[];
  readonly next: ListCursor | null;
}

/** Values sorted by indicator, area, breakdown, scenario, period type, period, origin (`computed` first). */
export async function listObservations(tx: ReadTx, filter: ListFilter): Promise<ListPage> {
  // Two origins to a cell, and one cell more to know whether the list goes on.
  const rows = 2 * (filter.limit + 1);
  const found = await readFrom(tx, "observation", filter, rows);
  if (filter.asOf !== undefined) {
    found.push(...(await readFrom(tx, "observationRevision", filter, rows)));
    found.sort(inListOrder);
  }
  return cutPage(found, filter.limit);
}

async function readFrom(
  tx: ReadTx,
  table: "observation" | "observationRevision",
  filter: ListFilter,
  limit: number,
): Promise<ListedObservation[]> {
  const { series } = tx.schema;
  const o = tx.schema[table];
  const rows = await tx.db
    .select({ series, o })
    .from(series)
    // A cross join keeps SQLite to this order: series by their index, then their values, without a sort of everything.
    .crossJoin(o)
    .where(
      and(
        eq(o.seriesId, series.id),
        seriesCondition(tx, filter),
        periodCondition(tx, o.ordinal, filter.periods),
        filter.after && afterCondition(tx, o.ordinal, filter.after),
        // The plus keeps the index of commits out of it: nearly every commit lies before `asOf`.
        filter.asOf === undefined ? undefined : sql`+${o.commitSeq} <= ${filter.asOf}`,
        table === "observationRevision" && filter.asOf !== undefined
          ? gt(tx.schema.observationRevision.supersededSeq, filter.asOf)
          : undefined,
      ),
    )
    .orderBy(
      asc(series.indicator),
      asc(series.area),
      asc(series.breakdownKey),
      asc(series.scenario),
      asc(series.periodType),
      asc(o.ordinal),
      asc(series.origin),
    )
    .limit(limit);
  return rows.map((row) => ({ ...row.series, ...contentOf(row.o) }));
}

/** The second comparison repeats the part that the index of series can answer. */
function afterCondition(tx: ReadTx, ordinal: OrdinalColumn, after: ListCursor): SQL {
  const { series: s } = tx.schema;
  const key = sql`${s.indicator}, ${s.area}, ${s.breakdownKey}, ${s.scenario}, ${s.periodType}`;
  const at = sql`${after.indicator}, ${after.area}, ${after.breakdownKey}, ${after.scenario}, ${after.periodType}`;
  return sql`(${key}, ${ordinal}) > (${at}, ${after.ordinal}) AND (${key}) >= (${at})`;
}

function cutPage(rows: readonly ListedObservation[], limit: number): ListPage {
  const observations: ListedObservation[] = [];
  let cells = 0;
  let last: ListedObservation | undefined;
  for (const row of rows) {
    if (!last || compareCells(last, row) !== 0) cells += 1;
    if (cells > limit) return { observations, next: last ? cursorOf(last) : null };
    observations.push(row);
    last = row;
  }
  return { observations, next: null };
}

function cursorOf({ indicator, area, breakdownKey, scenario, periodType, ordinal }: ListedObservation): ListCursor {
  return { indicator, area, breakdownKey, scenario, periodType, ordinal };
}

function inListOrder(a: ListedObservation, b: ListedObservation): number {
  return compareCells(a, b) || compareTexts(a.origin, b.origin);
}

function compareCells(a: ListedObservation, b: ListedObservation): number {
  return (
    compareTexts(a.indicator, b.indicator) ||
    compareTexts(a.area, b.area) ||
    compareTexts(a.breakdownKey, b.breakdownKey) ||
    compareTexts(a.scenario, b.scenario) ||
    compareTexts(a.periodType, b.periodType) ||
    a.ordinal - b.ordinal
  );
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
