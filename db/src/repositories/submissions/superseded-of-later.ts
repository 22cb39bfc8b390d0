import { and, eq, gt, sql } from "drizzle-orm";
import type { ReadTx } from "../../unit-of-work.ts";
import type { ChangedSeriesCell } from "../observations/changed-since.ts";

/**
 * Cells of which a commit superseded a value of a submission of the feed that was received after a moment (ISO instant), at
 * most `limit`: the moment is shortly before the commit, so that there are few, or none.
 */
export async function supersededOfLater(
  tx: ReadTx,
  asked: {
    readonly feed: string;
    readonly receivedAt: string;
    readonly supersededSeq: number;
    readonly limit: number;
  },
): Promise<ChangedSeriesCell[]> {
  const { submission: s, submissionHold: h, observationRevision: r, series } = tx.schema;
  const ofLater = and(
    eq(r.commitSeq, sql`COALESCE(${h.decisionSeq}, ${s.commitSeq})`),
    eq(r.supersededSeq, asked.supersededSeq),
  );
  return await tx.db
    .select({
      indicator: series.indicator,
      area: series.area,
      breakdownKey: series.breakdownKey,
      scenario: series.scenario,
      periodType: series.periodType,
      origin: series.origin,
      ordinal: r.ordinal,
    })
    .from(s)
    .leftJoin(h, eq(h.submission, s.id))
    .innerJoin(r, ofLater)
    .innerJoin(series, and(eq(series.id, r.seriesId), eq(series.origin, "reported")))
    .where(and(eq(s.feed, asked.feed), gt(s.receivedAt, asked.receivedAt)))
    .limit(asked.limit);
}
