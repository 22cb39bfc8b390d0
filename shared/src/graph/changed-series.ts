import type { AreaCode } from "../area/area-code.ts";
import type { BreakdownKey } from "../breakdown/breakdown-key.ts";
import type { PeriodType } from "../period/index.ts";
import type { ChangedCell, ChangedCells } from "./stored-extent.ts";

/** Changed periods of one series, by period type. */
export interface ChangedSeries {
  /** `area|breakdown`. */
  readonly key: string;
  readonly area: AreaCode;
  readonly breakdown: BreakdownKey;
  readonly periods: Map<PeriodType, Set<number>>;
}

/** Changed series by key, for each `indicator|scenario`. */
export type Changes = Map<string, Map<string, ChangedSeries>>;

/** The changed cells grouped by series. */
export function groupChanges(changed: Iterable<ChangedCell | ChangedCells>): Changes {
  const changes: Changes = new Map();
  for (const cells of changed) {
    const { indicator, scenario, area, breakdown } = cells;
    const name = `${indicator}|${scenario}`;
    let bySeries = changes.get(name);
    if (bySeries === undefined) {
      bySeries = new Map();
      changes.set(name, bySeries);
    }
    const series = seriesAt(bySeries, `${area}|${breakdown}`, area, breakdown);
    if ("period" in cells) ordinalsOf(series, cells.period.type).add(cells.period.ordinal);
    else addAll(ordinalsOf(series, cells.periodType), cells.ordinals);
  }
  return changes;
}

function addAll(ordinals: Set<number>, added: Iterable<number>): void {
  for (const ordinal of added) ordinals.add(ordinal);
}

/** The series of a key, made where it is new. */
export function seriesAt(
  bySeries: Map<string, ChangedSeries>,
  key: string,
  area: AreaCode,
  breakdown: BreakdownKey,
): ChangedSeries {
  let changed = bySeries.get(key);
  if (changed === undefined) {
    changed = { key, area, breakdown, periods: new Map() };
    bySeries.set(key, changed);
  }
  return changed;
}

/** The changed ordinals of a period type, made where there are none. */
export function ordinalsOf(changed: ChangedSeries, type: PeriodType): Set<number> {
  let ordinals = changed.periods.get(type);
  if (ordinals === undefined) {
    ordinals = new Set();
    changed.periods.set(type, ordinals);
  }
  return ordinals;
}

/** Adds the cells reached by a rule to the changes that its dependents follow. */
export function mergeChanges(changes: Changes, name: string, reached: Map<string, ChangedSeries>): void {
  if (reached.size === 0) return;
  const known = changes.get(name);
  if (known === undefined) {
    changes.set(name, reached);
    return;
  }
  for (const { key, area, breakdown, periods } of reached.values()) {
    const changed = seriesAt(known, key, area, breakdown);
    for (const [type, ordinals] of periods) {
      addAll(ordinalsOf(changed, type), ordinals);
    }
  }
}
