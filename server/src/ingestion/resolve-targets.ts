import type { NewObservation } from "@bochiso/db/repositories/observations";
import { resolveSeries, type SeriesKey } from "@bochiso/db/repositories/series";
import type { WriteTx } from "@bochiso/db/store";
import type { AffectedPlan } from "@bochiso/shared/graph";
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
  const keys = new Map<string, SeriesKey>();
  for (const row of rows) {
    const key = reportedKey(row);
    keys.set(textOf(key), key);
  }
  for (const { indicator, area, breakdown, periodType } of plan.series) {
    const key: SeriesKey = {
      indicator,
      area,
      breakdownKey: breakdown,
      scenario: "actual",
      periodType,
      origin: "computed",
    };
    keys.set(textOf(key), key);
  }
  const ids = await resolveSeries(tx, [...keys.values()]);
  const idOf = new Map([...keys.keys()].map((text, at) => [text, ids[at] ?? 0]));
  return {
    ids,
    observations: (merged, derived) => [
      ...merged.flatMap(({ row, content }) =>
        content === null
          ? []
          : [{ ...content, seriesId: idOf.get(textOf(reportedKey(row))) ?? 0, ordinal: row.at.ordinal }],
      ),
      ...derived.map(({ result, content }) => {
        const { indicator, area, breakdown, period } = result.cell;
        const key = textOf({
          indicator,
          area,
          breakdownKey: breakdown,
          scenario: "actual",
          periodType: period.type,
          origin: "computed",
        });
        return { ...content, seriesId: idOf.get(key) ?? 0, ordinal: period.ordinal };
      }),
    ],
  };
}

function reportedKey(row: CellRow): SeriesKey {
  const { indicator, area, breakdownKey, scenario, at } = row;
  return { indicator, area, breakdownKey, scenario, periodType: at.type, origin: "reported" };
}

function textOf(key: SeriesKey): string {
  return `${key.indicator}|${key.area}|${key.breakdownKey}|${key.scenario}|${key.periodType}|${key.origin}`;
}
