import type { ReadTx } from "@bochiso/db/store";
import type { AreaCode } from "@bochiso/shared/area";
import type { SeriesAddress } from "@bochiso/shared/formula";
import type { AffectedPlan } from "@bochiso/shared/graph";
import type { IndicatorCode } from "@bochiso/shared/indicator";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { planRecompute } from "../compute/plan-recompute.ts";
import type { ResolvedRow } from "./submitted-row.ts";

/** The derived cells that the rows can reach. Throws `effect-too-large`. */
export function planEffect(tx: ReadTx, catalogue: Catalogue, rows: readonly ResolvedRow[]): Promise<AffectedPlan> {
  return planRecompute(
    tx,
    catalogue,
    rows.map((row) => ({ ...addressOf(row), period: row.at })),
  );
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
