import {
  type ColumnMapping,
  type ColumnQuestion,
  type FileReading,
  type HeadingPlace,
  mappingProblems,
} from "@bochiso/shared/entry";
import { NEEDED } from "./column-names.ts";
import { readCsvTable } from "./csv/read-csv-table.ts";
import type { FileCatalogue } from "./file-catalogue.ts";
import { fileTooLarge } from "./file-error.ts";
import { FILE_LIMITS } from "./file-limits.ts";
import { findHeader } from "./find-header.ts";
import { Findings } from "./findings.ts";
import { OpenMarks } from "./mark-question.ts";
import { askColumns } from "./own-table/ask-columns.ts";
import { type OwnTable, readOwnTable } from "./own-table/read-own-table.ts";
import type { PlacedRow } from "./read-line.ts";
import { readTable } from "./read-table.ts";
import type { FileTable } from "./table.ts";
import { TEMPLATE_SHEET, TEMPLATE_VERSION, type TemplateMark, templateMark } from "./template-sheet.ts";
import { readWorkbook } from "./xlsx/read-workbook.ts";

/** A dropped file and what it is read against. */
export interface DroppedFile {
  readonly feed: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly catalogue: FileCatalogue;
  /** Of numbers such as `1.234` where nothing in their column tells; null: it is asked. */
  readonly decimalMark: "." | "," | null;
  /** How a table whose headings are not understood is to be read; null: nothing was said. */
  readonly mapping: ColumnMapping | null;
  /** Where its headings stand; null: they are looked for. */
  readonly headingsAt: HeadingPlace | null;
}

/** Reads a file; whatever it holds beside values is told. Pure. Throws `file-unreadable`, `file-too-large`, `body-malformed`. */
export function readFile(file: DroppedFile): FileReading {
  const { feed, name, bytes } = file;
  const format = isArchive(bytes) || /\.xls[xm]?$/i.test(name) ? "xlsx" : "csv";
  const tables = format === "xlsx" ? readWorkbook(bytes) : [readCsvTable(bytes)];
  const template = templateMark(tables);
  const findings = new Findings();
  const openMarks = new OpenMarks();
  const isOurs = template === null || isRightTemplate(template, feed, findings);
  const shown = tables.filter((table) => table.name !== TEMPLATE_SHEET);
  const question = template === null ? questionOf(file, shown) : null;
  const read = isOurs ? readSheets({ file, tables: shown, findings, openMarks, template, question }) : [];
  const placed = read.flatMap(({ rows }) => rows);
  if (isOurs && placed.length === 0 && question === null) tellNothingRead(template !== null, findings);
  if (template !== null) tellOtherPeriods(template, placed, findings);
  const kept = template === null ? placed : placed.filter(({ row }) => row.period === template.period);
  const layout = template !== null ? "template" : question !== null ? "own" : "long";
  return {
    name,
    format,
    layout: placed.length === 0 ? null : layout,
    template,
    sheets: read.map(({ table, rows }) => ({ name: table.name, rows: table.rows.size, read: rows.length })),
    rows: kept.map(({ row }) => row),
    places: kept.map(({ place }) => place),
    otherUnits: kept.flatMap(({ otherUnit }, row) => (otherUnit === null ? [] : [{ row, ...otherUnit }])),
    findings: findings.listed(),
    findingCount: findings.count,
    errorCount: findings.errorCount,
    markQuestion: openMarks.question,
    columnQuestion: question,
  };
}

/** What is asked where no sheet has headings that are understood. */
function questionOf(
  { catalogue, mapping, headingsAt }: DroppedFile,
  tables: readonly FileTable[],
): ColumnQuestion | null {
  const isUnderstood = tables.some((table) => findHeader(table, catalogue.dimensions).found);
  return isUnderstood ? null : askColumns({ tables, catalogue, mapping, headingsAt });
}

interface ReadSheet {
  readonly table: FileTable;
  readonly rows: readonly PlacedRow[];
}

function readSheets(work: {
  file: DroppedFile;
  tables: readonly FileTable[];
  findings: Findings;
  openMarks: OpenMarks;
  template: TemplateMark | null;
  question: ColumnQuestion | null;
}): ReadSheet[] {
  const { file, tables, findings, openMarks, template, question } = work;
  const { catalogue, decimalMark: saidMark } = file;
  const read: ReadSheet[] = [];
  let count = 0;
  for (const table of tables) {
    const context = {
      table,
      catalogue,
      findings,
      saidMark,
      openMarks,
      prefix: tables.length > 1 ? `${table.name}!` : "",
    };
    const only = tables.length === 1;
    const rows =
      question === null
        ? readSheetOf({ ...context, isTemplate: template !== null, only })
        : readSaid(context, question.suggested === file.mapping ? file.mapping : null);
    count += rows.length;
    if (count > FILE_LIMITS.rows) throw tooManyRows();
    read.push({ table, rows });
  }
  return read;
}

/** The sheet that the person spoke of; before everything needed is said, nothing. */
function readSaid(context: Omit<OwnTable, "mapping" | "most">, mapping: ColumnMapping | null): PlacedRow[] {
  const { table, findings } = context;
  if (mapping === null || mappingProblems(mapping).length > 0) return [];
  if (table.name === mapping.headings.sheet) return readOwnTable({ ...context, mapping, most: FILE_LIMITS.rows });
  if (table.rows.size > 0) findings.add("sheet-not-chosen", table.name);
  return [];
}

function readSheetOf(work: {
  table: FileTable;
  prefix: string;
  catalogue: FileCatalogue;
  findings: Findings;
  saidMark: "." | "," | null;
  openMarks: OpenMarks;
  isTemplate: boolean;
  only: boolean;
}): PlacedRow[] {
  const { table, findings, isTemplate, only, ...context } = work;
  const search = findHeader(table, context.catalogue.dimensions);
  if (!search.found) {
    if (table.rows.size > 0)
      findings.add(only ? "no-table" : "sheet-skipped", only ? null : table.name, search.missing.join(", "));
    return [];
  }
  if (table.hidden) findings.add("sheet-hidden", table.name);
  return readTable({ ...context, table, header: search.header, findings, emptyIsSkipped: isTemplate });
}

function isRightTemplate({ feed: of, version }: TemplateMark, feed: string, findings: Findings): boolean {
  if (version !== TEMPLATE_VERSION) findings.add("template-version", null, version);
  else if (of !== feed) findings.add("template-feed", null, of);
  return version === TEMPLATE_VERSION && of === feed;
}

function tellOtherPeriods({ period }: TemplateMark, placed: readonly PlacedRow[], findings: Findings): void {
  for (const { row, place } of placed) if (row.period !== period) findings.add("template-period", place, row.period);
}

/** Where a fault says already why nothing was read, nothing is added to it. */
function tellNothingRead(isTemplate: boolean, findings: Findings): void {
  if (findings.errorCount > 0) return;
  if (isTemplate) findings.add("template-empty", null);
  else findings.add("no-table", null, NEEDED.join(", "));
}

function isArchive(bytes: Uint8Array): boolean {
  return (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf);
}

function tooManyRows(): Error {
  return fileTooLarge("rows", FILE_LIMITS.rows, {
    vi: `Tệp có hơn ${FILE_LIMITS.rows} dòng số liệu. Tách thành nhiều tệp hoặc gửi qua API.`,
    en: `The file has more than ${FILE_LIMITS.rows} lines of figures. Split it, or send it over the API.`,
  });
}
