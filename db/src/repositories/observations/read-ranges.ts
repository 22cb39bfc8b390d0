import { defineStatement } from "../../statement/index.ts";
import type { ReadTx } from "../../unit-of-work.ts";
import type { CellKey, Observation, SeriesRange } from "./observation.ts";
import { SELECT_OBSERVATION } from "./observation-columns.ts";

const currentInRange = defineStatement<Observation>()(
  "current_in_range",
  { seriesId: "bigint", from: "int", to: "int" },
  `SELECT ${SELECT_OBSERVATION} FROM {rows}
   JOIN observation o ON o.series_id = v."seriesId" AND o.ordinal BETWEEN v."from" AND v."to"
   ORDER BY o.series_id, o.ordinal`,
);

const asOfInRange = defineStatement<Observation>()(
  "as_of_in_range",
  { seriesId: "bigint", from: "int", to: "int", asOf: "bigint" },
  `WITH v AS (SELECT * FROM {rows})
   SELECT ${SELECT_OBSERVATION} FROM v
   JOIN observation o ON o.series_id = v."seriesId" AND o.ordinal BETWEEN v."from" AND v."to"
   WHERE o.commit_seq <= v."asOf"
   UNION ALL
   SELECT ${SELECT_OBSERVATION} FROM v
   JOIN observation_revision o ON o.series_id = v."seriesId" AND o.ordinal BETWEEN v."from" AND v."to"
   WHERE o.commit_seq <= v."asOf" AND o.superseded_seq > v."asOf"`,
);

/** Current values within the ranges, sorted by series and period. Ranges should not overlap. */
export async function readRanges(tx: ReadTx, ranges: readonly SeriesRange[]): Promise<Observation[]> {
  return await tx.statements.all(currentInRange, inOrder(ranges));
}

/** Values within the ranges as they stood after commit `asOf`, sorted by series and period. */
export async function readAsOf(tx: ReadTx, ranges: readonly SeriesRange[], asOf: number): Promise<Observation[]> {
  const found = await tx.statements.all(
    asOfInRange,
    ranges.map((range) => ({ ...range, asOf })),
  );
  return found.sort(byCell);
}

function inOrder(ranges: readonly SeriesRange[]): SeriesRange[] {
  return [...ranges].sort((a, b) => a.seriesId - b.seriesId || a.from - b.from);
}

function byCell(a: CellKey, b: CellKey): number {
  return a.seriesId - b.seriesId || a.ordinal - b.ordinal;
}
