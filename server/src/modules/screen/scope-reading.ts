import { provenanceOf } from "@bochiso/db/repositories/submissions";
import type { ReadTx } from "@bochiso/db/store";
import { type BreakdownKey, TOTAL_KEY } from "@bochiso/shared/breakdown";
import { askedSpan, buildCard, type CardPoint, SPARK_PERIODS, shownPoint } from "@bochiso/shared/card";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import { type Period, samePeriodLastYear, shiftPeriod } from "@bochiso/shared/period";
import type { CardModel } from "@bochiso/shared/screen";
import { breakdownWords } from "./breakdown-words.ts";
import { cardBreakdowns } from "./card-breakdowns.ts";
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

/** What a screen stands on: one snapshot, one scope, one moment. */
export interface ScreenContext {
  readonly tx: ReadTx;
  readonly world: ScreenWorld;
  readonly scope: Scope;
  /** The period asked for; null = latest per indicator. */
  readonly asked: Period | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** A card to be: its definition, the cell series it shows, how far that series reaches. */
export interface CardPlan {
  readonly definition: IndicatorDefinition;
  readonly address: Address & { readonly breakdown: BreakdownKey };
  readonly newest: number | null;
}

/** The indicators of a scope with the breakdown each shows and its newest period. */
export interface ScopeReading {
  readonly book: SeriesBook;
  readonly plans: ReadonlyMap<string, CardPlan>;
}

/** Finds the series of a scope's indicators and their newest periods: two statements, however many indicators. */
export async function readScope(
  { tx, world, scope }: ScreenContext,
  definitions: readonly IndicatorDefinition[],
): Promise<ScopeReading> {
  const candidates = definitions.map((definition) => ({ definition, keys: cardBreakdowns(world, definition, scope) }));
  const book = await readSeriesBook(
    tx,
    { areas: [scope.area], breakdownKeys: [...new Set(candidates.flatMap(({ keys }) => keys))] },
    (code) => world.definitions.get(code)?.periodType,
  );
  const plans = candidates.map(
    ({ definition, keys }) => [definition.code, planOf(book, scope, definition, keys)] as const,
  );
  return { book, plans: new Map(plans) };
}

function planOf(
  book: SeriesBook,
  scope: Scope,
  definition: IndicatorDefinition,
  keys: readonly BreakdownKey[],
): CardPlan {
  const all = keys.map((breakdown) => {
    const address = { indicator: definition.code, area: scope.area, breakdown };
    return { definition, address, newest: newestOf(book, address) };
  });
  const withData = all.find(({ newest }) => newest !== null);
  return (
    withData ??
    all.at(-1) ?? {
      definition,
      address: { indicator: definition.code, area: scope.area, breakdown: TOTAL_KEY },
      newest: null,
    }
  );
}

/** Builds cards: two statements (their cells, their sources), however many cards. In the order of the plans. */
export async function readCards(
  context: ScreenContext,
  book: SeriesBook,
  plans: readonly CardPlan[],
): Promise<CardModel[]> {
  const { tx, world, asked, now } = context;
  const windows = await readWindows(
    tx,
    book,
    plans.flatMap((plan) => rangesOf(plan, asked)),
  );
  const read = plans.map((plan) => {
    const window = windows.get(addressText(plan.address));
    const series = window === undefined ? new Map<number, CardPoint>() : defaultReading(window);
    return { ...plan, series, shown: shownPoint(series, plan.definition.periodType, asked) };
  });
  const sources = await provenanceOf(
    tx,
    read.flatMap(({ shown }) => (shown === null ? [] : [shown.commitSeq])),
  );
  return read.map(({ definition, address, newest, series }) => {
    const area = world.areas.get(address.area);
    return buildCard({
      definition,
      area: area?.code ?? context.scope.area,
      areaName: area?.name ?? context.scope.name,
      breakdown: address.breakdown,
      breakdownLabel: breakdownWords(world, address.breakdown),
      toDate: world.toDate.has(definition.code),
      simulated: area?.simulated ?? context.scope.simulated,
      series,
      newest,
      asked,
      now,
      sourceOf: ({ commitSeq }) => sourceLine(world, sources.get(commitSeq)),
      plan: null,
    });
  });
}

/** Beyond the newest number there may be cells that failed to compute; they are the newest then. */
const BEYOND = 3;
/** Thirteen periods to draw, and the year before the first of them for the changes of sums since January. */
const BEFORE = 2 * SPARK_PERIODS - 1;

/** Types with more periods a year than are drawn. */
const SHORT: ReadonlySet<string> = new Set(["hour", "day", "week"]);

/** The runs of periods a card needs: those drawn, and for short periods also around the same one last year. */
export function rangesOf({ definition, address, newest }: CardPlan, asked: Period | null): AddressRange[] {
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
