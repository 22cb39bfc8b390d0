import type { Origin } from "@bochiso/shared/observation";
import type { CellRef } from "@bochiso/shared/screen";
import type { Measure } from "../../../lib/source/index.ts";

/** Which state and which origin of a cell is explained; neither: the present one by the default reading. */
export interface CellView {
  /** Commit number. */
  asOf?: number | undefined;
  origin?: Origin | undefined;
}

/** A cell and a measure as the text of `?giaithich=`; `~` occurs in none of the parts, empty ones at the end are left out. */
export function cellKey(cell: CellRef, measure: Measure = "value", { asOf, origin }: CellView = {}): string {
  const key = [cell.indicator, cell.area, cell.breakdown, cell.period, measure];
  if (asOf === undefined && origin === undefined) return key.join("~");
  return [...key, asOf ?? "", ...(origin === undefined ? [] : [origin])].join("~");
}
