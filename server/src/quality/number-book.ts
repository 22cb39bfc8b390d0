import { readNumbers } from "@bochiso/db/repositories/quality";
import { lookUpSeriesIds } from "@bochiso/db/repositories/series";
import type { ReadTx } from "@bochiso/db/store";
import type { OrdinalRange } from "@bochiso/shared/graph";
import type { PeriodType } from "@bochiso/shared/period";
import { type FlagPlace, mergedRanges, placeText } from "./judged-cells.ts";

interface Cells {
  /** Null: told of, without a number. */
  readonly numbers: Map<number, number | null>;
}

const NOTHING: ReadonlyMap<number, number | null> = new Map();

/** Reported actual numbers of some series, as far as they were read. */
export class NumberBook {
  readonly #periodTypeOf: (indicator: string) => PeriodType | undefined;
  readonly #ids = new Map<string, number | null>();
  readonly #cells = new Map<number, Cells>();

  constructor(periodTypeOf: (indicator: string) => PeriodType | undefined) {
    this.#periodTypeOf = periodTypeOf;
  }

  /** Reads ranges of series; what was read before may be asked again. Two statements. */
  async read(tx: ReadTx, wanted: readonly (FlagPlace & { readonly ranges: readonly OrdinalRange[] })[]): Promise<void> {
    await this.#find(tx, wanted);
    const ranges = new Map<number, OrdinalRange[]>();
    for (const each of wanted) {
      const id = this.#ids.get(placeText(each));
      if (typeof id === "number") ranges.set(id, [...(ranges.get(id) ?? []), ...each.ranges]);
    }
    const asked = [...ranges].flatMap(([seriesId, own]) =>
      mergedRanges(own).map(({ first, last }) => ({ seriesId, from: first, to: last })),
    );
    for (const { seriesId, ordinal, value, retracted } of await readNumbers(tx, asked)) {
      if (retracted === 1) continue;
      const cells = this.#cells.get(seriesId) ?? { numbers: new Map() };
      this.#cells.set(seriesId, cells);
      cells.numbers.set(ordinal, value);
    }
  }

  /** Cells of a series that are not taken back: a number, or null for an absence that was told. */
  of(place: FlagPlace): ReadonlyMap<number, number | null> {
    const id = this.#ids.get(placeText(place));
    return (typeof id === "number" ? this.#cells.get(id)?.numbers : undefined) ?? NOTHING;
  }

  async #find(tx: ReadTx, wanted: readonly FlagPlace[]): Promise<void> {
    const unknown = new Map<string, FlagPlace & { readonly periodType: PeriodType }>();
    for (const { indicator, area, breakdown } of wanted) {
      const periodType = this.#periodTypeOf(indicator);
      const key = placeText({ indicator, area, breakdown });
      if (periodType !== undefined && !this.#ids.has(key)) unknown.set(key, { indicator, area, breakdown, periodType });
    }
    const keys = [...unknown.values()].map(({ breakdown, ...key }) => ({
      ...key,
      breakdownKey: breakdown,
      scenario: "actual" as const,
      origin: "reported" as const,
    }));
    const ids = await lookUpSeriesIds(tx, keys);
    for (const [at, key] of [...unknown.keys()].entries()) this.#ids.set(key, ids[at] ?? null);
  }
}
