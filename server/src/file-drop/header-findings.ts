import { shownDecimalMark } from "./read-value.ts";
import type { TableContext } from "./table-context.ts";
import { cellAddress, rangeAddress } from "./xlsx/cell-address.ts";

/** Tells the columns that mean nothing here, and header cells that are merged across columns. */
export function tellHeader({ table, header, findings, prefix }: TableContext): void {
  for (const { column, name } of header.unknown)
    findings.add("columns-ignored", prefix + cellAddress(header.row, column), name);
  for (const range of table.merged) {
    const isHeader = range.first.row <= header.row && range.last.row >= header.row;
    const spansColumns = range.last.column > range.first.column;
    const holdsField = [...header.columns.keys()].some(
      (column) => column >= range.first.column && column <= range.last.column,
    );
    if (isHeader && spansColumns && holdsField)
      findings.add("header-merged", prefix + rangeAddress(range), rangeAddress(range));
  }
}

/** The decimal mark that the texts of the value column show, null where they show none; told where it decides about a number such as `1.234`. */
export function columnMark(
  { table, findings, prefix, header }: TableContext,
  rows: readonly number[],
  column: number | null,
): "." | "," | null {
  if (column === null) return null;
  const texts = rows.flatMap((row) => {
    const cell = table.rows.get(row)?.get(column);
    return cell?.kind === "text" ? [cell.text] : [];
  });
  const mark = shownDecimalMark(texts);
  const decides = texts.some((text) => /^\s*[-+−]?[1-9]\d{0,2}[.,]\d{3}\s*%?$/.test(text));
  if (mark !== null && decides) findings.add("decimal-mark", prefix + cellAddress(header.row, column), mark);
  return mark;
}
