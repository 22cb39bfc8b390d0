import { defineStatement } from "../../statement/index.ts";
import type { ReadTx } from "../../unit-of-work.ts";
import type { CellKey } from "./observation.ts";

const latestWithCoverage = defineStatement<CellKey>()(
  "latest_with_coverage",
  { seriesId: "bigint" },
  `SELECT l."seriesId" AS "seriesId", l."ordinal" AS "ordinal" FROM (
     SELECT v."seriesId" AS "seriesId", (
       SELECT max(o.ordinal) FROM observation o WHERE o.series_id = v."seriesId" AND o.coverage_have > 0
     ) AS "ordinal" FROM {rows}
   ) l WHERE l."ordinal" IS NOT NULL`,
);

/** Per series the latest period in which a whole has some of its parts, a number or not; series without one are left out. */
export async function latestWholes(tx: ReadTx, seriesIds: readonly number[]): Promise<Map<number, number>> {
  const found = await tx.statements.all(
    latestWithCoverage,
    seriesIds.map((seriesId) => ({ seriesId })),
  );
  return new Map(found.map(({ seriesId, ordinal }) => [seriesId, ordinal]));
}
