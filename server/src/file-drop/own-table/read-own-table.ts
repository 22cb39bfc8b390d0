import { type ColumnMapping, TABLE_KEYS } from "@bochiso/shared/entry";
import type { FileField } from "../column-names.ts";
import type { FileCatalogue } from "../file-catalogue.ts";
import type { ReadColumn, TableHeader } from "../find-header.ts";
import type { Findings } from "../findings.ts";
import type { OpenMarks } from "../mark-question.ts";
import type { PlacedRow } from "../read-line.ts";
import { readTable } from "../read-table.ts";
import type { FileCell, FileTable } from "../table.ts";
import { Tally } from "../tally.ts";
import { unitOfTitles } from "../unit-told.ts";
import { cellAddress } from "../xlsx/cell-address.ts";
import { isNumbering } from "./find-headings.ts";

/** A sheet, and how the person said that it is to be read. */
export interface OwnTable {
  readonly table: FileTable;
  readonly mapping: ColumnMapping;
  readonly catalogue: FileCatalogue;
  readonly findings: Findings;
  readonly saidMark: "." | "," | null;
  readonly openMarks: OpenMarks;
  /** Before the address of a cell, such as `Biểu 1!`. */
  readonly prefix: string;
  /** Once there are more rows, the columns that are left are not read. */
  readonly most: number;
}

/** The values of a table as the person said that it is to be read, column by column; lines without a value are told. */
export function readOwnTable({ table, mapping, most, ...context }: OwnTable): PlacedRow[] {
  const { columns, headings } = mapping;
  const body = bodyOf(table, mapping);
  for (const { row, column, text } of body.passed)
    context.findings.add("line-without-value", context.prefix + cellAddress(row, column), text);
  const beside = columns.flatMap(({ column, role }): [number, ReadColumn][] =>
    role === "value" || role === "unit" || role === "ignored" ? [] : [[column, { kind: "field", field: role }]],
  );
  const unit = columns.find(({ role }) => role === "unit")?.column ?? null;
  const titleUnit = unitOfTitles(table, headings.first - 1);
  const tally = new Tally();
  const rows: PlacedRow[] = [];
  for (const { column, of, status } of valueColumns(mapping)) {
    const header: TableHeader = {
      row: headings.last - 1,
      firstRow: headings.last,
      columns: new Map([...beside, [column, { kind: "field", field: "value" }]]),
      unknown: [],
      fixed: fixedFields(mapping, of),
      unit,
      titleUnit,
      status,
    };
    for (const row of readTable({ ...context, table: body.table, header, emptyIsSkipped: true, tally })) rows.push(row);
    if (rows.length > most) break;
  }
  tally.tell(context.findings);
  return rows;
}

function valueColumns({ columns }: ColumnMapping): ColumnMapping["columns"] {
  return columns.filter(({ role }) => role === "value");
}

/** What stands in no column: of the heading of a column of values, else one for the whole table. */
function fixedFields({ columns, across, fixed }: ColumnMapping, of: string): ReadonlyMap<FileField, string> {
  const fields = new Map<FileField, string>();
  for (const key of TABLE_KEYS) {
    const text = (key === across ? of : fixed[key]).trim();
    if (text !== "" && (key === across || columns.every(({ role }) => role !== key))) fields.set(key, text);
  }
  return fields;
}

interface PassedLine {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** The lines below the headings that hold a value or a status; of the others, such as `I. Nông nghiệp`, where and what. */
function bodyOf(table: FileTable, mapping: ColumnMapping): { table: FileTable; passed: readonly PassedLine[] } {
  const holds = mapping.columns.filter(({ role }) => role === "value" || role === "status").map(({ column }) => column);
  const rows = new Map<number, ReadonlyMap<number, FileCell>>();
  const passed: PassedLine[] = [];
  for (const [row, cells] of table.rows) {
    if (row < mapping.headings.last) continue;
    const filled = [...cells].filter(([, { text }]) => text.trim() !== "").sort(([a], [b]) => a - b);
    const [first] = filled;
    if (first === undefined) continue;
    const isNumbered = isNumbering(filled.map(([, cell]) => cell));
    if (!isNumbered && holds.some((column) => (cells.get(column)?.text.trim() ?? "") !== "")) rows.set(row, cells);
    else passed.push({ row, column: first[0], text: filled.map(([, { text }]) => text.trim()).join(" · ") });
  }
  const merged = table.merged.filter(({ first }) => first.row >= mapping.headings.last);
  return { table: { ...table, rows, merged }, passed };
}
