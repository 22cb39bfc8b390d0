import { stagedExtents } from "@bochiso/db/repositories/definition-changes";
import { type SeriesExtent, seriesExtents } from "@bochiso/db/repositories/series";
import type { ReadTx } from "@bochiso/db/store";
import { AreaCode } from "@bochiso/shared/area";
import type { BreakdownKey } from "@bochiso/shared/breakdown";
import type { StoredSeries } from "@bochiso/shared/graph";

/** How far the series of an indicator reach under a change: reported ones, and of its cone the staged ones. */
export function extentsUnder(change: string, cone: ReadonlySet<string>) {
  return async (tx: ReadTx, indicator: string): Promise<readonly SeriesExtent[]> => {
    const inForce = await seriesExtents(tx, indicator);
    if (!cone.has(indicator)) return inForce;
    const reported = inForce.filter(({ origin }) => origin === "reported");
    return [...reported, ...(await stagedExtents(tx, change, indicator))];
  };
}

/** A stored extent as the graph addresses it. */
export function storedSeries({ area, breakdownKey, periodType, first, last }: SeriesExtent): StoredSeries {
  return { area: AreaCode.parse(area), breakdown: breakdownKey as BreakdownKey, periodType, first, last };
}
