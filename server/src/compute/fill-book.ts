import { readAsOf, readRanges, type SeriesRange } from "@bochiso/db/repositories/observations";
import { lookUpSeriesIds, type SeriesKey } from "@bochiso/db/repositories/series";
import type { ReadTx } from "@bochiso/db/store";
import type { SeriesAddress } from "@bochiso/shared/formula";
import type { OperandRanges } from "@bochiso/shared/graph";
import { nests, type PeriodType, PeriodType as PeriodTypes, parentPeriod } from "@bochiso/shared/period";
import type { CellBook } from "./cell-book.ts";

const ORIGINS = ["reported", "computed"] as const;
/** Before and after every period there is. */
const FIRST_ORDINAL = -(2 ** 31);
const LAST_ORDINAL = 2 ** 31 - 1;

interface Wanted {
  key: SeriesKey;
  address: SeriesAddress;
  ranges: readonly { first: number; last: number }[];
}

/**
 * Reads the ranges of both origins into a book, in one statement each for series and for values; `asOf` gives the values
 * as they stood after that commit. Returns the numbers of the series that exist.
 */
export async function fillBook(tx: ReadTx, book: CellBook, ranges: readonly OperandRanges[], asOf?: number): Promise<void> {
  const wanted = ranges.flatMap((range) => [range, ...coarserRanges(range)]).flatMap(bothOrigins);
  const ids = await lookUpSeriesIds(tx, wanted.map((it) => it.key));
  const found = new Map<number, Wanted>();
  const runs = new Map<number, SeriesRange[]>();
  for (const [at, id] of ids.entries()) {
    const want = wanted[at];
    if (id === null || want === undefined) continue;
    found.set(id, want);
    const own = runs.get(id) ?? [];
    own.push(...want.ranges.map(({ first, last }) => ({ seriesId: id, from: finite(first), to: finite(last) })));
    runs.set(id, own);
  }
  const asked = [...runs.values()].flatMap(withoutOverlap);
  const observations = asOf === undefined ? await readRanges(tx, asked) : await readAsOf(tx, asked, asOf);
  for (const observation of observations) {
    const want = found.get(observation.seriesId);
    if (want === undefined) continue;
    const period = { type: want.key.periodType, ordinal: observation.ordinal };
    book.put(want.address, period, want.key.origin, { content: observation, observation });
  }
}

function bothOrigins(range: OperandRanges): Wanted[] {
  const { indicator, area, breakdown, scenario, periodType, ranges } = range;
  return ORIGINS.map((origin) => ({
    key: { indicator, area, breakdownKey: breakdown, scenario, periodType, origin },
    address: { indicator, area, breakdown, scenario },
    ranges,
  }));
}

/** A plan, target, forecast or baseline may stand at a coarser period type than its indicator. */
function coarserRanges(range: OperandRanges): OperandRanges[] {
  if (range.scenario === "actual" || range.periodType === "static") return [];
  const coarser = PeriodTypes.options.filter((type) => type !== range.periodType && nests(range.periodType, type));
  return coarser.map((periodType) => ({
    ...range,
    periodType,
    ranges: range.ranges.map(({ first, last }) => ({
      first: containing(range.periodType, first, periodType),
      last: containing(range.periodType, last, periodType),
    })),
  }));
}

function containing(type: PeriodType, ordinal: number, coarser: PeriodType): number {
  return parentPeriod({ type, ordinal }, coarser).ordinal;
}

function finite(ordinal: number): number {
  return Math.min(Math.max(ordinal, FIRST_ORDINAL), LAST_ORDINAL);
}

/** Ranges of one series, merged: the store asks for ranges that do not overlap. */
function withoutOverlap(ranges: readonly SeriesRange[]): SeriesRange[] {
  const merged: { seriesId: number; from: number; to: number }[] = [];
  for (const { seriesId, from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last.to + 1) last.to = Math.max(last.to, to);
    else merged.push({ seriesId, from, to });
  }
  return merged;
}
