import { type SeriesExtent, seriesExtents } from "@bochiso/db/repositories/series";
import type { ReadTx } from "@bochiso/db/store";
import { AreaCode } from "@bochiso/shared/area";
import type { BreakdownKey } from "@bochiso/shared/breakdown";
import type { SeriesAddress } from "@bochiso/shared/formula";
import type { OrdinalRange, StoredExtent } from "@bochiso/shared/graph";
import type { IndicatorCode } from "@bochiso/shared/indicator";

/** Reads how far the stored series of an indicator reach; of one area where it is given, or of more. */
export type ReadExtents = (tx: ReadTx, indicator: string, area: string | null) => Promise<readonly SeriesExtent[]>;

/** Planning asked for the extent of an indicator that was not loaded yet; in every area where `area` is null. */
class ExtentNeeded extends Error {
  readonly indicator: string;
  readonly area: string | null;

  constructor(indicator: string, area: string | null) {
    super(`extent of ${indicator} in ${area ?? "every area"}`);
    this.indicator = indicator;
    this.area = area;
  }
}

/** Areas of an indicator that are read one by one; a planning that asks for more reads all of them at once. */
const SINGLE_AREAS = 8;

const NOTHING: readonly SeriesExtent[] = [];

/** The extents loaded so far; asking for another one interrupts the planning. */
class LoadedExtents implements StoredExtent {
  readonly #whole = new Map<string, ReadonlyMap<string, readonly SeriesExtent[]>>();
  readonly #single = new Map<string, Map<string, readonly SeriesExtent[]>>();

  add({ indicator, area }: ExtentNeeded, series: readonly SeriesExtent[]): void {
    if (area === null) {
      this.#whole.set(
        indicator,
        Map.groupBy(series, (it) => it.area),
      );
      return;
    }
    const single = this.#single.get(indicator) ?? new Map<string, readonly SeriesExtent[]>();
    const own = series.filter((it) => it.area === area);
    this.#single.set(indicator, single.set(area, own));
  }

  areasOf(indicator: IndicatorCode): readonly AreaCode[] {
    const whole = this.#whole.get(indicator);
    if (whole === undefined) throw new ExtentNeeded(indicator, null);
    const areas = [...whole].filter(([, own]) => own.some((it) => it.scenario === "actual")).map(([area]) => area);
    return areas.sort().map((area) => AreaCode.parse(area));
  }

  breakdownsOf(indicator: IndicatorCode, area: AreaCode): readonly BreakdownKey[] {
    const own = this.#in(indicator, area).filter((it) => it.scenario === "actual");
    return [...new Set(own.map((it) => it.breakdownKey as BreakdownKey))].sort();
  }

  periodsOf(series: SeriesAddress): OrdinalRange | null {
    const own = this.#in(series.indicator, series.area).filter(
      (it) => it.breakdownKey === series.breakdown && it.scenario === series.scenario,
    );
    if (own.length === 0) return null;
    return { first: Math.min(...own.map((it) => it.first)), last: Math.max(...own.map((it) => it.last)) };
  }

  #in(indicator: string, area: string): readonly SeriesExtent[] {
    const whole = this.#whole.get(indicator);
    if (whole !== undefined) return whole.get(area) ?? NOTHING;
    const single = this.#single.get(indicator);
    const own = single?.get(area);
    if (own !== undefined) return own;
    throw new ExtentNeeded(indicator, (single?.size ?? 0) < SINGLE_AREAS ? area : null);
  }
}

/**
 * Runs a planning that may ask what is stored. Few changes ask; for those that do, the extent asked for is read and the
 * planning starts anew, so that it stays a pure function of what it was given.
 */
export async function withStoredExtents<T>(
  tx: ReadTx,
  periodTypeOf: (indicator: string) => string | undefined,
  plan: (stored: StoredExtent) => T | Promise<T>,
  read: ReadExtents = seriesExtents,
): Promise<T> {
  const extents = new LoadedExtents();
  for (;;) {
    try {
      return await plan(extents);
    } catch (error) {
      if (!(error instanceof ExtentNeeded)) throw error;
      const found = await read(tx, error.indicator, error.area);
      extents.add(
        error,
        found.filter((it) => it.periodType === periodTypeOf(it.indicator)),
      );
    }
  }
}
