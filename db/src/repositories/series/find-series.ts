import type { Origin, Scenario } from "@bochiso/shared/observation";
import type { PeriodType } from "@bochiso/shared/period";
import { and, asc, type Column, inArray, notInArray, or, type SQL, sql } from "drizzle-orm";
import type { ReadTx } from "../../unit-of-work.ts";
import type { Series } from "./series.ts";

/** Each list given narrows the answer; an empty list matches nothing. */
export interface SeriesFilter {
  readonly indicators?: readonly string[] | undefined;
  readonly areas?: readonly string[] | undefined;
  readonly notAreas?: readonly string[] | undefined;
  readonly breakdownKeys?: readonly string[] | undefined;
  readonly scenarios?: readonly Scenario[] | undefined;
  readonly periodTypes?: readonly PeriodType[] | undefined;
  readonly origins?: readonly Origin[] | undefined;
  /** Blocks of cells, one of which must hold the series; an empty list matches nothing. */
  readonly within?: readonly CellBlock[] | undefined;
}

/** Every area of some indicators, those listed, or all but those listed. */
export interface CellBlock {
  readonly indicators: readonly string[];
  readonly areas?: readonly string[] | undefined;
  readonly notAreas?: readonly string[] | undefined;
}

/** Series that match, sorted by indicator, area, breakdown, scenario, period type, origin. */
export async function findSeries(tx: ReadTx, filter: SeriesFilter): Promise<Series[]> {
  const { series } = tx.schema;
  return await tx.db
    .select()
    .from(series)
    .where(seriesCondition(tx, filter))
    .orderBy(
      asc(series.indicator),
      asc(series.area),
      asc(series.breakdownKey),
      asc(series.scenario),
      asc(series.periodType),
      asc(series.origin),
    );
}

/** Series by number, in order of number. */
export async function seriesByIds(tx: ReadTx, ids: readonly number[]): Promise<Series[]> {
  const { series } = tx.schema;
  const found: Series[] = [];
  for (let at = 0; at < ids.length; at += IDS_PER_QUERY) {
    const some = ids.slice(at, at + IDS_PER_QUERY);
    found.push(...(await tx.db.select().from(series).where(inArray(series.id, some))));
  }
  return found.sort((a, b) => a.id - b.id);
}

const IDS_PER_QUERY = 10_000;

/** The filter as a condition on the table of series. */
export function seriesCondition(tx: ReadTx, filter: SeriesFilter): SQL | undefined {
  const { series } = tx.schema;
  return and(
    among(series.indicator, filter.indicators),
    among(series.area, filter.areas),
    filter.notAreas && notInArray(series.area, [...filter.notAreas]),
    among(series.breakdownKey, filter.breakdownKeys),
    among(series.scenario, filter.scenarios),
    among(series.periodType, filter.periodTypes),
    among(series.origin, filter.origins),
    withinBlocks(tx, filter.within),
  );
}

function withinBlocks(tx: ReadTx, blocks: readonly CellBlock[] | undefined): SQL | undefined {
  if (!blocks) return undefined;
  const { indicator, area } = tx.schema.series;
  const each = blocks.map(({ indicators, areas, notAreas }) =>
    and(among(indicator, indicators), among(area, areas), notAreas && notInArray(area, [...notAreas])),
  );
  return each.length === 0 ? sql`1 = 0` : or(...each);
}

function among(column: Column, values: readonly string[] | undefined): SQL | undefined {
  return values && inArray(column, [...values]);
}
