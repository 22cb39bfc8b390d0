import type { ReadTx } from "@bochiso/db/store";
import type { AffectedPlan, ChangedCells } from "@bochiso/shared/graph";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { planRecompute } from "../compute/plan-recompute.ts";
import type { ReadCells } from "../compute/read-cells.ts";
import type { Slices } from "../platform/slices.ts";
import type { ResolvedRow, RowSeries } from "./submitted-row.ts";

/** The derived cells that rows can reach; `read` is told what that stands on. Throws `effect-too-large`. */
export function planEffect(
  tx: ReadTx,
  catalogue: Catalogue,
  rows: readonly ResolvedRow[],
  options: { slices?: Slices; read?: ReadCells } = {},
): Promise<AffectedPlan> {
  return planRecompute(tx, catalogue, cellsOfRows(rows), options);
}

/** The cells of rows, series by series, periods ascending. */
export function cellsOfRows(rows: Iterable<ResolvedRow>): ChangedCells[] {
  const ordinals = new Map<RowSeries, number[]>();
  for (const { series, at } of rows) {
    const known = ordinals.get(series);
    if (known === undefined) ordinals.set(series, [at.ordinal]);
    else known.push(at.ordinal);
  }
  return [...ordinals].map(([series, own]) => ({ ...series, ordinals: own.sort((a, b) => a - b) }));
}
