import { defineStatement } from "../../statement/index.ts";
import type { ReadTx } from "../../unit-of-work.ts";
import type { CellKey } from "./observation.ts";

const firstWithNumber = defineStatement<CellKey>()(
  "first_with_number",
  { seriesId: "bigint" },
  `SELECT l."seriesId" AS "seriesId", l."ordinal" AS "ordinal" FROM (
     SELECT v."seriesId" AS "seriesId", (
       SELECT min(o.ordinal) FROM observation o WHERE o.series_id = v."seriesId" AND o.value IS NOT NULL
     ) AS "ordinal" FROM {rows}
   ) l WHERE l."ordinal" IS NOT NULL`,
);

/** Per series the first period whose current value is a number; series without one are left out. */
export async function firstPeriods(tx: ReadTx, seriesIds: readonly number[]): Promise<Map<number, number>> {
  const found = await tx.statements.all(
    firstWithNumber,
    seriesIds.map((seriesId) => ({ seriesId })),
  );
  return new Map(found.map(({ seriesId, ordinal }) => [seriesId, ordinal]));
}
