import { readStagedRanges, type StagedContent } from "@bochiso/db/repositories/definition-changes";
import type { ReadTx } from "@bochiso/db/store";
import type { SeriesAddress } from "@bochiso/shared/formula";
import type { OperandRanges } from "@bochiso/shared/graph";
import type { Origin } from "@bochiso/shared/observation";
import type { Period } from "@bochiso/shared/period";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { type BookedCell, CellBook } from "../compute/cell-book.ts";
import { fillBook } from "../compute/fill-book.ts";

/**
 * The cells that the formulas of a change read: as in force, but the computed cells of its cone are those computed for it.
 * A cell of the cone that is in force says nothing here; only that it exists is remembered.
 */
export class StagedBook extends CellBook {
  readonly #cone: ReadonlySet<string>;
  readonly #inForce = new Set<string>();

  constructor(catalogue: Catalogue, cone: ReadonlySet<string>) {
    super((indicator) => catalogue.definitions.get(indicator)?.periodType);
    this.#cone = cone;
  }

  override put(series: SeriesAddress, period: Period, origin: Origin, cell: BookedCell): void {
    if (origin === "reported" || !this.#cone.has(series.indicator)) super.put(series, period, origin, cell);
    else this.#inForce.add(keyOf(series, period));
  }

  putStaged(series: SeriesAddress, period: Period, content: StagedContent): void {
    super.put(series, period, "computed", { content: { ...content, retracted: 0 }, observation: null });
  }

  /** Whether a computed cell is in force here, of those that were read. */
  isInForce(series: SeriesAddress, period: Period): boolean {
    return this.#inForce.has(keyOf(series, period));
  }
}

/** Reads ranges into a book: what is in force, and what is staged. */
export async function fillStagedBook(
  tx: ReadTx,
  book: StagedBook,
  work: { change: string; cone: ReadonlySet<string>; ranges: readonly OperandRanges[] },
): Promise<void> {
  await fillBook(tx, book, work.ranges);
  const own = work.ranges.filter(({ indicator, scenario }) => scenario === "actual" && work.cone.has(indicator));
  const asked = own.flatMap((of) =>
    of.ranges.map(({ first, last }) => ({
      of,
      range: {
        indicator: of.indicator,
        area: of.area,
        breakdownKey: of.breakdown,
        from: Math.max(first, FIRST_ORDINAL),
        to: Math.min(last, LAST_ORDINAL),
      },
    })),
  );
  const ranges = asked.map(({ range }) => range);
  for (const { at, ordinal, ...content } of await readStagedRanges(tx, work.change, ranges)) {
    const of = asked[at]?.of;
    if (of !== undefined) book.putStaged(of, { type: of.periodType, ordinal }, content);
  }
}

/** Before and after every period there is. */
const FIRST_ORDINAL = -(2 ** 31);
const LAST_ORDINAL = 2 ** 31 - 1;

function keyOf({ indicator, area, breakdown }: SeriesAddress, { type, ordinal }: Period): string {
  return `${indicator}|${area}|${breakdown}|${type}|${ordinal}`;
}
