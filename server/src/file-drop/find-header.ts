import type { TableStatus } from "@bochiso/shared/entry";
import { type ColumnMeaning, columnMeaning, type FileField, isUnitColumn, NEEDED } from "./column-names.ts";
import type { FileTable } from "./table.ts";
import { unitOfTitles } from "./unit-told.ts";

/** What a column that is read holds. */
export type ReadColumn = Extract<ColumnMeaning, { kind: "field" | "dimension" }>;

/** Where a table begins on a sheet, and what its columns hold. */
export interface TableHeader {
  readonly row: number;
  /** First row below the header, merged header cells included. */
  readonly firstRow: number;
  readonly columns: ReadonlyMap<number, ReadColumn>;
  /** Columns with a name that means nothing here. */
  readonly unknown: readonly { readonly column: number; readonly name: string }[];
  /** What stands in no column and is the same for the whole table; none where it is left out. */
  readonly fixed?: ReadonlyMap<FileField, string>;
  /** The column that names units; null: none. */
  readonly unit: number | null;
  /** The status of figures whose lines say none; left out: they say none. */
  readonly status?: TableStatus | undefined;
  /** The unit that stands above the table for all of it; null: none. */
  readonly titleUnit: string | null;
}

/** Rows from the top in which a header is looked for. */
const LOOKED_AT = 60;

/** The header of a sheet; or the row that came nearest, with what it lacks. */
export type HeaderSearch =
  | { readonly found: true; readonly header: TableHeader }
  | { readonly found: false; readonly nearest: number | null; readonly missing: readonly FileField[] };

/** Looks for the first row that names indicator, area, period and value. */
export function findHeader(table: FileTable, dimensions: ReadonlyMap<string, string>): HeaderSearch {
  let nearest: number | null = null;
  let missing: readonly FileField[] = NEEDED;
  for (const row of [...table.rows.keys()].sort((a, b) => a - b).slice(0, LOOKED_AT)) {
    const header = headerAt(table, row, dimensions);
    const lacks = NEEDED.filter((field) => !has(header, field));
    if (lacks.length === 0) return { found: true, header };
    if (lacks.length < missing.length) [nearest, missing] = [row, lacks];
  }
  return { found: false, nearest, missing };
}

function headerAt(table: FileTable, row: number, dimensions: ReadonlyMap<string, string>): TableHeader {
  const columns = new Map<number, ReadColumn>();
  const names: { column: number; field: FileField }[] = [];
  const unknown: { column: number; name: string }[] = [];
  const taken = new Set<string>();
  for (const [column, { text }] of table.rows.get(row) ?? []) {
    const meaning = columnMeaning(text, dimensions);
    if (meaning.kind === "for-people") continue;
    if (meaning.kind === "names") {
      names.push({ column, field: meaning.field });
      continue;
    }
    const name = meaning.kind === "field" ? meaning.field : meaning.kind === "dimension" ? meaning.dimension : "";
    // The second of two columns with one name is not guessed at.
    if (meaning.kind === "unknown" || taken.has(name)) unknown.push({ column, name: text });
    else {
      taken.add(name);
      columns.set(column, meaning);
    }
  }
  for (const { column, field } of names) {
    if (taken.has(field)) continue;
    taken.add(field);
    columns.set(column, { kind: "field", field });
  }
  const spans = table.merged.filter(({ first, last }) => first.row <= row && last.row >= row);
  const [unit = null] = [...(table.rows.get(row) ?? [])].flatMap(([at, { text }]) => (isUnitColumn(text) ? [at] : []));
  const firstRow = Math.max(row, ...spans.map(({ last }) => last.row)) + 1;
  return { row, firstRow, columns, unknown, unit, titleUnit: unitOfTitles(table, row) };
}

function has({ columns }: TableHeader, field: FileField): boolean {
  return [...columns.values()].some((it) => it.kind === "field" && it.field === field);
}
