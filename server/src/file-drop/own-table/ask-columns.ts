import {
  type AskedColumn,
  type ColumnMapping,
  type ColumnQuestion,
  type HeadingPlace,
  MOST_MAPPED_COLUMNS,
} from "@bochiso/shared/entry";
import type { FileCatalogue } from "../file-catalogue.ts";
import type { FileTable } from "../table.ts";
import { columnLetters } from "../xlsx/cell-address.ts";
import { findHeadings, isFigure, isNumbering, lineCells } from "./find-headings.ts";
import { headingLevels } from "./heading-text.ts";
import { type SeenColumn, suggestMapping } from "./suggest-mapping.ts";

/** Lines below the headings that are looked at to guess what a column holds. */
const LOOKED_AT = 200;
const SAMPLES = 3;
const SAMPLE_CHARS = 40;
const TITLE_LINES = 12;

/** What to ask about, and what was said. */
export interface Asked {
  readonly tables: readonly FileTable[];
  readonly catalogue: FileCatalogue;
  /** Lines that the person named as headings. */
  readonly headingsAt: HeadingPlace | null;
  readonly mapping: ColumnMapping | null;
}

/** The question about the table of a file whose headings are not understood; null where there is none. */
export function askColumns({ tables, catalogue, headingsAt, mapping }: Asked): ColumnQuestion | null {
  const isThere = (place: HeadingPlace): boolean => tables.some(({ name }) => name === place.sheet);
  const said = mapping !== null && isThere(mapping.headings) ? mapping : null;
  const at = headingsAt !== null && isThere(headingsAt) ? headingsAt : null;
  const place = said?.headings ?? at ?? likeliest(tables);
  const table = tables.find(({ name }) => name === place?.sheet);
  if (table === undefined || place === null) return null;
  const seen = seenColumns(table, place);
  if (seen.length < 2) return null;
  const suggested =
    said ??
    suggestMapping({
      columns: seen,
      headings: place,
      titles: titlesOf(table, place),
      notes: notesOf(table, place),
      catalogue,
    });
  const sheets = tables.filter(({ rows }) => rows.size > 0).map(({ name }) => name);
  return { sheets, columns: seen.map(askedColumn), suggested, choices: catalogue.choices };
}

/** The headings of the sheet with most lines that has some. */
function likeliest(tables: readonly FileTable[]): HeadingPlace | null {
  const shown = tables.filter(({ hidden }) => !hidden).toSorted((a, b) => b.rows.size - a.rows.size);
  for (const table of shown) {
    const lines = findHeadings(table);
    if (lines !== null) return { sheet: table.name, first: lines.first + 1, last: lines.last + 1 };
  }
  return null;
}

function seenColumns(table: FileTable, { first, last }: HeadingPlace): SeenColumn[] {
  const below = [...table.rows.keys()]
    .filter((line) => line >= last && !isNumbering(lineCells(table, line)))
    .sort((a, b) => a - b)
    .slice(0, LOOKED_AT);
  const used = new Set(below.flatMap((line) => [...(table.rows.get(line)?.keys() ?? [])]));
  for (let line = first - 1; line < last; line += 1)
    for (const column of table.rows.get(line)?.keys() ?? []) used.add(column);
  const columns = [...used].sort((a, b) => a - b).slice(0, MOST_MAPPED_COLUMNS);
  const levels = headingLevels(table, { first: first - 1, last: last - 1 }, columns);
  return columns.map((column) => ({
    column,
    levels: levels.get(column) ?? [],
    cells: below.flatMap((line) => table.rows.get(line)?.get(column) ?? []),
  }));
}

function askedColumn({ column, levels, cells }: SeenColumn): AskedColumn {
  const different = new Map(cells.map(({ text, kind }) => [text.trim(), kind === "number" || kind === "percent"]));
  different.delete("");
  const samples = [...different].slice(0, SAMPLES).map(([text, isNumber]) => ({ text: cut(text), isNumber }));
  return { column, letter: columnLetters(column), heading: levels.map((level) => cut(level)).join(" / "), samples };
}

function cut(text: string): string {
  return text.length > SAMPLE_CHARS ? `${text.slice(0, SAMPLE_CHARS)}…` : text;
}

/** The texts nearest above the headings first. */
function titlesOf(table: FileTable, { first }: HeadingPlace): string[] {
  const lines = [...table.rows.keys()].filter((line) => line < first - 1).sort((a, b) => b - a);
  return lines
    .slice(0, TITLE_LINES)
    .flatMap((line) => [...(table.rows.get(line)?.values() ?? [])].map(({ text }) => text));
}

/** The texts of the last lines that hold no figure. */
function notesOf(table: FileTable, { last }: HeadingPlace): string[] {
  const lines = [...table.rows.keys()].filter((line) => line >= last).sort((a, b) => b - a);
  const end = lines.findIndex((line) => lineCells(table, line).some(isFigure));
  return lines
    .slice(0, end < 0 ? 0 : Math.min(end, TITLE_LINES))
    .flatMap((line) => lineCells(table, line).map(({ text }) => text));
}
