import { type SeriesExtent, seriesExtents } from "@bochiso/db/repositories/series";
import type { ReadTx } from "@bochiso/db/store";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { countCells, possibleCells, type ReadExtents } from "./possible-cells.ts";

/** About how many cells each indicator of a cone will have to compute: what those before it can have is taken as had. */
export async function estimateCone(
  tx: ReadTx,
  catalogue: Catalogue,
  cone: readonly string[],
): Promise<{ indicator: string; cells: number }[]> {
  const ahead = new Map<string, readonly SeriesExtent[]>();
  const read: ReadExtents = async (from, code) => {
    const expected = ahead.get(code);
    const inForce = await seriesExtents(from, code);
    return expected === undefined ? inForce : [...inForce.filter((it) => it.origin === "reported"), ...expected];
  };
  const steps: { indicator: string; cells: number }[] = [];
  for (const indicator of cone) {
    const found = await possibleCells(tx, catalogue, { indicator, read });
    const periodType = catalogue.definitions.get(indicator)?.periodType ?? "month";
    const fixed = { id: 0, indicator, periodType, scenario: "actual", origin: "computed" } as const;
    ahead.set(
      indicator,
      found.map(({ area, breakdown, first, last }) => ({ ...fixed, area, breakdownKey: breakdown, first, last })),
    );
    steps.push({ indicator, cells: countCells(found) });
  }
  return steps;
}
