import { defineStatement } from "../../statement/index.ts";
import type { ReadTx } from "../../unit-of-work.ts";
import type { CellKey } from "./observation.ts";

const latestWithNumber = defineStatement<CellKey>()(
  "latest_with_number",
  { seriesId: "bigint", until: "int" },
  `SELECT l."seriesId" AS "seriesId", l."ordinal" AS "ordinal" FROM (
     SELECT v."seriesId" AS "seriesId", (
       SELECT max(o.ordinal) FROM observation o
       WHERE o.series_id = v."seriesId" AND o.ordinal <= v."until" AND o.value IS NOT NULL
     ) AS "ordinal" FROM {rows}
   ) l WHERE l."ordinal" IS NOT NULL`,
);

const LAST_ORDINAL = 2 ** 31 - 1;

/** Per series the latest period whose current value is a number; series without one are left out. */
export async function latestPeriods(tx: ReadTx, seriesIds: readonly number[]): Promise<Map<number, number>> {
  return await latestPeriodsUntil(
    tx,
    seriesIds.map((seriesId) => ({ seriesId, until: LAST_ORDINAL })),
  );
}

/** Per series the latest period, not after its own `until`, whose current value is a number; series without one are left out. */
export async function latestPeriodsUntil(
  tx: ReadTx,
  asked: readonly { readonly seriesId: number; readonly until: number }[],
): Promise<Map<number, number>> {
  const found = await tx.statements.all(latestWithNumber, asked);
  return new Map(found.map(({ seriesId, ordinal }) => [seriesId, ordinal]));
}
