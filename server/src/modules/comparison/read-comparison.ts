import { provenanceOf } from "@bochiso/db/repositories/submissions";
import { recastRefusal } from "@bochiso/shared/aggregation";
import { type BreakdownKey, breakdownKey, TOTAL_KEY } from "@bochiso/shared/breakdown";
import {
  buildComparison,
  type CardPoint,
  cardState,
  duePeriods,
  periodLabel,
  type StateWithReason,
} from "@bochiso/shared/card";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import type { Period } from "@bochiso/shared/period";
import type { AreaComparison, ComparisonBasis } from "@bochiso/shared/screen";
import type { Text } from "@bochiso/shared/text";
import { breakdownWords } from "../screen/breakdown-words.ts";
import type { ScreenContext } from "../screen/card-plan.ts";
import { readSeriesBook } from "../screen/series-book.ts";
import { sourceLine } from "../screen/source-line.ts";
import { comparedArea, isBeforeMergers, type PointAt } from "./compared-areas.ts";
import {
  fullerBasis,
  isNumber,
  mapBases,
  NATION,
  type Points,
  readPoints,
  type Side,
  type Stand,
  sideOf,
  standOf,
} from "./comparison-sides.ts";
import { targetLine } from "./comparison-target.ts";

/** One indicator over the provinces. Without a basis: the one with the newer, else the fuller figures. */
export interface ComparisonRequest {
  definition: IndicatorDefinition;
  breakdown?: BreakdownKey | undefined;
  areaBasis?: ComparisonBasis | undefined;
}

/** The breakdown provinces are compared by when none is asked for. */
export function comparedBreakdown({ headlineBreakdown }: IndicatorDefinition): BreakdownKey {
  const headline = headlineBreakdown.province;
  return headline === undefined ? TOTAL_KEY : breakdownKey(headline);
}

/** Compares the provinces in four statements and those of its targets; null where no province ever had a value. Fictional areas never take part. */
export async function readComparison(
  context: ScreenContext,
  request: ComparisonRequest,
): Promise<AreaComparison | null> {
  const { definition } = request;
  const breakdown = request.breakdown ?? comparedBreakdown(definition);
  const book = await readSeriesBook(
    context.tx,
    { indicators: [definition.code], breakdownKeys: [breakdown] },
    () => definition.periodType,
  );
  const sides = mapBases((basis) => sideOf(context, { definition, breakdown, book }, basis));
  if (sides.present.newest === null && sides.former.newest === null) return null;
  const points = await readPoints(context, { definition, breakdown, book }, sides);
  const stands = mapBases((basis) => standOf(definition, sides[basis], points));
  const areaBasis = request.areaBasis ?? fullerBasis(stands);
  return await compare(context, { definition, breakdown, areaBasis, sides, stand: stands[areaBasis], points });
}

interface Comparing {
  definition: IndicatorDefinition;
  breakdown: BreakdownKey;
  areaBasis: ComparisonBasis;
  sides: Record<ComparisonBasis, Side>;
  stand: Stand;
  points: Points;
}

async function compare(context: ScreenContext, comparing: Comparing): Promise<AreaComparison> {
  const { tx, world } = context;
  const { definition, breakdown, areaBasis, sides, points } = comparing;
  const { period, areas } = comparing.stand;
  const pointAt: PointAt = (code, ordinal) => points.get(code)?.get(ordinal);
  const at = (code: string) => (period === null ? undefined : pointAt(code, period.ordinal));
  const sample = newestCommit(areas.map(({ code }) => at(code)).filter(isNumber));
  const sources = await provenanceOf(tx, sample === undefined ? [] : [sample.commitSeq]);
  const source = sample === undefined ? null : sourceLine(world, sources.get(sample.commitSeq));
  const compared = areas.map((area) => comparedArea({ world, definition, period, pointAt }, area));
  return buildComparison({
    definition,
    breakdown,
    breakdownLabel: breakdownWords(world, breakdown),
    areaBasis,
    bases: mapBases((basis) => sides[basis].newest !== null),
    refusal: refusalOf(comparing),
    areas: compared,
    nation: at(NATION)?.value ?? null,
    nationOrigin: at(NATION)?.origin,
    target: await targetLine(context, { definition, breakdown, period, areas }),
    period: period === null ? null : periodLabel(period, world.toDate.has(definition.code)),
    source,
    state: stateOf(context, comparing, { period, point: sample ?? null, receivedAt: source?.receivedAt ?? null }),
  });
}

/** The point received last: its source stands under the comparison. */
function newestCommit(points: readonly (CardPoint | undefined)[]): CardPoint | undefined {
  return points.reduce<CardPoint | undefined>(
    (latest, each) =>
      each !== undefined && (latest === undefined || each.commitSeq > latest.commitSeq) ? each : latest,
    undefined,
  );
}

/** Why merged units have no figure of the time before; null on former boundaries, after the merger, and where they have. */
function refusalOf({ definition, areaBasis, sides, stand }: Comparing): Text | null {
  if (areaBasis === "former" || sides.former.newest === null) return null;
  if (stand.period !== null && !isBeforeMergers(stand.period)) return null;
  return recastRefusal(definition);
}

function stateOf(
  { asked, now }: ScreenContext,
  { definition, areaBasis, sides }: Comparing,
  { period, point, receivedAt }: { period: Period | null; point: CardPoint | null; receivedAt: string | null },
): StateWithReason {
  const { newest } = sides[areaBasis];
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

const OTHER_BASIS: Record<ComparisonBasis, StateWithReason["stateReason"]> = {
  present: {
    vi: "Số liệu công bố theo 63 tỉnh, thành phố trước ngày 01/7/2025; chưa có số liệu theo 34 đơn vị hiện nay",
    en: "Published for the 63 provinces before 1 July 2025; no figures for the present 34 yet",
  },
  former: {
    vi: "Chỉ có số liệu theo 34 tỉnh, thành phố hiện nay",
    en: "Published for the present 34 provinces only",
  },
};
