import { seriesExtents } from "@bochiso/db/repositories/series";
import type { ReadTx } from "@bochiso/db/store";
import { type AffectedPlan, affectedSteps, type ChangedCell, type ChangedCells } from "@bochiso/shared/graph";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { LIMITS } from "../ingestion/limits.ts";
import { inSlices, type Slices, UNDIVIDED } from "../platform/slices.ts";
import type { ReadCells } from "./read-cells.ts";
import { withStoredExtents } from "./stored-extents.ts";

/** The derived cells that a change can reach, in dependency order; `read` is told what that stands on. Throws `effect-too-large`. */
export function planRecompute(
  tx: ReadTx,
  catalogue: Catalogue,
  changed: readonly (ChangedCell | ChangedCells)[],
  { slices = UNDIVIDED, read }: { slices?: Slices; read?: ReadCells } = {},
): Promise<AffectedPlan> {
  const { graph, space } = catalogue;
  return withStoredExtents(
    tx,
    (indicator) => catalogue.definitions.get(indicator)?.periodType,
    (stored) =>
      inSlices(affectedSteps({ graph, changed, space, stored, maxAffectedCells: LIMITS.affectedCells }), slices),
    (within, indicator, area) => {
      read?.addExtent(indicator, area);
      return seriesExtents(within, indicator, area);
    },
  );
}
