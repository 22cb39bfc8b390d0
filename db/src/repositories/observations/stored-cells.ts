import { asc, eq } from "drizzle-orm";
import type { ReadTx } from "../../unit-of-work.ts";
import type { Series } from "../series/series.ts";

/** A stored series with the ordinals of its cells, ascending, whatever the cells say. */
export interface StoredCells extends Series {
  readonly ordinals: readonly number[];
}

/** Every stored cell of an indicator by series, in order of number; series without cells are left out. */
export async function storedCells(tx: ReadTx, indicator: string): Promise<StoredCells[]> {
  const { series, observation } = tx.schema;
  const own = await tx.db.select().from(series).where(eq(series.indicator, indicator)).orderBy(asc(series.id));
  const rows = await tx.db
    .select({ id: observation.seriesId, ordinal: observation.ordinal })
    .from(series)
    .innerJoin(observation, eq(observation.seriesId, series.id))
    .where(eq(series.indicator, indicator))
    .orderBy(asc(observation.seriesId), asc(observation.ordinal));
  const byId = Map.groupBy(rows, ({ id }) => id);
  return own.flatMap((each) => {
    const cells = byId.get(each.id);
    return cells === undefined ? [] : [{ ...each, ordinals: cells.map(({ ordinal }) => ordinal) }];
  });
}
