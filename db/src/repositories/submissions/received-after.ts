import { and, eq, gt, sql } from "drizzle-orm";
import type { ReadTx } from "../../unit-of-work.ts";
import type { ChangedSeriesCell } from "../observations/changed-since.ts";

/**
 * Cells that hold a value of a submission of the feed which was received after a moment (ISO instant), at most `limit`: the
 * moment is past, so that there are few, or none.
 */
export async function cellsReceivedAfter(
  tx: ReadTx,
  { feed, receivedAt, limit }: { readonly feed: string; readonly receivedAt: string; readonly limit: number },
): Promise<ChangedSeriesCell[]> {
  const { submission: s, submissionHold: h, observation: o, series } = tx.schema;
  return await tx.db
    .select({
      indicator: series.indicator,
      area: series.area,
      breakdownKey: series.breakdownKey,
      scenario: series.scenario,
      periodType: series.periodType,
      origin: series.origin,
      ordinal: o.ordinal,
    })
    .from(s)
    .leftJoin(h, eq(h.submission, s.id))
    .innerJoin(o, eq(o.commitSeq, sql`COALESCE(${h.decisionSeq}, ${s.commitSeq})`))
    .innerJoin(series, and(eq(series.id, o.seriesId), eq(series.origin, "reported")))
    .where(and(eq(s.feed, feed), gt(s.receivedAt, receivedAt)))
    .limit(limit);
}
