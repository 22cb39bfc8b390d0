import { and, asc, eq } from "drizzle-orm";
import type { ReadTx } from "../../unit-of-work.ts";
import { contentOf } from "./content-of.ts";
import type { HistoricObservation } from "./observation.ts";

/** Every revision of one cell, the first one first; the last one is current. */
export async function readHistory(tx: ReadTx, seriesId: number, ordinal: number): Promise<HistoricObservation[]> {
  const { observation, observationRevision } = tx.schema;
  const superseded = await tx.db
    .select()
    .from(observationRevision)
    .where(and(eq(observationRevision.seriesId, seriesId), eq(observationRevision.ordinal, ordinal)))
    .orderBy(asc(observationRevision.revision));
  const current = await tx.db
    .select()
    .from(observation)
    .where(and(eq(observation.seriesId, seriesId), eq(observation.ordinal, ordinal)));
  return [
    ...superseded.map((row) => ({ ...contentOf(row), supersededSeq: row.supersededSeq })),
    ...current.map((row) => ({ ...contentOf(row), supersededSeq: null })),
  ];
}
