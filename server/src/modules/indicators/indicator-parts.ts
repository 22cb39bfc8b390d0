import { readHistory } from "@bochiso/db/repositories/observations";
import { findSeries } from "@bochiso/db/repositories/series";
import { type Provenance, provenanceOf } from "@bochiso/db/repositories/submissions";
import { type BreakdownKey, parseBreakdownKey } from "@bochiso/shared/breakdown";
import {
  differenceOf,
  differencePercent,
  type JudgedValue,
  numberAt,
  originDifferenceReason,
  periodLabel,
} from "@bochiso/shared/card";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import { missingValue, type Value } from "@bochiso/shared/observation";
import { type Period, periodFromId, samePeriodLastYear, shiftPeriod } from "@bochiso/shared/period";
import type { BreakdownRow, IndicatorModel, OriginPair, RevisionRow, TrendPoint } from "@bochiso/shared/screen";
import type { Text } from "@bochiso/shared/text";
import { codeName } from "../screen/breakdown-words.ts";
import type { CardPlan, ScreenContext } from "../screen/card-plan.ts";
import { readCards } from "../screen/scope-reading.ts";
import {
  addressText,
  cardPoint,
  defaultReading,
  newestOf,
  readSeriesBook,
  readWindows,
  type SeriesBook,
  type SeriesWindow,
} from "../screen/series-book.ts";
import { publisherName } from "../screen/source-line.ts";
import { dueInTrend } from "../targets/due-in-trend.ts";
import { targetBook, targetsAt } from "../targets/target-book.ts";
import { trendMergers } from "./trend-mergers.ts";

/** Periods of the trend: five years of months and the same month before them. With those of the year before them at most twice as many points are read. */
const TREND = 61;
const PAIRS = 12;
const REVISED_PERIODS = 4;
const BREAKDOWN_ROWS = 100;

/** Everything read of the indicator's own series, up to the period shown. */
export interface OwnSeries {
  definition: IndicatorDefinition;
  plan: CardPlan;
  shown: Period;
  window: SeriesWindow;
  /** What targets ask of a period, else a plan or target that was sent for it. */
  planned: ReadonlyMap<number, number>;
  toDate: boolean;
}

/** The window of the trend with the year before it, and the plan series: four statements. */
export async function readOwnSeries(
  context: ScreenContext,
  book: SeriesBook,
  { plan, shown, judged }: { plan: CardPlan; shown: Period; judged: JudgedValue },
): Promise<OwnSeries> {
  const first = samePeriodLastYear(shiftPeriod(shown, 1 - TREND)) ?? shiftPeriod(shown, 1 - TREND);
  const ranges = [{ ...plan.address, from: Math.min(first.ordinal, shown.ordinal), to: shown.ordinal }];
  const windows = await readWindows(context.tx, book, ranges);
  return {
    definition: plan.definition,
    plan,
    shown,
    window: windows.get(addressText(plan.address)) ?? { reported: new Map(), computed: new Map() },
    planned: new Map([...(await readPlanned(context, plan, shown)), ...(await readDue(context, plan, judged))]),
    toDate: context.world.toDate.has(plan.definition.code),
  };
}

/** What the targets of the series ask of each period of the trend. */
async function readDue(
  context: ScreenContext,
  { address }: CardPlan,
  judged: JudgedValue,
): Promise<Map<number, number>> {
  const targets = targetsAt(await targetBook(context, address.area), address).map(({ target }) => target);
  const last = judged.period.ordinal;
  return targets.length === 0 ? new Map() : dueInTrend(judged, targets, { first: last - TREND + 1, last });
}

async function readPlanned(
  { tx }: ScreenContext,
  { address, definition }: CardPlan,
  shown: Period,
): Promise<Map<number, number>> {
  const found = await findSeries(tx, {
    indicators: [address.indicator],
    areas: [address.area],
    breakdownKeys: [address.breakdown],
    scenarios: ["plan", "target"],
    periodTypes: [definition.periodType],
  });
  const series = found.find(({ scenario }) => scenario === "plan") ?? found[0];
  if (series === undefined) return new Map();
  const book: SeriesBook = { byAddress: new Map([[addressText(address), { reported: series }]]), newest: new Map() };
  const windows = await readWindows(tx, book, [{ ...address, from: shown.ordinal - TREND + 1, to: shown.ordinal }]);
  const points = [...(windows.get(addressText(address))?.reported.values() ?? [])];
  return new Map(points.flatMap(({ ordinal, value }) => (value === null ? [] : [[ordinal, value] as const])));
}

/** The trend: from the first period with a value, at most `TREND`, gaps as gaps. */
export function trendPoints({ definition, plan, shown, window, planned, toDate }: OwnSeries): TrendPoint[] {
  const series = defaultReading(window);
  const type = definition.periodType;
  const first = Math.max(shown.ordinal - TREND + 1, Math.min(shown.ordinal, ...series.keys()));
  const cuts = breaksOf(definition, plan.address.area);
  // Across a declared break nothing is compared, neither in numbers nor side by side.
  const isCut = (before: Period, after: Period) =>
    cuts.some(({ ordinal }) => before.ordinal < ordinal && ordinal <= after.ordinal);
  return Array.from({ length: shown.ordinal - first + 1 }, (_, index) => {
    const period: Period = { type, ordinal: first + index };
    const computed = window.computed.get(period.ordinal);
    const lastYear = samePeriodLastYear(period);
    return {
      period: periodLabel(period, toDate),
      value: series.get(period.ordinal)?.value ?? missingValue("not-reported"),
      status: series.get(period.ordinal)?.status ?? null,
      lastYear: lastYear === null || isCut(lastYear, period) ? null : numberAt(series, lastYear.ordinal),
      plan: planned.get(period.ordinal) ?? null,
      reported: window.reported.get(period.ordinal)?.value ?? null,
      computed: computed === undefined ? null : cardPoint(computed, "computed").value,
    };
  });
}

/** Breaks of comparability that lie within the trend of an area. */
export function trendBreaks({ definition, plan, shown }: OwnSeries): IndicatorModel["trend"]["breaks"] {
  return breaksOf(definition, plan.address.area).flatMap(({ ordinal, reason }) => {
    const within = ordinal <= shown.ordinal && ordinal > shown.ordinal - TREND;
    return within ? [{ from: periodLabel({ type: definition.periodType, ordinal }), reason }] : [];
  });
}

/** The declared breaks that concern an area. */
function breaksOf({ breaks, periodType }: IndicatorDefinition, area: string): { ordinal: number; reason: Text }[] {
  return breaks
    .filter(({ areas }) => areas === undefined || areas.includes(area))
    .map(({ from, reason }) => ({ ordinal: periodFromId(from, periodType).ordinal, reason }));
}

/** Mergers of units that lie within the trend. */
export function mergersOf(world: ScreenContext["world"], own: OwnSeries): IndicatorModel["trend"]["mergers"] {
  const ordinals = [...own.window.reported.keys(), ...own.window.computed.keys()];
  return trendMergers(world, {
    address: own.plan.address,
    periodType: own.definition.periodType,
    first: Math.max(own.shown.ordinal - TREND + 1, Math.min(own.shown.ordinal, ...ordinals)),
    last: own.shown.ordinal,
    window: own.window,
  });
}

/** Reported beside computed where both exist, newest first, with what explains the difference. */
export function originPairs({ definition, window, shown, toDate }: OwnSeries): OriginPair[] {
  const both = [...window.reported.values()].filter(
    ({ ordinal, value }) => value !== null && window.computed.has(ordinal) && ordinal > shown.ordinal - TREND,
  );
  return both
    .toSorted((a, b) => b.ordinal - a.ordinal)
    .slice(0, PAIRS)
    .flatMap(({ ordinal, value }) => {
      const computed = window.computed.get(ordinal);
      if (computed === undefined || value === null) return [];
      const { value: other, way, coverage } = cardPoint(computed, "computed");
      const difference = differenceOf({ kind: "number", value }, other);
      return [
        {
          period: periodLabel({ type: definition.periodType, ordinal }, toDate),
          reported: value,
          computed: other,
          difference,
          reason: originDifferenceReason(definition, other, difference, way),
          coverage: coverage === null ? null : { have: coverage.have, of: coverage.of },
        },
      ];
    });
}

/** Revisions of the newest periods that were revised, and of the period shown; newest first. */
export async function readRevisions(
  { tx, world }: ScreenContext,
  book: SeriesBook,
  own: OwnSeries,
): Promise<RevisionRow[]> {
  const series = book.byAddress.get(addressText(own.plan.address))?.reported;
  if (series === undefined) return [];
  const revised = [...own.window.reported.values()]
    .filter(({ ordinal, revision }) => revision > 1 || ordinal === own.shown.ordinal)
    .toSorted((a, b) => b.ordinal - a.ordinal)
    .slice(0, REVISED_PERIODS);
  const rows: Omit<RevisionRow, "recordedAt" | "publisher" | "document">[] = [];
  for (const { ordinal } of revised) {
    let previous: Value | null = null;
    const history: typeof rows = [];
    for (const each of await readHistory(tx, series.id, ordinal)) {
      const { value } = cardPoint(each, "reported");
      history.push({
        period: periodLabel({ type: own.definition.periodType, ordinal }, own.toDate),
        revision: each.revision,
        value,
        status: each.status,
        difference: previous === null ? null : differenceOf(value, previous),
        differencePercent: previous === null ? null : differencePercent(value, previous),
        note: each.note,
        current: each.supersededSeq === null,
        commitSeq: each.commitSeq,
      });
      previous = value;
    }
    rows.push(...history.toReversed());
  }
  const sources = await provenanceOf(
    tx,
    rows.map(({ commitSeq }) => commitSeq),
  );
  return rows.map((row) => ({ ...row, ...origin(world, sources.get(row.commitSeq)) }));
}

function origin(world: ScreenContext["world"], source: Provenance | undefined) {
  return {
    recordedAt: source?.recordedAt ?? "",
    publisher: source === undefined ? null : publisherName(world, source),
    document: source?.document ?? null,
  };
}

/** Latest values by member of each breakdown dimension, in the order of the code lists: five statements. */
export async function readBreakdowns(context: ScreenContext, definition: IndicatorDefinition): Promise<BreakdownRow[]> {
  const { tx, world, scope } = context;
  const book = await readSeriesBook(
    tx,
    { indicators: [definition.code, ...growthCodes(world, definition)], areas: [scope.area] },
    () => definition.periodType,
  );
  const members = [...book.byAddress.values()].flatMap((both) => {
    if ((both.reported ?? both.computed)?.indicator !== definition.code) return [];
    const key = ((both.reported ?? both.computed)?.breakdownKey ?? "") as BreakdownKey;
    const parts = Object.entries(parseBreakdownKey(key));
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? [{ key, dimension: only[0], code: only[1] }] : [];
  });
  const ordered = members.toSorted((a, b) => position(world, a) - position(world, b)).slice(0, BREAKDOWN_ROWS);
  const plans = ordered.map(({ key }) => {
    const address = { indicator: definition.code, area: scope.area, breakdown: key };
    return { definition, address, newest: newestOf(book, address) };
  });
  const cards = await readCards(context, book, plans);
  return ordered.flatMap(({ dimension, code }, index) => {
    const card = cards[index];
    if (card === undefined || card.period === null) return [];
    const dimensionName = world.dimensions.get(dimension)?.name ?? { vi: dimension, en: dimension };
    return [{ dimension, dimensionName, code, name: codeName(world, dimension, code), card }];
  });
}

/** The published growth beside the values, so that a row's change is the one its card shows. */
export function growthCodes(
  { growths }: ScreenContext["world"],
  { code }: IndicatorDefinition,
): IndicatorDefinition["code"][] {
  const growth = growths.get(code);
  return growth === undefined ? [] : [growth.code];
}

/** Dimensions in the order of the code lists, codes within them. */
function position(
  { dimensions }: ScreenContext["world"],
  { dimension, code }: { dimension: string; code: string },
): number {
  const ids = [...dimensions.keys()];
  const at = dimensions.get(dimension)?.codes.findIndex((each) => each.code === code) ?? -1;
  return ids.indexOf(dimension) * 10_000 + (at < 0 ? 9_999 : at);
}
