import type { ReadTx } from "@bochiso/db/store";
import { type AffectedPlan, type ChangedCells, runSteps } from "@bochiso/shared/graph";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { planRecompute } from "../compute/plan-recompute.ts";
import { ROWS_PER_STEP, type Slices } from "../platform/slices.ts";
import type { ResolvedRow, RowSeries } from "./submitted-row.ts";

/** The derived cells that rows can reach. Throws `effect-too-large`. */
export function planEffect(
  tx: ReadTx,
  catalogue: Catalogue,
  rows: readonly ResolvedRow[],
  slices: Slices,
): Promise<AffectedPlan> {
  return planRecompute(tx, catalogue, cellsOfRows(rows), { slices });
}

/** The cells of rows, series by series, periods ascending. */
export function cellsOfRows(rows: readonly ResolvedRow[]): ChangedCells[] {
  return runSteps(cellSteps(rows));
}

/** The same in steps. */
export function* cellSteps(rows: readonly ResolvedRow[]): Generator<void, ChangedCells[]> {
  const ordinals = new Map<RowSeries, number[]>();
  for (const [index, { series, at }] of rows.entries()) {
    if (index % ROWS_PER_STEP === 0) yield;
    const known = ordinals.get(series);
    if (known === undefined) ordinals.set(series, [at.ordinal]);
    else known.push(at.ordinal);
  }
  return [...ordinals].map(([series, own]) => ({ ...series, ordinals: own.sort((a, b) => a - b) }));
}
