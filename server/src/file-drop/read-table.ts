import type { ColumnQuestion, EntryRow } from "@bochiso/shared/entry";
import { type PeriodType, parsePeriod, periodContaining, periodId } from "@bochiso/shared/period";
import type { FileField } from "./column-names.ts";
import type { TableHeader } from "./find-header.ts";
import type { Findings } from "./findings.ts";
import type { OpenMarks } from "./mark-question.ts";
import { areaNamed, indicatorNamed, type KnownNames, periodNamed, statusNamed } from "./name-reader.ts";
import { readValue, shownDecimalMark } from "./read-value.ts";
import type { CellRange, FileCell, FileTable } from "./table.ts";
import { cellAddress, rangeAddress } from "./xlsx/cell-address.ts";

/** What of the catalogue reading a file needs. */
export interface FileCatalogue {
  /** Lower-case id → id. */
  readonly dimensions: ReadonlyMap<string, string>;
  readonly periodTypes: ReadonlyMap<string, PeriodType>;
  /** Indicators whose unit is percent. */
  readonly percents: ReadonlySet<string>;
  readonly names: KnownNames;
  /** What can stand for a whole table that has no column for it. */
  readonly choices: ColumnQuestion["choices"];
}

/** A row with where its value stands. */
export interface PlacedRow {
  readonly row: EntryRow;
  readonly place: string;
}

interface TableContext {
  readonly table: FileTable;
  readonly header: TableHeader;
  readonly catalogue: FileCatalogue;
  readonly findings: Findings;
  /** A line without a value and a status is not meant to be sent. */
  readonly emptyIsSkipped: boolean;
  /** What the person said of numbers such as `1.234`; null: nothing. */
  readonly saidMark: "." | "," | null;
  readonly openMarks: OpenMarks;
  /** Before the address of a cell, such as `Biểu 1!`. */
  readonly prefix: string;
  /** Of a table that is read in several passes: whoever does so tells what it counted. */
  readonly tally?: Tally;
}

const TALLIED = ["formula", "percent-cell", "filled-down", "area-padded", "names-read", "hidden-rows"] as const;

/** What is told once for a table, with the first cell. */
export class Tally {
  readonly #first = new Map<string, string>();
  readonly #count = new Map<string, number>();

  note(code: (typeof TALLIED)[number], place: string): void {
    if (!this.#first.has(code)) this.#first.set(code, place);
    this.#count.set(code, (this.#count.get(code) ?? 0) + 1);
  }

  tell(findings: Findings): void {
    for (const code of TALLIED) {
      const count = this.#count.get(code);
      if (count !== undefined) findings.add(code, this.#first.get(code) ?? null, String(count));
    }
  }
}

/** The values of a table in the form of the contract; what cannot be read is told and left out. */
export function readTable(context: TableContext): PlacedRow[] {
  const { table, header, findings, prefix } = context;
  tellHeader(context);
  const column = (field: FileField): number | null =>
    [...header.columns].find(([, it]) => it.kind === "field" && it.field === field)?.[0] ?? null;
  const columns = { indicator: column("indicator"), area: column("area"), value: column("value") };
  const below = [...table.rows.keys()].filter((row) => row >= header.firstRow).sort((a, b) => a - b);
  const decimalMark = columnMark(context, below, columns.value) ?? context.saidMark;
  const merged = mergedCells(table.merged, header.firstRow);
  const tally = context.tally ?? new Tally();
  const rows: PlacedRow[] = [];
  for (const row of below) {
    const line = readLine({ ...context, row, merged, tally, decimalMark, valueColumn: columns.value ?? 0 });
    if (line === "skipped") continue;
    if (line !== "footnote") {
      rows.push(line);
      if (table.hiddenRows.has(row)) tally.note("hidden-rows", line.place);
      continue;
    }
    const [at = 0, cell] = [...(table.rows.get(row) ?? [])][0] ?? [];
    findings.add("footnote", prefix + cellAddress(row, at), cell?.text ?? "");
  }
  if (context.tally === undefined) tally.tell(findings);
  return rows;
}

function tellHeader({ table, header, findings, prefix }: TableContext): void {
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

/** What the texts of the value column show; told where it decides about a number such as `1.234`. */
function columnMark(
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

/** Cell below the header that is in a merged range → the range. */
function mergedCells(merged: readonly CellRange[], firstRow: number): Map<string, CellRange> {
  const cells = new Map<string, CellRange>();
  for (const range of merged) {
    if (range.last.row < firstRow) continue;
    const rows = Math.min(range.last.row - range.first.row, 5_000);
    const columns = Math.min(range.last.column - range.first.column, 200);
    for (let row = 0; row <= rows; row += 1)
      for (let column = 0; column <= columns; column += 1)
        cells.set(`${range.first.row + row}|${range.first.column + column}`, range);
  }
  return cells;
}

interface LineContext extends TableContext {
  readonly row: number;
  readonly merged: ReadonlyMap<string, CellRange>;
  readonly tally: Tally;
  readonly decimalMark: "." | "," | null;
  readonly valueColumn: number;
}

function readLine(context: LineContext): PlacedRow | "skipped" | "footnote" {
  const { table, row, prefix, valueColumn, findings } = context;
  const place = prefix + cellAddress(row, valueColumn);
  const line = fieldsOf(context);
  const own = table.rows.get(row)?.get(valueColumn) ?? null;
  if (own === null && isFootnote(line)) return (table.rows.get(row)?.size ?? 0) > 0 ? "footnote" : "skipped";
  const range = context.merged.get(`${row}|${valueColumn}`);
  if (range !== undefined) {
    findings.add("value-merged", place, rangeAddress(range));
    return "skipped";
  }
  const status = line.fields.get("status");
  if (own === null && status === undefined && context.emptyIsSkipped) return "skipped";
  const value = figureOf(context, { cell: own, place, indicator: line.fields.get("indicator") ?? "" });
  return value === null ? "skipped" : { place, row: entryRow({ ...line, value: value.text, status }) };
}

/** What stands beside the value in a line. `filled`: cells of its own, not of a merged range. */
interface LineFields {
  readonly fields: ReadonlyMap<FileField, string>;
  readonly breakdown: Readonly<Record<string, string>>;
  readonly filled: number;
}

function fieldsOf(context: LineContext): LineFields {
  const { header, row, prefix, valueColumn, tally } = context;
  const fields = new Map<FileField, string>(header.fixed);
  const breakdown: Record<string, string> = {};
  let filled = 0;
  for (const [column, meaning] of header.columns) {
    const { cell, isFilled } = column === valueColumn ? NO_CELL : cellAt(context, column);
    if (cell === null) continue;
    if (isFilled) tally.note("filled-down", prefix + cellAddress(row, column));
    else filled += 1;
    if (meaning.kind === "dimension") breakdown[meaning.dimension] = cell.text.trim();
    else fields.set(meaning.field, fieldText(context, { cell, column, field: meaning.field }));
  }
  if (readNames(context, fields)) tally.note("names-read", prefix + cellAddress(row, valueColumn));
  return { fields, breakdown, filled };
}

const NO_CELL = { cell: null, isFilled: false } as const;

function isFootnote({ fields, filled }: LineFields): boolean {
  return filled === 0 || (!fields.has("area") && !fields.has("period"));
}

/** The text of a value, null for an empty cell; null in all for what cannot be read, which is told. */
function figureOf(
  { catalogue, decimalMark, findings, openMarks, tally }: LineContext,
  { cell, place, indicator }: { cell: FileCell | null; place: string; indicator: string },
): { text: string | null } | null {
  const read = readValue(cell, { decimalMark, isPercent: catalogue.percents.has(indicator) });
  if (read.kind === "fault") {
    if (read.code === "number-ambiguous") openMarks.note(read.got);
    findings.add(read.code, place, read.got);
    return null;
  }
  if (cell?.formula !== undefined) tally.note("formula", place);
  if (cell?.kind === "percent") tally.note("percent-cell", place);
  return { text: read.kind === "value" ? read.text : null };
}

/** What stands in a cell; in a merged range what stands in its first cell. */
function cellAt({ table, row, merged }: LineContext, column: number): { cell: FileCell | null; isFilled: boolean } {
  const own = table.rows.get(row)?.get(column) ?? null;
  const range = merged.get(`${row}|${column}`);
  if (own !== null || range === undefined) return { cell: own, isFilled: false };
  return { cell: table.rows.get(range.first.row)?.get(range.first.column) ?? null, isFilled: true };
}

function fieldText(context: LineContext, at: { cell: FileCell; column: number; field: FileField }): string {
  const { cell, column, field } = at;
  const place = context.prefix + cellAddress(context.row, column);
  const text = cell.text.trim();
  if (field === "area" && cell.kind === "number" && /^\d$/.test(text)) {
    context.tally.note("area-padded", place);
    return `0${text}`;
  }
  return field === "period" && cell.kind === "date" ? periodOfDate(context, text, place) : text;
}

/** A date stands for the period of the indicator's type that holds it. */
function periodOfDate(context: LineContext, day: string, place: string): string {
  const column = [...context.header.columns].find(([, it]) => it.kind === "field" && it.field === "indicator")?.[0];
  const fixed = context.header.fixed?.get("indicator") ?? "";
  const written = column === undefined ? fixed : (cellAt(context, column).cell?.text.trim() ?? "");
  const indicator = indicatorNamed(context.catalogue.names, written) ?? written;
  const type = context.catalogue.periodTypes.get(indicator);
  if (type === undefined || !parsePeriod(day, "day").ok) return day;
  const period = periodId(periodContaining(type, day));
  if (type !== "day") context.findings.add("date-as-period", place, period);
  return period;
}

/** Puts codes where names stand; tells whether it did. What is no name is left to the rules of rows. */
function readNames({ catalogue }: LineContext, fields: Map<FileField, string>): boolean {
  const { names, periodTypes } = catalogue;
  const put = (field: FileField, code: string | null): boolean => {
    if (code === null || code === fields.get(field)) return false;
    fields.set(field, code);
    return true;
  };
  const text = (field: FileField): string => fields.get(field) ?? "";
  if (fields.has("status")) fields.set("status", statusNamed(text("status")));
  const indicator = put("indicator", indicatorNamed(names, text("indicator")));
  const period = put("period", periodNamed(text("period"), periodTypes.get(text("indicator"))));
  const area = put("area", areaNamed(names, text("area"), text("period")));
  return indicator || period || area;
}

function entryRow(from: {
  fields: ReadonlyMap<FileField, string>;
  breakdown: Readonly<Record<string, string>>;
  value: string | null;
  status: string | undefined;
}): EntryRow {
  const { fields, value, status } = from;
  const breakdown = { ...parsedBreakdown(fields.get("breakdown")), ...from.breakdown };
  const [start = "", end = ""] = fields.get("window")?.split("/") ?? [];
  const row: EntryRow = {
    indicator: fields.get("indicator") ?? "",
    area: fields.get("area") ?? "",
    period: fields.get("period") ?? "",
    value,
  };
  if (Object.keys(breakdown).length > 0) row.breakdown = breakdown;
  if (status !== undefined) row.status = status;
  for (const field of ["scenario", "note", "baseYear"] as const) {
    const text = fields.get(field);
    if (text !== undefined) row[field] = text;
  }
  if (/^(true|x|1|có)$/i.test(fields.get("retract") ?? "")) row.retract = true;
  if (fields.has("window")) row.window = { start, end };
  return row;
}

/** `ownership=FDI;sector=…` of the template. */
function parsedBreakdown(text: string | undefined): Record<string, string> {
  const parts = (text ?? "").split(";").filter((part) => part.includes("="));
  return Object.fromEntries(
    parts.map((part) => [part.slice(0, part.indexOf("=")).trim(), part.slice(part.indexOf("=") + 1).trim()]),
  );
}
