import { findSeries, type SeriesExtent, seriesExtents } from "@bochiso/db/repositories/series";
import { provenanceOf } from "@bochiso/db/repositories/submissions";
import { AreaCode } from "@bochiso/shared/area";
import type { BreakdownKey } from "@bochiso/shared/breakdown";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import { childPeriods, parentPeriod } from "@bochiso/shared/period";
import type { z } from "zod";
import { catalogueAsOf } from "../../../catalogue/catalogue-as-of.ts";
import type { CatalogueCache } from "../../../catalogue/catalogue-cache.ts";
import { type OpenWholes, openWholes, type WholeSeries } from "../../../compute/open-wholes.ts";
import { aggregatedJson } from "./aggregated-json.ts";
import { unitBasis } from "./area-basis.ts";
import { decodeCursor, encodeCursor, PageCursor } from "./cursor.ts";
import { definitionsAt, type Frequency } from "./frequency.ts";
import { type ObservationPage, type PageRequest, seriesFilter } from "./list-page.ts";
import { periodBounds } from "./period-bounds.ts";
import { readAsOfSeq } from "./read-as-of.ts";

/** Own periods read for one page: a page of years of days ends sooner than one of quarters of months. */
const MAX_PARTS = 100_000;

/** What a page is cut from: the cache gives the definitions as of a moment, `now` tells which periods are not over. */
export interface AggregatedRequest extends PageRequest {
  frequency: Frequency;
  cache: CatalogueCache;
  /** Epoch milliseconds. */
  now: number;
}

/** Values aggregated over time, sorted as stored ones are; periods of which nothing is stored are left out. */
export async function aggregatedPage(request: AggregatedRequest): Promise<ObservationPage & { frequency: Frequency }> {
  const { tx, query, frequency, cache, now } = request;
  const asOf = query.asOf === null ? undefined : await readAsOfSeq(tx, query.asOf);
  const catalogue = await catalogueAsOf(tx, cache, asOf);
  const definitions = definitionsAt(catalogue, query.indicators, frequency);
  const all = await wholeSeries(request, definitions);
  const after = query.cursor === null ? null : decodeCursor(PageCursor, query.cursor);
  const { series, next } = cutPage(all, { after, limit: query.limit, definitions });
  const wholes = await openWholes({ tx, catalogue, asOf }, series);
  const cells = series.flatMap((each) => cellsOf(wholes, each));
  const provenance = await provenanceOf(
    tx,
    cells.flatMap(({ whole }) => whole.commitSeq ?? []),
  );
  const { areas } = catalogue;
  const observations = cells.map(({ series: { indicator, area, breakdown }, period, whole }) => {
    return aggregatedJson(
      { indicator, area, breakdown, period, whole, isOwn: isOwn(definitions, indicator, frequency) },
      {
        // What is aggregated is computed, and only what was sent is judged.
        flags: [],
        provenance: provenance.get(whole.commitSeq ?? -1),
        simulated: areas.get(area)?.simulated ?? false,
        areaBasis: unitBasis(areas, area),
        now,
      },
    );
  });
  return { areaBasis: query.areaBasis, frequency, observations, next: next === null ? null : encodeCursor(next) };
}

function isOwn(definitions: readonly IndicatorDefinition[], indicator: string, frequency: Frequency): boolean {
  return definitions.some(({ code, periodType }) => code === indicator && periodType === frequency);
}

/** Every series that answers with the run of wholes in which something is stored and that lies between the days asked for. */
async function wholeSeries(
  request: AggregatedRequest,
  definitions: readonly IndicatorDefinition[],
): Promise<WholeSeries[]> {
  const { tx, query, frequency } = request;
  const codes = definitions.map(({ code }) => String(code));
  const matching = new Set(
    (await findSeries(tx, { ...(await seriesFilter(request)), indicators: codes })).map(({ id }) => id),
  );
  const bounds = periodBounds(query.from, query.to)?.find(({ type }) => type === frequency);
  const found = new Map<string, WholeSeries>();
  for (const definition of definitions) {
    for (const extent of await seriesExtents(tx, definition.code)) {
      if (!matching.has(extent.id) || extent.periodType !== definition.periodType) continue;
      const key = `${extent.area}\n${extent.breakdownKey}\n${definition.code}`;
      found.set(key, wider(found.get(key), seriesOf(definition, extent, frequency)));
    }
  }
  return [...found.values()]
    .map((each) => ({
      ...each,
      first: Math.max(each.first, bounds?.from ?? each.first),
      last: Math.min(each.last, bounds?.to ?? each.last),
    }))
    .filter(({ first, last }) => first <= last)
    .toSorted(byPlace);
}

function seriesOf({ code, periodType }: IndicatorDefinition, extent: SeriesExtent, type: Frequency): WholeSeries {
  const at = (ordinal: number) => parentPeriod({ type: periodType, ordinal }, type).ordinal;
  return {
    indicator: code,
    area: AreaCode.parse(extent.area),
    breakdown: extent.breakdownKey as BreakdownKey,
    type,
    first: at(extent.first),
    last: at(extent.last),
  };
}

/** The reported and the computed series of a cell reach differently far. */
function wider(known: WholeSeries | undefined, other: WholeSeries): WholeSeries {
  if (known === undefined) return other;
  return { ...known, first: Math.min(known.first, other.first), last: Math.max(known.last, other.last) };
}

/** The order in which stored observations are listed, by code points. */
function byPlace(a: WholeSeries, b: WholeSeries): number {
  return compare(a.indicator, b.indicator) || compare(a.area, b.area) || compare(a.breakdown, b.breakdown);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

type Cursor = z.infer<typeof PageCursor>;

interface Cut {
  after: Cursor | null;
  limit: number;
  definitions: readonly IndicatorDefinition[];
}

/** The part of the series after the cursor that fits on a page, and the cursor of the next one. */
function cutPage(
  all: readonly WholeSeries[],
  { after, limit, definitions }: Cut,
): { series: WholeSeries[]; next: Cursor | null } {
  const typeOf = new Map(definitions.map(({ code, periodType }) => [String(code), periodType]));
  const series: WholeSeries[] = [];
  let room = limit;
  let parts = MAX_PARTS;
  for (const each of all.flatMap((it) => afterCursor(it, after))) {
    const { type, first } = each;
    const { first: start, last: end } = childPeriods({ type, ordinal: first }, typeOf.get(each.indicator) ?? type);
    const fitting = Math.min(room, Math.max(series.length === 0 ? 1 : 0, Math.floor(parts / (end - start + 1))));
    const last = Math.min(each.last, first + fitting - 1);
    if (last >= first) series.push({ ...each, last });
    if (last < each.last) return { series, next: cursorAt(series.at(-1)) };
    room -= last - first + 1;
    parts -= (last - first + 1) * (end - start + 1);
  }
  return { series, next: null };
}

function afterCursor(series: WholeSeries, after: Cursor | null): WholeSeries[] {
  if (after === null) return [series];
  const { indicator, area, breakdownKey: breakdown, ordinal } = after;
  const order =
    compare(series.indicator, indicator) || compare(series.area, area) || compare(series.breakdown, breakdown);
  if (order !== 0) return order < 0 ? [] : [series];
  return ordinal < series.last ? [{ ...series, first: Math.max(series.first, ordinal + 1) }] : [];
}

function cursorAt(series: WholeSeries | undefined): Cursor | null {
  if (series === undefined) return null;
  const { indicator, area, breakdown: breakdownKey, type: periodType, last: ordinal } = series;
  return { indicator, area, breakdownKey, scenario: "actual", periodType, ordinal };
}

function cellsOf(wholes: OpenWholes, series: WholeSeries) {
  const { type, first, last } = series;
  return Array.from({ length: last - first + 1 }, (_, index) => {
    return { series, period: { type, ordinal: first + index }, whole: wholes.at(series, first + index) };
  }).filter(({ whole }) => whole.stored);
}
