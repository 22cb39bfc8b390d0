import { readAsOf, readRanges, type SeriesRange } from "@bochiso/db/repositories/observations";
import { lookUpSeriesIds, type SeriesKey, seriesText } from "@bochiso/db/repositories/series";
import type { ReadTx } from "@bochiso/db/store";
import type { SeriesAddress } from "@bochiso/shared/formula";
import type { OperandRanges, OrdinalRange } from "@bochiso/shared/graph";
import { nests, type PeriodType, PeriodType as PeriodTypes, parentPeriod } from "@bochiso/shared/period";
import { inSlices, type Slices, UNDIVIDED } from "../platform/slices.ts";
import type { CellBook } from "./cell-book.ts";

const ORIGINS = ["reported", "computed"] as const;
/** Before and after every period there is. */
const FIRST_ORDINAL = -(2 ** 31);
const LAST_ORDINAL = 2 ** 31 - 1;

/** A series of one origin; `ranges` are those of both. */
interface Wanted {
  readonly key: SeriesKey & { readonly text: string };
  readonly address: SeriesAddress;
  readonly ranges: OrdinalRange[];
}

/** A series of one origin with the periods that were read, whether it is stored or not. */
export interface ReadSeries {
  readonly key: SeriesKey;
  readonly ranges: readonly OrdinalRange[];
}

/** Series or ranges that are read in one go. */
const PER_STEP = 2_000;

/**
 * Reads the ranges of both origins into a book, in one statement each for series and for values; with
 * `asOf` as they stood after that commit. Tells what was read.
 */
export async function fillBook(
  tx: ReadTx,
  book: CellBook,
  ranges: readonly OperandRanges[],
  asOf?: number,
  slices: Slices = UNDIVIDED,
): Promise<readonly ReadSeries[]> {
  const wanted = await inSlices(wantedSteps(ranges), slices);
  const ids: (number | null)[] = [];
  for (let at = 0; at < wanted.length; at += PER_STEP) {
    ids.push(
      ...(await lookUpSeriesIds(
        tx,
        wanted.slice(at, at + PER_STEP).map((it) => it.key),
      )),
    );
    if (slices.isOver()) await slices.next();
  }
  const found = new Map<number, Wanted>();
  const asked: SeriesRange[] = [];
  for (const [at, seriesId] of ids.entries()) {
    const want = wanted[at];
    if (seriesId === null || want === undefined) continue;
    found.set(seriesId, want);
    for (const { first, last } of withoutOverlap(want.ranges)) {
      asked.push({ seriesId, from: finite(first), to: finite(last) });
    }
  }
  for (let at = 0; at < asked.length; at += PER_STEP) {
    const some = asked.slice(at, at + PER_STEP);
    const observations = asOf === undefined ? await readRanges(tx, some) : await readAsOf(tx, some, asOf);
    for (const observation of observations) {
      const want = found.get(observation.seriesId);
      if (want === undefined) continue;
      const period = { type: want.key.periodType, ordinal: observation.ordinal };
      book.put(want.address, period, want.key.origin, { content: observation, observation });
      if (slices.isOver()) await slices.next();
    }
    if (slices.isOver()) await slices.next();
  }
  return wanted;
}

/** Each series of each origin once, with every range asked of it. */
function* wantedSteps(ranges: readonly OperandRanges[]): Generator<void, Wanted[]> {
  const rangesOf = new Map<string, OrdinalRange[]>();
  const wanted: Wanted[] = [];
  for (const range of ranges) {
    yield;
    for (const { indicator, area, breakdown, scenario, periodType, ranges: parts } of [
      range,
      ...coarserRanges(range),
    ]) {
      const text = seriesText({ indicator, area, breakdownKey: breakdown, scenario, periodType });
      const known = rangesOf.get(text);
      if (known !== undefined) {
        for (const part of parts) known.push(part);
        continue;
      }
      const own = [...parts];
      rangesOf.set(text, own);
      const address = { indicator, area, breakdown, scenario };
      for (const origin of ORIGINS) {
        const key = { indicator, area, breakdownKey: breakdown, scenario, periodType, origin, text };
        wanted.push({ key, address, ranges: own });
      }
    }
  }
  return wanted;
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
function withoutOverlap(ranges: readonly OrdinalRange[]): OrdinalRange[] {
  if (ranges.length < 2) return [...ranges];
  const merged: { first: number; last: number }[] = [];
  for (const { first, last } of ranges.toSorted((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))) {
    const before = merged.at(-1);
    if (before !== undefined && first <= before.last + 1) before.last = Math.max(before.last, last);
    else merged.push({ first, last });
  }
  return merged;
}
