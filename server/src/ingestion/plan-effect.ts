import type { ReadTx } from "@bochiso/db/store";
import type { AreaCode } from "@bochiso/shared/area";
import type { SeriesAddress } from "@bochiso/shared/formula";
import type { AffectedPlan } from "@bochiso/shared/graph";
import type { IndicatorCode } from "@bochiso/shared/indicator";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { planRecompute } from "../compute/plan-recompute.ts";
import type { ReadCells } from "../compute/read-cells.ts";
import type { Slices } from "../platform/slices.ts";
import type { ResolvedRow } from "./submitted-row.ts";

/** The derived cells that the rows can reach; `read` is told what that stands on. Throws `effect-too-large`. */
export function planEffect(
  tx: ReadTx,
  catalogue: Catalogue,
  rows: readonly ResolvedRow[],
  options: { slices?: Slices; read?: ReadCells } = {},
): Promise<AffectedPlan> {
  const changed = rows.map((row) => ({ ...addressOf(row), period: row.at }));
  return planRecompute(tx, catalogue, changed, options);
}

/** The series of a row as formulas address it; its codes were resolved against the catalogue. */
export function addressOf(row: ResolvedRow): SeriesAddress {
  return {
    indicator: row.indicator as IndicatorCode,
    area: row.area as AreaCode,
    breakdown: row.breakdownKey,
    scenario: row.scenario,
  };
}
