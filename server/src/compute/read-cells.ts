import type { ChangedSeriesCell } from "@bochiso/db/repositories/observations";
import type { SeriesKey } from "@bochiso/db/repositories/series";
import type { OrdinalRange } from "@bochiso/shared/graph";
import type { ReadSeries } from "./fill-book.ts";

/** The part of the stored state that a computation stands on, to tell whether a later commit touched it. */
export class ReadCells {
  readonly #added: ReadSeries[] = [];
  /** Of what was added; made when it is first asked for, which a submission of few rows never does. */
  #ranges: Map<string, readonly OrdinalRange[]> | null = null;
  readonly #extents = new Set<string>();

  add(series: readonly ReadSeries[]): void {
    for (const each of series) this.#added.push(each);
    this.#ranges = null;
  }

  /** How far the series of an indicator reach was asked, in one area, or in all where it is null. */
  addExtent(indicator: string, area: string | null): void {
    this.#extents.add(extentText(indicator, area));
  }

  /** Whether a cell was read, or is of a series whose reach was asked. */
  holds({ ordinal, ...key }: ChangedSeriesCell): boolean {
    const { indicator, area } = key;
    if (this.#extents.has(extentText(indicator, null)) || this.#extents.has(extentText(indicator, area))) return true;
    this.#ranges ??= new Map(this.#added.map((each) => [textOf(each.key), each.ranges]));
    return this.#ranges.get(textOf(key))?.some(({ first, last }) => first <= ordinal && ordinal <= last) ?? false;
  }
}

function textOf(key: SeriesKey): string {
  return `${key.indicator}|${key.area}|${key.breakdownKey}|${key.scenario}|${key.periodType}|${key.origin}`;
}

function extentText(indicator: string, area: string | null): string {
  return `${indicator}|${area ?? "*"}`;
}
