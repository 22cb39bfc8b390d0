import type { FileReading } from "@bochiso/shared/entry";
import { NEEDED } from "./column-names.ts";
import { readCsvTable } from "./csv/read-csv-table.ts";
import { fileTooLarge } from "./file-error.ts";
import { FILE_LIMITS } from "./file-limits.ts";
import { findHeader } from "./find-header.ts";
import { Findings } from "./findings.ts";
import { OpenMarks } from "./mark-question.ts";
import { type FileCatalogue, type PlacedRow, readTable } from "./read-table.ts";
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
}

/** Reads a file; whatever it holds beside values is told. Pure. Throws `file-unreadable`, `file-too-large`, `body-malformed`. */
export function readFile({ feed, name, bytes, catalogue, decimalMark: saidMark }: DroppedFile): FileReading {
  const format = isArchive(bytes) || /\.xls[xm]?$/i.test(name) ? "xlsx" : "csv";
  const tables = format === "xlsx" ? readWorkbook(bytes) : [readCsvTable(bytes)];
  const template = templateMark(tables);
  const findings = new Findings();
  const openMarks = new OpenMarks();
  const sheets: { name: string; rows: number; read: number }[] = [];
  const placed: PlacedRow[] = [];
  const isOurs = template === null || isRightTemplate(template, feed, findings);
  const shown = tables.filter((table) => table.name !== TEMPLATE_SHEET);
  for (const table of isOurs ? shown : []) {
    const prefix = shown.length > 1 ? `${table.name}!` : "";
    const rows = readSheetOf({
      table,
      prefix,
      catalogue,
      findings,
      saidMark,
      openMarks,
      isTemplate: template !== null,
      only: shown.length === 1,
    });
    sheets.push({ name: table.name, rows: table.rows.size, read: rows.length });
    if (placed.length + rows.length > FILE_LIMITS.rows) throw tooManyRows();
    for (const row of rows) placed.push(row);
  }
  if (isOurs && sheets.every(({ read }) => read === 0)) tellNothingRead(template !== null, findings);
  if (template !== null) tellOtherPeriods(template, placed, findings);
  const kept = template === null ? placed : placed.filter(({ row }) => row.period === template.period);
  return {
    name,
    format,
    layout: placed.length === 0 ? null : template === null ? "long" : "template",
    template,
    sheets,
    rows: kept.map(({ row }) => row),
    places: kept.map(({ place }) => place),
    findings: findings.listed(),
    findingCount: findings.count,
    errorCount: findings.errorCount,
    markQuestion: openMarks.question,
  };
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
