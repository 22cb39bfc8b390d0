import { provenanceOf } from "@bochiso/db/repositories/submissions";
import type { Area } from "@bochiso/shared/area";
import { AreaCode } from "@bochiso/shared/area";
import { type BreakdownKey, breakdownKey, TOTAL_KEY } from "@bochiso/shared/breakdown";
import {
  askedSpan,
  buildComparison,
  type CardPoint,
  cardState,
  duePeriods,
  periodLabel,
  type StateWithReason,
  shownOrdinal,
} from "@bochiso/shared/card";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import { missingValue } from "@bochiso/shared/observation";
import type { Period } from "@bochiso/shared/period";
import type { AreaComparison } from "@bochiso/shared/screen";
import type { ScreenContext } from "../screen/scope-reading.ts";
import type { ScreenWorld } from "../screen/screen-world.ts";
import {
  addressText,
  defaultReading,
  newestOf,
  readSeriesBook,
  readWindows,
  type SeriesBook,
} from "../screen/series-book.ts";
import { sourceLine } from "../screen/source-line.ts";

/** One indicator over the provinces. Without a basis: the present ones where they have data, else the former ones. */
export interface ComparisonRequest {
  definition: IndicatorDefinition;
  breakdown?: BreakdownKey | undefined;
  areaBasis?: AreaComparison["areaBasis"] | undefined;
}

const NATION = AreaCode.parse("VN");

/** The breakdown provinces are compared by when none is asked for. */
export function comparedBreakdown({ headlineBreakdown }: IndicatorDefinition): BreakdownKey {
  const headline = headlineBreakdown.province;
  return headline === undefined ? TOTAL_KEY : breakdownKey(headline);
}

/** Compares the provinces in four statements; null where no province ever had a value. Fictional areas never take part. */
export async function readComparison(
  context: ScreenContext,
  request: ComparisonRequest,
): Promise<AreaComparison | null> {
  const { tx, world } = context;
  const { definition } = request;
  const breakdown = request.breakdown ?? comparedBreakdown(definition);
  const book = await readSeriesBook(
    tx,
    { indicators: [definition.code], breakdownKeys: [breakdown] },
    () => definition.periodType,
  );
  const present = newestOverall(book, definition, breakdown, provinces(world, "present"));
  const former = newestOverall(book, definition, breakdown, provinces(world, "former"));
  if (present === null && former === null) return null;
  const areaBasis = request.areaBasis ?? (present === null ? "former" : "present");
  return compare(context, {
    definition,
    breakdown,
    areaBasis,
    book,
    newest: areaBasis === "present" ? present : former,
  });
}

/** Provinces of a basis in official order. Units that ended before 2025 are not among the 63. */
function provinces(world: ScreenWorld, basis: AreaComparison["areaBasis"]): Area[] {
  if (basis === "present") return world.homes.order.provinces.flatMap((code) => world.areas.get(code) ?? []);
  return [...world.areas.values()].filter(
    ({ codeSet, validTo, simulated }) => codeSet === "vn63" && !simulated && (validTo ?? "9999") >= "2025-01-01",
  );
}

function newestOverall(
  book: SeriesBook,
  { code }: IndicatorDefinition,
  breakdown: BreakdownKey,
  areas: readonly Area[],
): number | null {
  const ends = areas.flatMap((area) => newestOf(book, { indicator: code, area: area.code, breakdown }) ?? []);
  return ends.length === 0 ? null : Math.max(...ends);
}

interface Comparing {
  definition: IndicatorDefinition;
  breakdown: BreakdownKey;
  areaBasis: AreaComparison["areaBasis"];
  book: SeriesBook;
  newest: number | null;
}

async function compare(context: ScreenContext, comparing: Comparing): Promise<AreaComparison> {
  const { tx, world, asked } = context;
  const { definition, breakdown, areaBasis, book, newest } = comparing;
  const areas = provinces(world, areaBasis);
  const addresses = [NATION, ...areas.map(({ code }) => code)].map((area) => ({
    indicator: definition.code,
    area,
    breakdown,
  }));
  const type = definition.periodType;
  const span = asked === null ? null : askedSpan(type, asked);
  const [from, to] = span === null ? [newest ?? 0, newest ?? 0] : [span.from, span.to];
  const windows = await readWindows(
    tx,
    book,
    addresses.map((address) => ({ ...address, from: from - 1, to })),
  );
  const points = new Map(
    addresses.map((address) => {
      const window = windows.get(addressText(address));
      return [address.area as string, window === undefined ? new Map<number, CardPoint>() : defaultReading(window)];
    }),
  );
  const ordinals = areas.flatMap(({ code }) =>
    [...(points.get(code)?.values() ?? [])].filter(isNumber).map(({ ordinal }) => ordinal),
  );
  const shown = shownOrdinal(ordinals, span ?? { from, to });
  const valueAt = (area: string, ordinal: number | null) =>
    (ordinal === null ? undefined : points.get(area)?.get(ordinal)?.value) ?? missingValue("not-reported");
  const sample = shown === null ? undefined : newestCommit(areas.map(({ code }) => points.get(code)?.get(shown)));
  const sources = await provenanceOf(tx, sample === undefined ? [] : [sample.commitSeq]);
  const source = sample === undefined ? null : sourceLine(world, sources.get(sample.commitSeq));
  const period: Period | null = shown === null ? null : { type, ordinal: shown };
  const nation = valueAt(NATION, shown);
  return buildComparison({
    definition,
    breakdown,
    areaBasis,
    areas: areas.map(({ code, name }) => ({
      area: code,
      name,
      value: valueAt(code, shown),
      previous: shown === null ? null : valueAt(code, shown - 1),
    })),
    nation: nation.kind === "missing" ? null : nation,
    target: null,
    period: period === null ? null : periodLabel(period, world.toDate.has(definition.code)),
    source,
    state: stateOf(context, comparing, { period, point: sample ?? null, receivedAt: source?.receivedAt ?? null }),
  });
}

function isNumber({ value }: CardPoint): boolean {
  return value.kind === "number";
}

/** The point received last: its source stands under the comparison. */
function newestCommit(points: readonly (CardPoint | undefined)[]): CardPoint | undefined {
  return points.reduce<CardPoint | undefined>(
    (latest, each) =>
      each !== undefined && (latest === undefined || each.commitSeq > latest.commitSeq) ? each : latest,
    undefined,
  );
}

function stateOf(
  { asked, now }: ScreenContext,
  { definition, areaBasis, newest }: Comparing,
  { period, point, receivedAt }: { period: Period | null; point: CardPoint | null; receivedAt: string | null },
): StateWithReason {
  if (newest === null) return { state: "empty", stateReason: OTHER_BASIS[areaBasis] };
  return cardState({
    shown: period,
    point,
    asked,
    latest: { type: definition.periodType, ordinal: newest },
    due: duePeriods(definition, now),
    receivedAt,
    simulated: false,
  });
}

const OTHER_BASIS: Record<AreaComparison["areaBasis"], StateWithReason["stateReason"]> = {
  present: {
    vi: "Số liệu công bố theo 63 tỉnh, thành phố trước ngày 01/7/2025; chưa có số liệu theo 34 đơn vị hiện nay",
    en: "Published for the 63 provinces before 1 July 2025; no figures for the present 34 yet",
  },
  former: {
    vi: "Chỉ có số liệu theo 34 tỉnh, thành phố hiện nay",
    en: "Published for the present 34 provinces only",
  },
};
