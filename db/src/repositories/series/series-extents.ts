import { eq, max, min } from "drizzle-orm";
import type { ReadTx } from "../../unit-of-work.ts";
import type { Series } from "./series.ts";

/** A series with the first and last period that has a cell, whatever the cell says. */
export interface SeriesExtent extends Series {
  readonly first: number;
  readonly last: number;
}

/** How far each stored series of an indicator reaches, in order of number; series without cells are left out. */
export async function seriesExtents(tx: ReadTx, indicator: string): Promise<SeriesExtent[]> {
  const { series, observation } = tx.schema;
  const rows = await tx.db
    .select({ series, first: min(observation.ordinal), last: max(observation.ordinal) })
    .from(series)
    .innerJoin(observation, eq(observation.seriesId, series.id))
    .where(eq(series.indicator, indicator))
    .groupBy(series.id)
    .orderBy(series.id);
  return rows.flatMap(({ series: own, first, last }) =>
    first === null || last === null ? [] : [{ ...own, first, last }],
  );
}
