import { type AppendOrder, appendOrderSteps, type NewObservation } from "@bochiso/db/repositories/observations";
import { resolveSeries, type SeriesKey } from "@bochiso/db/repositories/series";
import type { WriteTx } from "@bochiso/db/store";
import { type AffectedPlan, type AffectedSeries, runSteps } from "@bochiso/shared/graph";
import type { DerivedChanges } from "../compute/recompute.ts";
import { ROWS_PER_STEP } from "../platform/slices.ts";
import type { ResolvedRow, RowSeries } from "./submitted-row.ts";

/** The cell that a row, or a target, writes to. */
export type CellRow = Pick<ResolvedRow, "series" | "at">;

/** The content of a revision without its cell. */
export type WrittenContent = Omit<NewObservation, "seriesId" | "ordinal">;

/** What is written to a cell; null where it stays as it is. */
interface CellWrite {
  readonly row: CellRow;
  readonly content: WrittenContent | null;
}

/** The series a submission can write to, by number. */
export interface Targets {
  readonly ids: readonly number[];
  /** The revisions to append for what changes. */
  observations(merged: readonly CellWrite[], derived: readonly DerivedChanges[]): NewObservation[];
  /** The same in the order in which they are appended, in steps. */
  orderSteps(merged: readonly CellWrite[], derived: readonly DerivedChanges[]): Generator<void, AppendOrder>;
}

/**
 * Finds or makes the series of the rows and of every derived cell they can reach. Derived series are made before their
 * operands are read: two writers of different operands then meet at the same series instead of missing each other.
 */
export async function resolveTargets(tx: WriteTx, rows: readonly CellRow[], plan: AffectedPlan): Promise<Targets> {
  const reported = [...new Set(rows.map(({ series }) => series))];
  const ids = await resolveSeries(tx, [...reported.map(reportedKey), ...plan.series.map(computedKey)]);
  const idOf = new Map<RowSeries | AffectedSeries, number>();
  for (const [at, series] of [...reported, ...plan.series].entries()) idOf.set(series, ids[at] ?? 0);
  function* observationSteps(
    merged: readonly CellWrite[],
    derived: readonly DerivedChanges[],
  ): Generator<void, NewObservation[]> {
    const observations: NewObservation[] = [];
    for (const [at, { row, content }] of merged.entries()) {
      if (at % ROWS_PER_STEP === 0) yield;
      if (content === null) continue;
      observations.push({ ...content, seriesId: idOf.get(row.series) ?? 0, ordinal: row.at.ordinal });
    }
    for (const { series, cells } of derived) {
      const seriesId = idOf.get(series) ?? 0;
      for (const cell of cells) {
        cell.seriesId = seriesId;
        observations.push(cell);
      }
      yield;
    }
    return observations;
  }
  return {
    ids: [...new Set(ids)],
    observations: (merged, derived) => runSteps(observationSteps(merged, derived)),
    orderSteps: function* (merged, derived) {
      return yield* appendOrderSteps(yield* observationSteps(merged, derived));
    },
  };
}

function reportedKey({ indicator, area, breakdown, scenario, periodType }: RowSeries): SeriesKey {
  return { indicator, area, breakdownKey: breakdown, scenario, periodType, origin: "reported" };
}

function computedKey({ indicator, area, breakdown, periodType }: AffectedSeries): SeriesKey {
  return { indicator, area, breakdownKey: breakdown, scenario: "actual", periodType, origin: "computed" };
}
