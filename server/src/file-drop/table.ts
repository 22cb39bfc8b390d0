/** What a cell of a file holds. `text` is what it says: digits of a number as exact decimal text, a date as ISO day. */
export interface FileCell {
  readonly kind: "text" | "number" | "percent" | "date" | "boolean" | "error";
  readonly text: string;
  /** Its content is computed by the spreadsheet; `result`: the file holds what came out. */
  readonly formula?: { readonly hasResult: boolean };
}

/** Cells from row and column `first` to `last`, counted from 0, inclusive. */
export interface CellRange {
  readonly first: { readonly row: number; readonly column: number };
  readonly last: { readonly row: number; readonly column: number };
}

/** A sheet, or a CSV file as one. */
export interface FileTable {
  /** Empty for CSV. */
  readonly name: string;
  readonly hidden: boolean;
  /** By row and column, counted from 0; empty cells and rows are absent. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, FileCell>>;
  readonly merged: readonly CellRange[];
  /** Rows that are hidden. */
  readonly hiddenRows: ReadonlySet<number>;
}
