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
const FOUND = `SELECT s.id AS "id", s.indicator AS "indicator", s.area AS "area", s.breakdown_key AS "breakdownKey",
     s.scenario AS "scenario", s.period_type AS "periodType", s.origin AS "origin",
     (SELECT min(o.ordinal) FROM observation o WHERE o.series_id = s.id) AS "first",
     (SELECT max(o.ordinal) FROM observation o WHERE o.series_id = s.id) AS "last"
   FROM {rows} JOIN series s ON s.indicator = v.indicator`;

const ofIndicator = defineStatement<FoundExtent>()("series_extents", { indicator: "text" }, FOUND);
const inArea = defineStatement<FoundExtent>()(
  "series_extents_in_area",
  { indicator: "text", area: "text" },
  `${FOUND} AND s.area = v.area`,
);

/** How far each stored series of an indicator reaches, in one area where it is given, in order of number; series without cells are left out. */
export async function seriesExtents(
  tx: ReadTx,
  indicator: string,
  area: string | null = null,
): Promise<SeriesExtent[]> {
  const rows =
    area === null
      ? await tx.statements.all(ofIndicator, [{ indicator }])
      : await tx.statements.all(inArea, [{ indicator, area }]);
  const extents = rows.flatMap(({ first, last, ...own }) =>
    first === null || last === null ? [] : [{ ...own, first, last }],
  );
  return extents.sort((a, b) => a.id - b.id);
}
