import { type Observation, readRanges } from "@bochiso/db/repositories/observations";
import { findSeries } from "@bochiso/db/repositories/series";
import type { ReadTx } from "@bochiso/db/store";
import { breakdownKey } from "@bochiso/shared/breakdown";
import { periodLabel } from "@bochiso/shared/card";
import { type EntryOutcome, type EntryRow, figureChange, type RowChange } from "@bochiso/shared/entry";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import { type Period, parsePeriod, shiftPeriod } from "@bochiso/shared/period";
import { breakdownWords } from "../screen/breakdown-words.ts";
import type { ScreenWorld } from "../screen/screen-world.ts";
import { entryUnit } from "./entry-unit.ts";

/** Rows that are told one by one. */
const MOST_TOLD = 200;

/** A row that would be stored, with the cell it names. */
interface NamedRow {
  readonly at: number;
  readonly row: EntryRow;
  readonly definition: IndicatorDefinition;
  readonly period: Period;
  readonly seriesId: number | null;
}

/** What rows that would be stored change, those with a large step first. Rows of the second list are their outcomes. */
export async function rowChanges(
  tx: ReadTx,
  world: ScreenWorld,
  asked: { readonly rows: readonly EntryRow[]; readonly outcomes: readonly EntryOutcome[] },
): Promise<RowChange[]> {
  const named = await nameRows(tx, world, asked);
  const ranges = named.flatMap(({ seriesId, period }) =>
    seriesId === null ? [] : { seriesId, from: before(period)?.ordinal ?? period.ordinal, to: period.ordinal },
  );
  const stored = new Map((await readRanges(tx, ranges)).map((it) => [`${it.seriesId} ${it.ordinal}`, it]));
  const figureAt = ({ seriesId }: NamedRow, period: Period | null): string | null =>
    period === null ? null : figureOf(stored.get(`${seriesId} ${period.ordinal}`));
  return named
    .map((it) => changeOf(it, { world, stored: figureAt(it, it.period), previous: figureAt(it, before(it.period)) }))
    .sort((a, b) => Number(b.change?.isLarge ?? false) - Number(a.change?.isLarge ?? false) || a.row - b.row)
    .slice(0, MOST_TOLD);
}

async function nameRows(
  tx: ReadTx,
  { definitions }: ScreenWorld,
  { rows, outcomes }: { readonly rows: readonly EntryRow[]; readonly outcomes: readonly EntryOutcome[] },
): Promise<NamedRow[]> {
  const sound = rows.flatMap((row, at) => {
    const definition = definitions.get(row.indicator);
    const parsed = parsePeriod(row.period, definition?.periodType);
    if (outcomes[at] === "rejected" || definition === undefined || !parsed.ok) return [];
    return [{ at, row, definition, period: parsed.period }];
  });
  const series = await findSeries(tx, {
    indicators: [...new Set(sound.map(({ row }) => row.indicator))],
    areas: [...new Set(sound.map(({ row }) => row.area))],
    origins: ["reported"],
  });
  const idOf = new Map(
    series.map((it) => [[it.indicator, it.area, it.breakdownKey, it.scenario, it.periodType].join("\n"), it.id]),
  );
  return sound.map((it) => {
    const { indicator, area, breakdown, scenario = "actual" } = it.row;
    const key = [indicator, area, breakdownKey(breakdown ?? {}), scenario, it.period.type].join("\n");
    return { ...it, seriesId: idOf.get(key) ?? null };
  });
}

/** Values in force from a day on have no period before. */
function before(period: Period): Period | null {
  return period.type === "static" ? null : shiftPeriod(period, -1);
}

function figureOf(stored: Observation | undefined): string | null {
  if (stored === undefined || stored.retracted === 1) return null;
  return stored.valueText ?? (stored.value === null ? null : String(stored.value));
}

function changeOf(
  { at, row, definition, period }: NamedRow,
  { world, stored, previous }: { world: ScreenWorld; stored: string | null; previous: string | null },
): RowChange {
  const { name: unit, isPercent } = entryUnit(definition, world.units);
  const value = row.retract === true ? null : row.value;
  const base = stored ?? previous;
  return {
    row: at,
    indicatorName: definition.name,
    areaName: world.areas.get(row.area)?.name ?? { vi: row.area, en: row.area },
    breakdownLabel: breakdownWords(world, breakdownKey(row.breakdown ?? {})),
    period: periodLabel(period, world.toDate.has(row.indicator)),
    unit,
    value,
    status: row.status ?? null,
    stored,
    previous: stored === null ? previous : null,
    change: value === null || base === null ? null : figureChange(base, value, { isPercent }),
  };
}
