import { and, eq, gt } from "drizzle-orm";
import type { ReadTx } from "../../unit-of-work.ts";
import type { SeriesKey } from "../series/series.ts";

/** A cell by its series and the ordinal of its period. */
export interface ChangedSeriesCell extends SeriesKey {
  readonly ordinal: number;
}

/** The cells that changed after commit `seq`, each once; null where there are more than `limit`. */
export async function changedSince(tx: ReadTx, seq: number, limit: number): Promise<ChangedSeriesCell[] | null> {
  const { series, observation: o } = tx.schema;
  const found = await tx.db
    .select({
      indicator: series.indicator,
      area: series.area,
      breakdownKey: series.breakdownKey,
      scenario: series.scenario,
      periodType: series.periodType,
      origin: series.origin,
      ordinal: o.ordinal,
    })
    .from(o)
    .crossJoin(series)
    .where(and(gt(o.commitSeq, seq), eq(series.id, o.seriesId)))
    .limit(limit + 1);
  return found.length > limit ? null : found;
}
