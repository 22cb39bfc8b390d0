import type { CellRange, FileCell, FileTable } from "./table.ts";

/** Most rows and columns of a merged range that are looked at. */
const MOST_ROWS = 5_000;
const MOST_COLUMNS = 200;

/** Cells below the header that are in a merged range: `row|column` → the range. */
export type MergedCells = ReadonlyMap<string, CellRange>;

/** The merged ranges of a table from a row on, by their cells. */
export function mergedCells(merged: readonly CellRange[], firstRow: number): MergedCells {
  const cells = new Map<string, CellRange>();
  for (const range of merged) {
    if (range.last.row < firstRow) continue;
    const rows = Math.min(range.last.row - range.first.row, MOST_ROWS);
    const columns = Math.min(range.last.column - range.first.column, MOST_COLUMNS);
    for (let row = 0; row <= rows; row += 1)
      for (let column = 0; column <= columns; column += 1)
        cells.set(`${range.first.row + row}|${range.first.column + column}`, range);
  }
  return cells;
}

/** The range a cell is in; undefined where it stands for itself. */
export function rangeOf(merged: MergedCells, row: number, column: number): CellRange | undefined {
  return merged.get(`${row}|${column}`);
}

/** What stands in a cell; in a merged range what stands in its first cell. */
export function cellAt(
  { rows }: Pick<FileTable, "rows">,
  merged: MergedCells,
  { row, column }: { row: number; column: number },
): { cell: FileCell | null; isFilled: boolean } {
  const own = rows.get(row)?.get(column) ?? null;
  const range = rangeOf(merged, row, column);
  if (own !== null || range === undefined) return { cell: own, isFilled: false };
  return { cell: rows.get(range.first.row)?.get(range.first.column) ?? null, isFilled: true };
}
