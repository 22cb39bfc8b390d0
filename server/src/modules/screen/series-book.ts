import {
  latestPeriods,
  type Observation,
  readRanges,
  type SeriesRange,
  toValue,
} from "@bochiso/db/repositories/observations";
import { findSeries, type Series, type SeriesFilter } from "@bochiso/db/repositories/series";
import type { ReadTx } from "@bochiso/db/store";
import type { CardPoint } from "@bochiso/shared/card";
import type { Origin } from "@bochiso/shared/observation";

/** Which series of actual values: an indicator in an area under a breakdown. */
export interface Address {
  readonly indicator: string;
  readonly area: string;
  readonly breakdown: string;
}

/** Text of an address, for maps. */
export function addressText({ indicator, area, breakdown }: Address): string {
  return `${indicator}\n${area}\n${breakdown}`;
}

/** The stored series of an address by origin. */
export type OriginSeries = Partial<Record<Origin, Series>>;

/** Series found and how far each reaches; one statement for each of the two questions. */
export interface SeriesBook {
  readonly byAddress: ReadonlyMap<string, OriginSeries>;
  /** Series id → its newest period with a number. */
  readonly newest: ReadonlyMap<number, number>;
}

/** Actual series that match, in the period type of their indicator, with their newest periods: two statements. */
export async function readSeriesBook(
  tx: ReadTx,
  filter: SeriesFilter,
  periodTypeOf: (indicator: string) => string | undefined,
): Promise<SeriesBook> {
  const found = await findSeries(tx, { scenarios: ["actual"], ...filter });
  const own = found.filter((each) => each.periodType === periodTypeOf(each.indicator));
  const byAddress = new Map<string, OriginSeries>();
  for (const each of own) {
    const key = addressText({ indicator: each.indicator, area: each.area, breakdown: each.breakdownKey });
    byAddress.set(key, { ...byAddress.get(key), [each.origin]: each });
  }
  const newest = await latestPeriods(
    tx,
    own.map(({ id }) => id),
  );
  return { byAddress, newest };
}

/** Newest period with a number over both origins; null without any. */
export function newestOf(book: SeriesBook, address: Address): number | null {
  const both = book.byAddress.get(addressText(address));
  const ends = [both?.reported, both?.computed].flatMap((series) => {
    const end = series === undefined ? undefined : book.newest.get(series.id);
    return end === undefined ? [] : [end];
  });
  return ends.length === 0 ? null : Math.max(...ends);
}

/** The cells of both origins of a series within what was read, by ordinal. */
export interface SeriesWindow {
  readonly reported: ReadonlyMap<number, Observation>;
  readonly computed: ReadonlyMap<number, Observation>;
}

const NOTHING: SeriesWindow = { reported: new Map(), computed: new Map() };

/** Ordinals to read of an address, both inclusive; ranges of one address do not overlap. */
export interface AddressRange extends Address {
  readonly from: number;
  readonly to: number;
}

/** Windows of many addresses in one statement. */
export async function readWindows(
  tx: ReadTx,
  book: SeriesBook,
  ranges: readonly AddressRange[],
): Promise<Map<string, SeriesWindow>> {
  const asked: SeriesRange[] = [];
  const cells = new Map<number, Map<number, Observation>>();
  const windows = new Map<string, SeriesWindow>();
  for (const range of ranges) {
    const key = addressText(range);
    const both = book.byAddress.get(key);
    for (const series of [both?.reported, both?.computed]) {
      if (series === undefined) continue;
      asked.push({ seriesId: series.id, from: range.from, to: range.to });
      if (!cells.has(series.id)) cells.set(series.id, new Map());
    }
    windows.set(key, {
      reported: (both?.reported && cells.get(both.reported.id)) ?? NOTHING.reported,
      computed: (both?.computed && cells.get(both.computed.id)) ?? NOTHING.computed,
    });
  }
  for (const each of await readRanges(tx, asked)) cells.get(each.seriesId)?.set(each.ordinal, each);
  return windows;
}

/** Default reading of a window: reported where there is a number, else computed, else the reported absence. */
export function defaultReading(window: SeriesWindow): Map<number, CardPoint> {
  const points = new Map<number, CardPoint>();
  for (const each of window.computed.values()) points.set(each.ordinal, cardPoint(each, "computed"));
  for (const each of window.reported.values()) {
    const computed = points.get(each.ordinal)?.value.kind ?? "missing";
    if (each.value !== null || computed === "missing") points.set(each.ordinal, cardPoint(each, "reported"));
  }
  return points;
}

/** A stored cell as a point of a card. */
export function cardPoint(cell: Observation, origin: Origin): CardPoint {
  const { coverageHave: have, coverageOf: of, coverageWeight: weightShare } = cell;
  return {
    ordinal: cell.ordinal,
    value: toValue(cell),
    status: cell.status,
    origin,
    revision: cell.revision,
    commitSeq: cell.commitSeq,
    // Cells computed before the way was kept came about by formula.
    way: origin === "computed" ? (cell.way ?? "formula") : null,
    coverage: have === null || of === null ? null : { have, of, weightShare },
    // Told of the cell that is shown only, see `withDoubts`.
    flags: [],
  };
}
