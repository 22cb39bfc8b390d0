import type { PeriodLock } from "@bochiso/db/repositories/intake";
import { type Observation, readRanges } from "@bochiso/db/repositories/observations";
import type { ReadTx } from "@bochiso/db/store";
import { periodLabel } from "@bochiso/shared/card";
import {
  type EntryCell,
  type EntryFigure,
  type EntryGridInput,
  type EntryGridModel,
  type EntryLock,
  MOST_GRID_CELLS,
} from "@bochiso/shared/entry";
import { firstDay, lastDay, type Period, PeriodType, samePeriodLastYear, shiftPeriod } from "@bochiso/shared/period";
import { feedUnknown } from "../../auth/create-key.ts";
import type { Catalogue } from "../../catalogue/catalogue.ts";
import { breakdownOf, type ExpectedCell, expectedCells, ownDefinitions } from "../../file-drop/expected-cells.ts";
import { lockOf } from "../../intake/lock-of.ts";
import { breakdownWords } from "../screen/breakdown-words.ts";
import type { ScreenWorld } from "../screen/screen-world.ts";
import { worldOf } from "../screen/world-of.ts";
import type { EntryDeps } from "./entry-deps.ts";
import { entryPeriod, offeredPeriods } from "./entry-period.ts";
import { entryUnit } from "./entry-unit.ts";
import { missingPeriods } from "./missing-periods.ts";

/** What a feed has to deliver in a period, with what is stored beside it. Throws `feed-unknown`, `period-malformed`. */
export async function getEntryGrid(
  deps: EntryDeps,
  { feed: code, period: asked }: EntryGridInput,
): Promise<EntryGridModel> {
  const { store, catalogue: cache, clock, demo } = deps;
  const now = clock.now();
  return await store.read(async (tx) => {
    const catalogue = await cache.current(tx);
    const feed = catalogue.feeds.get(code);
    if (feed === undefined) throw feedUnknown(code);
    const types = typesOf(catalogue, code, now.toISOString());
    const missing = await missingPeriods(tx, { catalogue, feed, now: now.toISOString() });
    const choices = types.map((type) => ({
      type,
      periods: offeredPeriods(type, now.getTime(), [...(missing.get(type)?.keys() ?? [])]),
    }));
    const period = asked === null ? firstChoice(choices) : entryPeriod(asked);
    const world = worldOf(catalogue, demo);
    const expected = await expectedCells({ tx, catalogue, feed: code, period, now: now.toISOString() });
    const beside = { previous: shiftPeriod(period, -1), yearAgo: yearBefore(period) };
    const shown = expected.slice(0, MOST_GRID_CELLS);
    const figures = await readFigures(tx, shown, [period, beside.previous, beside.yearAgo]);
    const label = (it: Period | null) => (it === null ? null : periodLabel(it));
    return {
      feed: code,
      feedName: feed.name,
      agencyName: world.agencies.get(feed.agency)?.name ?? feed.name,
      simulated: feed.simulated,
      accepts: feed.active && !feed.barred,
      needsSignOff: feed.requireSignOff,
      period: periodLabel(period),
      previous: label(beside.previous),
      yearAgo: label(beside.yearAgo),
      choices: choices
        .toSorted((a, b) => PeriodType.options.indexOf(a.type) - PeriodType.options.indexOf(b.type))
        .map(({ type, periods }) => ({
          type,
          periods: periods.map((it) => ({ ...periodLabel(it), missing: missing.get(type)?.get(it.ordinal) ?? 0 })),
        })),
      cells: shown.map((cell) =>
        cellOf(cell, { world, figures, locks: catalogue.locks, period, ...beside, now: now.toISOString() }),
      ),
      cellCount: expected.length,
    };
  });
}

/** Types of period the feed sends, that with the most indicators first; values in force from a day on have no grid. */
function typesOf(catalogue: Catalogue, feed: string, now: string): PeriodType[] {
  const byType = Map.groupBy(ownDefinitions(catalogue, feed, now), ({ periodType }) => periodType);
  return [...byType]
    .filter(([type]) => type !== "static")
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([type]) => type);
}

/** The newest period that is over: its figures are what is due. */
function firstChoice(choices: readonly { readonly periods: readonly Period[] }[]): Period {
  const [first] = choices;
  return first?.periods[1] ?? first?.periods[0] ?? entryPeriod("2025");
}

/** Of short periods the same a year before says nothing. */
function yearBefore(period: Period): Period | null {
  return period.type === "year" ? null : samePeriodLastYear(period);
}

type Figures = (cell: ExpectedCell, period: Period | null) => Observation | null;

async function readFigures(
  tx: ReadTx,
  cells: readonly ExpectedCell[],
  periods: readonly (Period | null)[],
): Promise<Figures> {
  const ordinals = [...new Set(periods.flatMap((it) => it?.ordinal ?? []))];
  const ranges = cells.flatMap(({ seriesId }) =>
    seriesId === null ? [] : ordinals.map((ordinal) => ({ seriesId, from: ordinal, to: ordinal })),
  );
  const found = new Map((await readRanges(tx, ranges)).map((it) => [`${it.seriesId}|${it.ordinal}`, it]));
  return ({ seriesId }, period) => (period === null ? null : (found.get(`${seriesId}|${period.ordinal}`) ?? null));
}

function cellOf(
  cell: ExpectedCell,
  around: {
    world: ScreenWorld;
    figures: Figures;
    locks: Catalogue["locks"];
    period: Period;
    previous: Period;
    yearAgo: Period | null;
    now: string;
  },
): EntryCell {
  const { definition, area, breakdown, dueAt, seriesId } = cell;
  const { world, figures, locks, period, previous, yearAgo, now } = around;
  const current = figureOf(figures(cell, period));
  const isOpen = dueAt === null || dueAt >= now;
  return {
    key: `${definition.code}|${area.code}|${breakdown}`,
    indicator: definition.code,
    indicatorName: definition.name,
    area: area.code,
    areaName: area.name,
    breakdown: breakdownOf(breakdown),
    breakdownLabel: breakdownWords(world, breakdown),
    unit: entryUnit(definition, world.units),
    limits: definition.limits,
    isCount: definition.valueType === "count" && definition.decimals === 0,
    dueAt,
    state: current !== null ? "received" : seriesId === null ? "new" : isOpen ? "not-yet-due" : "missing",
    current,
    previous: figureOf(figures(cell, previous)),
    yearAgo: figureOf(figures(cell, yearAgo)),
    lock: entryLock(
      lockOf(locks, {
        indicator: definition.code,
        area: area.code,
        firstDay: firstDay(period),
        lastDay: lastDay(period),
      }),
    ),
  };
}

function entryLock(lock: PeriodLock | undefined): EntryLock | null {
  return lock === undefined ? null : { reason: lock.reason, by: lock.lockedBy, at: lock.lockedAt };
}

function figureOf(stored: Observation | null): EntryFigure | null {
  if (stored === null || stored.retracted === 1) return null;
  const { value, valueText, status, note } = stored;
  return { value: valueText ?? (value === null ? null : String(value)), status, note };
}
