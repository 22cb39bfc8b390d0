import type { QualityHeatCell } from "@bochiso/shared/screen";

/** Flags of a cell that still ask for somebody, and all of them. */
export function heatCount(cell: QualityHeatCell): { pending: number; all: number } {
  if (cell === null) return { pending: 0, all: 0 };
  const pending = cell.open + cell.wrong;
  return { pending, all: pending + cell.confirmed + cell.resolved };
}

/** Upper ends of the classes of colour; what is more is the darkest. */
const CLASSES = [0, 1, 3, 9, 29] as const;

/** 0 (nothing to do) to 5 (thirty and more). */
export function heatClass(pending: number): number {
  const found = CLASSES.findIndex((most) => pending <= most);
  return found < 0 ? CLASSES.length : found;
}
