import type { ReadTx } from "@bochiso/db/store";
import { type AffectedPlan, affectedCells, type ChangedCell } from "@bochiso/shared/graph";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { LIMITS } from "../ingestion/limits.ts";
import { withStoredExtents } from "./stored-extents.ts";

/** The derived cells that a change can reach, in dependency order. Throws `effect-too-large`. */
export function planRecompute(
  tx: ReadTx,
  catalogue: Catalogue,
  changed: readonly ChangedCell[],
): Promise<AffectedPlan> {
  const { graph, space } = catalogue;
  return withStoredExtents(
    tx,
    (indicator) => catalogue.definitions.get(indicator)?.periodType,
    (stored) => affectedCells({ graph, changed, space, stored, maxAffectedCells: LIMITS.affectedCells }),
  );
}
