import type { CellRef } from "@bochiso/shared/screen";
import type { Measure } from "../../../lib/source/index.ts";

/** A cell and a measure as the text of `?giaithich=`; `~` occurs in none of the parts. */
export function cellKey(cell: CellRef, measure: Measure = "value"): string {
  return [cell.indicator, cell.area, cell.breakdown, cell.period, measure].join("~");
}
