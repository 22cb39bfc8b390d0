import type { CellRange } from "../table.ts";

const ADDRESS = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/;

/** Row and column of `E7`, counted from 0; null where it is no address. */
export function readAddress(text: string): { row: number; column: number } | null {
  const match = ADDRESS.exec(text);
  if (match === null) return null;
  const [, letters = "", digits = ""] = match;
  let column = 0;
  for (const letter of letters) column = 26 * column + (letter.charCodeAt(0) - 64);
  return { row: Number(digits) - 1, column: column - 1 };
}

/** The range of `A1:C3` or of one cell; null where it is none. */
export function readRange(text: string): CellRange | null {
  const [from = "", to = from] = text.split(":");
  const [first, last] = [readAddress(from), readAddress(to)];
  return first === null || last === null ? null : { first, last };
}

/** `E7` of a row and column counted from 0. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** `E` of a column counted from 0. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** `A1:C3`, or `A1` where it is one cell. */
export function rangeAddress({ first, last }: CellRange): string {
  const [from, to] = [cellAddress(first.row, first.column), cellAddress(last.row, last.column)];
  return from === to ? from : `${from}:${to}`;
}
