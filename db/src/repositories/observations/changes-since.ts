import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { ReadTx } from "../../unit-of-work.ts";
import { type SeriesFilter, seriesCondition } from "../series/find-series.ts";
import type { SeriesKey } from "../series/series.ts";
import { contentOf } from "./content-of.ts";
import type { HistoricObservation } from "./observation.ts";
import { type PeriodBound, periodCondition } from "./period-condition.ts";

/** A revision with the series it belongs to. */
export interface Change extends SeriesKey, HistoricObservation {}

/** After which change to go on; `{ commitSeq }` alone is after everything of that commit. */
export interface ChangeCursor {
  readonly commitSeq: number;
  readonly seriesId?: number;
  readonly ordinal?: number;
  readonly revision?: number;
}

export interface ChangesPage {
  readonly changes: readonly Change[];
  /** Where to go on; null when nothing is left in this snapshot. */
  readonly next: Required<ChangeCursor> | null;
}

const ALL_OF_COMMIT = { seriesId: Number.MAX_SAFE_INTEGER, ordinal: 0, revision: 0 };

/**
 * Every revision ever appended, exactly once, in the order (commit, series, period, revision),
 * superseded ones included.
 */
export async function changesSince(
  tx: ReadTx,
  options: {
    readonly after: ChangeCursor;
    readonly limit: number;
    readonly filter?: SeriesFilter;
    /** Not given: every period. */
    readonly periods?: readonly PeriodBound[] | undefined;
  },
): Promise<ChangesPage> {
  const after = { ...ALL_OF_COMMIT, ...options.after };
  const ofSeries = seriesCondition(tx, options.filter ?? {});
  const within = (o: Revisions): SQL | undefined => and(ofSeries, periodCondition(tx, o.ordinal, options.periods));
  // One more than asked from each table: their merged beginning is complete, and shows whether more is left.
  const limit = options.limit + 1;
  const current = await readCurrent(tx, after, within(tx.schema.observation), limit);
  const superseded = await readSuperseded(tx, after, within(tx.schema.observationRevision), limit);
  const merged = [...current, ...superseded].sort(inOrder);
  const changes = merged.slice(0, options.limit);
  const last = changes.at(-1);
  return { changes, next: last && merged.length > options.limit ? cursorOf(last) : null };
}

type Revisions = ReadTx["schema"]["observation"] | ReadTx["schema"]["observationRevision"];

function isAfter(o: Revisions, { commitSeq, seriesId, ordinal, revision }: Required<ChangeCursor>): SQL {
  return sql`(${o.commitSeq}, ${o.seriesId}, ${o.ordinal}, ${o.revision}) > (${commitSeq}, ${seriesId}, ${ordinal}, ${revision})`;
}

// A cross join keeps SQLite to the order of commits, whatever the filter on series.
async function readCurrent(tx: ReadTx, after: Required<ChangeCursor>, condition: SQL | undefined, limit: number) {
  const { series, observation: o } = tx.schema;
  const rows = await tx.db
    .select({ series, o })
    .from(o)
    .crossJoin(series)
    .where(and(eq(series.id, o.seriesId), isAfter(o, after), condition))
    .orderBy(asc(o.commitSeq), asc(o.seriesId), asc(o.ordinal))
    .limit(limit);
  return rows.map((row): Change => ({ ...row.series, ...contentOf(row.o), supersededSeq: null }));
}

async function readSuperseded(tx: ReadTx, after: Required<ChangeCursor>, condition: SQL | undefined, limit: number) {
  const { series, observationRevision: o } = tx.schema;
  const rows = await tx.db
    .select({ series, o })
    .from(o)
    .crossJoin(series)
    .where(and(eq(series.id, o.seriesId), isAfter(o, after), condition))
    .orderBy(asc(o.commitSeq), asc(o.seriesId), asc(o.ordinal), asc(o.revision))
    .limit(limit);
  return rows.map((row): Change => ({ ...row.series, ...contentOf(row.o), supersededSeq: row.o.supersededSeq }));
}

function inOrder(a: Change, b: Change): number {
  return a.commitSeq - b.commitSeq || a.seriesId - b.seriesId || a.ordinal - b.ordinal || a.revision - b.revision;
}

function cursorOf({ commitSeq, seriesId, ordinal, revision }: Change): Required<ChangeCursor> {
  return { commitSeq, seriesId, ordinal, revision };
}
