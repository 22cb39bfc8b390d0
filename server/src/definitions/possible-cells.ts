import { type SeriesExtent, seriesExtents } from "@bochiso/db/repositories/series";
import type { ReadTx } from "@bochiso/db/store";
import { type PossibleSeries, possibleSeries } from "@bochiso/shared/graph";
import { IndicatorCode } from "@bochiso/shared/indicator";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { withStoredExtents } from "../compute/stored-extents.ts";
import { storedSeries } from "./staged-extents.ts";

/** Reads how far the series of an indicator reach. */
export type ReadExtents = (tx: ReadTx, indicator: string) => Promise<readonly SeriesExtent[]>;

/**
 * Every series of an indicator that can have a computed cell, and those that have one in force, parts before wholes. Costs
 * what the series of its operands cost, not their cells.
 */
export async function possibleCells(
  tx: ReadTx,
  catalogue: Catalogue,
  { indicator, read }: { indicator: string; read: ReadExtents },
): Promise<PossibleSeries[]> {
  const { graph, space, definitions } = catalogue;
  const known = new Map<string, readonly SeriesExtent[]>();
  const once: ReadExtents = async (from, code) => {
    const found = known.get(code) ?? (await read(from, code));
    known.set(code, found);
    return found;
  };
  const operands = graph.ruleOf.get(indicator)?.operands.map(({ operand }) => String(operand.code)) ?? [];
  for (const code of new Set([indicator, ...operands])) await once(tx, code);
  const typeOf = (code: string) => definitions.get(code)?.periodType;
  const inForce = (await seriesExtents(tx, indicator)).filter(({ origin }) => origin === "computed");
  const ofType = (it: SeriesExtent): boolean => it.periodType === typeOf(it.indicator);
  const own = known.get(indicator)?.filter((it) => it.origin === "reported" && it.scenario === "actual") ?? [];
  return withStoredExtents(
    tx,
    typeOf,
    (stored) =>
      possibleSeries({
        graph,
        indicator: IndicatorCode.parse(indicator),
        space,
        stored,
        seriesOf: (operand, scenario) =>
          (known.get(operand) ?? []).filter((it) => it.scenario === scenario).map(storedSeries),
        own: own.filter(ofType).map(storedSeries),
        kept: inForce.filter(ofType).map(storedSeries),
      }),
    once,
  );
}

/** Number of cells of some series. */
export function countCells(series: readonly PossibleSeries[]): number {
  return series.reduce((count, { first, last }) => count + last - first + 1, 0);
}
