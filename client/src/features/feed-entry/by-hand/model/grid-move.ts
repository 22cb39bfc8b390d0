import { COLUMNS, type EntryColumn } from "./paste.ts";

/** Where in the grid the focus is: the line on screen and the column. */
export interface GridPlace {
  readonly row: number;
  readonly column: EntryColumn;
}

/** What of a key and a field decides about moving on. */
export interface KeyPress {
  readonly key: string;
  readonly shift: boolean;
  /** The caret stands before the first, after the last character; true for fields without one. */
  readonly atStart: boolean;
  readonly atEnd: boolean;
  /** A list opens and moves by its own arrows. */
  readonly isSelect: boolean;
}

/** Where a key leads, as in a spreadsheet; null where it stays with the field. */
export function movedBy({ row, column }: GridPlace, press: KeyPress): GridPlace | null {
  const at = COLUMNS.indexOf(column);
  const beside = (by: number): GridPlace | null => {
    const next = COLUMNS[at + by];
    return next === undefined ? null : { row, column: next };
  };
  if (press.key === "Enter") return { row: row + (press.shift ? -1 : 1), column };
  if (press.shift) return null;
  if (press.key === "ArrowDown" && !press.isSelect) return { row: row + 1, column };
  if (press.key === "ArrowUp" && !press.isSelect) return { row: row - 1, column };
  if (press.key === "ArrowLeft" && press.atStart) return beside(-1);
  if (press.key === "ArrowRight" && press.atEnd) return beside(1);
  return null;
}
