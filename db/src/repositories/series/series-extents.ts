import { defineStatement } from "../../statement/index.ts";
import type { ReadTx } from "../../unit-of-work.ts";
import type { Series } from "./series.ts";

/** A series with the first and last period that has a cell, whatever the cell says. */
export interface SeriesExtent extends Series {
  readonly first: number;
  readonly last: number;
}

type FoundExtent = Series & { readonly first: number | null; readonly last: number | null };

/** First and last are looked up at the two ends of a series' cells, so that its length costs nothing. */
const extentsOf = defineStatement<FoundExtent>()(
  "series_extents",
  { indicator: "text" },
  `SELECT s.id AS "id", s.indicator AS "indicator", s.area AS "area", s.breakdown_key AS "breakdownKey",
     s.scenario AS "scenario", s.period_type AS "periodType", s.origin AS "origin",
     (SELECT min(o.ordinal) FROM observation o WHERE o.series_id = s.id) AS "first",
     (SELECT max(o.ordinal) FROM observation o WHERE o.series_id = s.id) AS "last"
   FROM {rows} JOIN series s ON s.indicator = v.indicator`,
);

/** How far each stored series of an indicator reaches, in order of number; series without cells are left out. */
export async function seriesExtents(tx: ReadTx, indicator: string): Promise<SeriesExtent[]> {
  const rows = await tx.statements.all(extentsOf, [{ indicator }]);
  const extents = rows.flatMap(({ first, last, ...own }) =>
    first === null || last === null ? [] : [{ ...own, first, last }],
  );
  return extents.sort((a, b) => a.id - b.id);
}
