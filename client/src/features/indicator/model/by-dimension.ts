import type { BreakdownRow } from "@bochiso/shared/screen";
import type { Text } from "@bochiso/shared/text";

/** The members of one breakdown dimension. */
export interface DimensionRows {
  dimension: string;
  name: Text;
  rows: BreakdownRow[];
}

/** Breakdown rows by dimension, both in the order they came. */
export function byDimension(rows: readonly BreakdownRow[]): DimensionRows[] {
  const groups = new Map<string, DimensionRows>();
  for (const row of rows) {
    const group = groups.get(row.dimension) ?? { dimension: row.dimension, name: row.dimensionName, rows: [] };
    group.rows.push(row);
    groups.set(row.dimension, group);
  }
  return [...groups.values()];
}
