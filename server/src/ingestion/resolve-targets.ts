import type { NewObservation } from "@bochiso/db/repositories/observations";
import { resolveSeries, type SeriesKey } from "@bochiso/db/repositories/series";
import type { WriteTx } from "@bochiso/db/store";
import type { AffectedPlan, DerivedCell } from "@bochiso/shared/graph";
import type { DerivedChange } from "../compute/recompute.ts";
import type { CellContent } from "./merge-row.ts";
import type { ResolvedRow } from "./submitted-row.ts";

/** The cell that a row, or a target, writes to. */
export type CellRow = Pick<ResolvedRow, "indicator" | "area" | "breakdownKey" | "scenario" | "at">;

/** What is written to a cell; null where it stays as it is. */
interface CellWrite {
  readonly row: CellRow;
  readonly content: CellContent | null;
}

/** The series a submission can write to, by number. */
export interface Targets {
  readonly ids: readonly number[];
  /** The revisions to append for what changes. */
  observations(merged: readonly CellWrite[], derived: readonly DerivedChange[]): NewObservation[];
}

/**
 * Finds or makes the series of the rows and of every derived cell they can reach. Derived series are made before their
 * operands are read: two writers of different operands then meet at the same series instead of missing each other.
 */
export async function resolveTargets(tx: WriteTx, rows: readonly CellRow[], plan: AffectedPlan): Promise<Targets> {
  const places = new Map<string, number>();
  const keys: SeriesKey[] = [];
  const add = (key: SeriesKey): void => {
    const text = textOf(key);
    if (places.has(text)) return;
    places.set(text, keys.length);
    keys.push(key);
  };
  for (const row of rows) add(reportedKey(row));
  for (const { indicator, area, breakdown, periodType } of plan.series) {
    add({ indicator, area, breakdownKey: breakdown, scenario: "actual", periodType, origin: "computed" });
  }
  const ids = await resolveSeries(tx, keys);
  const idOf = (key: SeriesKey): number => ids[places.get(textOf(key)) ?? -1] ?? 0;
  return {
    ids,
    observations: (merged, derived) => {
      const observations: NewObservation[] = [];
      for (const { row, content } of merged) {
        if (content === null) continue;
        observations.push({ ...content, seriesId: idOf(reportedKey(row)), ordinal: row.at.ordinal });
      }
      const computedId = lastKnown(idOf);
      for (const { result, content } of derived) {
        observations.push({ ...content, seriesId: computedId(result.cell), ordinal: result.cell.period.ordinal });
      }
      return observations;
    },
  };
}

/** Computed cells come series after series: its number is looked up once for each run. */
function lastKnown(idOf: (key: SeriesKey) => number): (cell: DerivedCell) => number {
  let last: DerivedCell | undefined;
  let id = 0;
  return (cell) => {
    const { indicator, area, breakdown, period } = cell;
    const isSame =
      last?.indicator === indicator &&
      last.area === area &&
      last.breakdown === breakdown &&
      last.period.type === period.type;
    if (!isSame) {
      const key = { indicator, area, breakdownKey: breakdown, periodType: period.type };
      id = idOf({ ...key, scenario: "actual", origin: "computed" });
      last = cell;
    }
    return id;
  };
}

function reportedKey(row: CellRow): SeriesKey {
  const { indicator, area, breakdownKey, scenario, at } = row;
  return { indicator, area, breakdownKey, scenario, periodType: at.type, origin: "reported" };
}

function textOf(key: SeriesKey): string {
  return `${key.indicator}|${key.area}|${key.breakdownKey}|${key.scenario}|${key.periodType}|${key.origin}`;
}
