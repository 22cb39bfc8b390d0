import { provenanceOf } from "@bochiso/db/repositories/submissions";
import { type BreakdownKey, TOTAL_KEY } from "@bochiso/shared/breakdown";
import {
  askedSpan,
  buildJudgedCard,
  type CardPoint,
  type JudgedCard,
  SPARK_PERIODS,
  shownPoint,
} from "@bochiso/shared/card";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import { type Period, samePeriodLastYear, shiftPeriod } from "@bochiso/shared/period";
import type { CardModel } from "@bochiso/shared/screen";
import { mapInSlices } from "../../platform/slices.ts";
import { isJudged, judgementOf, withHistory } from "../targets/judgement-of.ts";
import { targetBooks } from "../targets/target-book.ts";
import { breakdownWords } from "./breakdown-words.ts";
import { cardBreakdowns } from "./card-breakdowns.ts";
import type { CardPlan, ScopeReading, ScreenContext } from "./card-plan.ts";
import { markAnswering } from "./mark-answering.ts";
import { withRecastNote } from "./recast-note.ts";
import type { Scope } from "./resolve-scope.ts";
import type { ScreenWorld } from "./screen-world.ts";
import {
  type Address,
  type AddressRange,
  addressText,
  defaultReading,
  newestOf,
  readSeriesBook,
  readWindows,
  type SeriesBook,
} from "./series-book.ts";
import { sourceLine } from "./source-line.ts";
import { withDoubts } from "./with-doubts.ts";
import { withoutFigure } from "./without-figure.ts";

/** Finds the series of a scope's indicators and their newest periods: at most nine statements, however many indicators. */
export async function readScope(
  { tx, world, scope, asked }: ScreenContext,
  definitions: readonly IndicatorDefinition[],
): Promise<ScopeReading> {
  const typeOf = (code: string) => world.definitions.get(code)?.periodType;
  const candidates = definitions.map((definition) => ({ definition, keys: cardBreakdowns(world, definition, scope) }));
  const breakdownKeys = [...new Set(candidates.flatMap(({ keys }) => keys))];
  const standard = await readSeriesBook(tx, { areas: [scope.area], breakdownKeys }, typeOf);
  const parted = definitions.filter(({ breakdowns }) => breakdowns.some(({ required }) => required));
  const parts = await readSeriesBook(tx, { areas: [scope.area], indicators: parted.map(({ code }) => code) }, typeOf);
  const book: SeriesBook = {
    byAddress: new Map([...parts.byAddress, ...standard.byAddress]),
    newest: new Map([...parts.newest, ...standard.newest]),
  };
  const stored = storedKeys(parts);
  const former = (world.areas.get(scope.area)?.predecessors ?? []).flatMap((code) => world.areas.get(code) ?? []);
  const earlier = await readSeriesBook(tx, { areas: former.map(({ code }) => code), breakdownKeys }, typeOf);
  const plans = candidates.map(({ definition, keys }) => {
    return planOf(book, scope, definition, keys, stored.get(definition.code));
  });
  const told = await withoutFigure(tx, plans, { book, earlier, former });
  const marked = await markAnswering(tx, book, told, asked);
  return { book, plans: new Map(marked.map((plan) => [String(plan.definition.code), plan])) };
}

/** What is stored of indicators that have no total because a breakdown is required (the event of a disaster). */
function storedKeys({ byAddress }: SeriesBook): Map<string, BreakdownKey[]> {
  const keys = new Map<string, BreakdownKey[]>();
  for (const { reported, computed } of byAddress.values()) {
    const series = reported ?? computed;
    if (series === undefined) continue;
    keys.set(series.indicator, [...(keys.get(series.indicator) ?? []), series.breakdownKey as BreakdownKey]);
  }
  return keys;
}

/** The first of the breakdowns with data, chosen ones before those that are only stored; without data the standard one. */
function planOf(
  book: SeriesBook,
  scope: Scope,
  definition: IndicatorDefinition,
  keys: readonly BreakdownKey[],
  stored: readonly BreakdownKey[] = [],
): CardPlan {
  const plans = [...keys, ...stored].map((breakdown): CardPlan => {
    const address = { indicator: definition.code, area: scope.area, breakdown };
    return { definition, address, newest: newestOf(book, address) };
  });
  const standard = keys.at(-1) ?? TOTAL_KEY;
  const empty = {
    definition,
    address: { indicator: definition.code, area: scope.area, breakdown: standard },
    newest: null,
  };
  return plans.find(({ newest }) => newest !== null) ?? empty;
}

/** Builds cards: four statements (targets, their cells, their flags, their sources), however many cards. In the order of the plans. */
export async function readCards(
  context: ScreenContext,
  book: SeriesBook,
  plans: readonly CardPlan[],
): Promise<CardModel[]> {
  return (await readJudgedCards(context, book, plans)).map(({ card }) => card);
}

/** As `readCards`, with everything their status follows from. */
export async function readJudgedCards(
  context: ScreenContext,
  book: SeriesBook,
  plans: readonly CardPlan[],
): Promise<JudgedCard[]> {
  const { tx, world, asked, now, slices } = context;
  const targets = await targetBooks(
    context,
    plans.map(({ address }) => address.area),
  );
  const windows = await readWindows(
    tx,
    book,
    [...plans, ...growthPlans(world, plans)].flatMap((plan) => {
      const ranges = rangesOf(plan, asked);
      return isJudged(targets, plan) ? withHistory(ranges) : ranges;
    }),
  );
  const seriesOf = (address: Address) => {
    const window = windows.get(addressText(address));
    return window === undefined ? new Map<number, CardPoint>() : defaultReading(window);
  };
  const read = await withDoubts(
    tx,
    plans.map((plan) => {
      const series = seriesOf(plan.address);
      return { ...plan, series, shown: shownPoint(series, plan.definition.periodType, asked) };
    }),
  );
  const sources = await provenanceOf(
    tx,
    read.flatMap(({ shown }) => (shown === null ? [] : [shown.commitSeq])),
  );
  return await mapInSlices(read, slices, (plan) => {
    const { definition, address, newest, series, former } = plan;
    const shown = plan.shown === null ? null : { type: definition.periodType, ordinal: plan.shown.ordinal };
    const area = world.areas.get(address.area);
    const growth = world.growths.get(definition.code);
    const built = buildJudgedCard({
      definition,
      area: area?.code ?? context.scope.area,
      areaName: area?.name ?? context.scope.name,
      breakdown: address.breakdown,
      breakdownLabel: breakdownWords(world, address.breakdown),
      toDate: world.toDate.has(definition.code),
      simulated: area?.simulated ?? context.scope.simulated,
      series,
      growth: growth && { definition: growth, series: seriesOf({ ...address, indicator: growth.code }) },
      newest,
      asked,
      now,
      sourceOf: ({ commitSeq }) => sourceLine(world, sources.get(commitSeq)),
      judgement: judgementOf(targets, plan, { series, shown, asked }),
      former,
    });
    return { ...built, card: withRecastNote(world, { definition, shown }, built.card) };
  });
}

/** The published growths of what is shown, over the same periods; those that are cards themselves are read anyway. */
function growthPlans(world: ScreenWorld, plans: readonly CardPlan[]): CardPlan[] {
  const shown = new Set(plans.map(({ address }) => addressText(address)));
  return plans.flatMap((plan) => {
    const definition = world.growths.get(plan.definition.code);
    if (definition === undefined) return [];
    const address = { ...plan.address, indicator: definition.code };
    return shown.has(addressText(address)) ? [] : [{ definition, address, newest: plan.newest }];
  });
}

/** Beyond the newest number there may be cells that failed to compute; they are the newest then. */
const BEYOND = 3;
/** Thirteen periods to draw, and the year before the first of them for the changes of sums since January. */
const BEFORE = 2 * SPARK_PERIODS - 1;

/** Types with more periods a year than are drawn. */
const SHORT: ReadonlySet<string> = new Set(["hour", "day", "week"]);

/** The runs of periods a card needs: those drawn, and for short periods also around the same one last year. */
export function rangesOf({ definition, address, ...plan }: CardPlan, asked: Period | null): AddressRange[] {
  const newest = plan.newest ?? plan.whole ?? null;
  if (newest === null) return [];
  const type = definition.periodType;
  const span = asked === null ? { from: newest, to: newest + BEYOND } : askedSpan(type, asked);
  const from = Math.max(Number.isFinite(span.from) ? span.from : span.to - BEFORE, -1_000_000);
  const drawn = { ...address, from: from - BEFORE, to: span.to };
  if (!SHORT.has(type)) return [drawn];
  const first = samePeriodLastYear({ type, ordinal: from });
  const last = samePeriodLastYear({ type, ordinal: span.to });
  if (first === null || last === null) return [drawn];
  return [{ ...address, from: shiftPeriod(first, -1).ordinal, to: last.ordinal }, drawn];
}
