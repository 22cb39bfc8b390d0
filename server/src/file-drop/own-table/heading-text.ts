import type { FileTable } from "../table.ts";
import type { HeadingLines } from "./find-headings.ts";

/** What the headings say of each column from the top down; a cell merged over several says the same of all of them. */
export function headingLevels(
  table: FileTable,
  headings: HeadingLines,
  columns: readonly number[],
): Map<number, string[]> {
  return new Map(columns.map((column) => [column, levelsOf(table, headings, column)]));
}

function levelsOf(table: FileTable, { first, last }: HeadingLines, column: number): string[] {
  const levels: string[] = [];
  for (let line = first; line <= last; line += 1) {
    const own = textAt(table, line, column) ?? mergedText(table, line, column);
    const text = own ?? (line < last ? textBefore(table, { line, last, column }) : null);
    if (text !== null && levels.at(-1) !== text) levels.push(text);
  }
  return levels;
}

function textAt(table: FileTable, line: number, column: number): string | null {
  const text = table.rows.get(line)?.get(column)?.text.replace(/\s+/g, " ").trim() ?? "";
  return text === "" ? null : text;
}

function mergedText(table: FileTable, line: number, column: number): string | null {
  const range = table.merged.find(
    ({ first, last }) => first.row <= line && line <= last.row && first.column <= column && column <= last.column,
  );
  return range === undefined ? null : textAt(table, range.first.row, range.first.column);
}

/** A CSV file has no merged cells: an empty one above a filled one belongs to the nearest to its left that parts such, too. */
function textBefore(table: FileTable, at: { line: number; last: number; column: number }): string | null {
  const { line, last, column } = at;
  const hasBelow = (other: number): boolean => textAt(table, last, other) !== null;
  if (!hasBelow(column)) return null;
  for (let left = column - 1; left >= 0; left -= 1) {
    const text = textAt(table, line, left);
    if (text !== null) return hasBelow(left) ? text : null;
  }
  return null;
}
