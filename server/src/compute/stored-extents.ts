import { type SeriesExtent, seriesExtents } from "@bochiso/db/repositories/series";
import type { ReadTx } from "@bochiso/db/store";
import { AreaCode } from "@bochiso/shared/area";
import type { BreakdownKey } from "@bochiso/shared/breakdown";
import type { SeriesAddress } from "@bochiso/shared/formula";
import type { OrdinalRange, StoredExtent } from "@bochiso/shared/graph";
import type { IndicatorCode } from "@bochiso/shared/indicator";

/** Planning asked for the extent of an indicator that was not loaded yet. */
class ExtentNeeded extends Error {
  readonly indicator: string;

  constructor(indicator: string) {
    super(`extent of ${indicator}`);
    this.indicator = indicator;
  }
}

/** The extents loaded so far; asking for another one interrupts the planning. */
class LoadedExtents implements StoredExtent {
  readonly #series = new Map<string, readonly SeriesExtent[]>();

  add(indicator: string, series: readonly SeriesExtent[]): void {
    this.#series.set(indicator, series);
  }

  areasOf(indicator: IndicatorCode): readonly AreaCode[] {
    const areas = new Set(
      this.#of(indicator)
        .filter((it) => it.scenario === "actual")
        .map((it) => it.area),
    );
    return [...areas].sort().map((area) => AreaCode.parse(area));
  }

  breakdownsOf(indicator: IndicatorCode, area: AreaCode): readonly BreakdownKey[] {
    const own = this.#of(indicator).filter((it) => it.scenario === "actual" && it.area === area);
    return [...new Set(own.map((it) => it.breakdownKey as BreakdownKey))].sort();
  }

  periodsOf(series: SeriesAddress): OrdinalRange | null {
    const own = this.#of(series.indicator).filter(
      (it) => it.area === series.area && it.breakdownKey === series.breakdown && it.scenario === series.scenario,
    );
    if (own.length === 0) return null;
    return { first: Math.min(...own.map((it) => it.first)), last: Math.max(...own.map((it) => it.last)) };
  }

  #of(indicator: string): readonly SeriesExtent[] {
    const loaded = this.#series.get(indicator);
    if (loaded === undefined) throw new ExtentNeeded(indicator);
    return loaded;
  }
}

/**
 * Runs a planning that may ask what is stored. Few changes ask; for those that do, the extent of each indicator asked for
 * is read and the planning starts anew, so that it stays a pure function of what it was given.
 */
export async function withStoredExtents<T>(
  tx: ReadTx,
  periodTypeOf: (indicator: string) => string | undefined,
  plan: (stored: StoredExtent) => T,
  read: (tx: ReadTx, indicator: string) => Promise<readonly SeriesExtent[]> = seriesExtents,
): Promise<T> {
  const extents = new LoadedExtents();
  for (;;) {
    try {
      return plan(extents);
    } catch (error) {
      if (!(error instanceof ExtentNeeded)) throw error;
      const found = await read(tx, error.indicator);
      extents.add(
        error.indicator,
        found.filter((it) => it.periodType === periodTypeOf(it.indicator)),
      );
    }
  }
}
