import type { CellRange, FileCell, FileTable } from "../table.ts";

/** The lines that hold the headings of a table, counted from 0, inclusive. */
export interface HeadingLines {
  readonly first: number;
  readonly last: number;
}

/** Lines from the top in which headings are looked for. */
const LOOKED_AT = 60;
/** Headings of more levels than that are a text. */
const MOST_LEVELS = 5;

/**
 * Where the headings of a table seem to stand: of the lines above the first line of figures the one with most texts, with the
 * lines that merged cells or columns empty there join to it. Null where no line holds a figure.
 */
export function findHeadings(table: FileTable): HeadingLines | null {
  const lines = [...table.rows.keys()].sort((a, b) => a - b).slice(0, LOOKED_AT);
  const figures = lines.find((line) => isLineOfFigures(lineCells(table, line)));
  if (figures === undefined) return null;
  const above = lines.filter((line) => line < figures && !isNumbering(lineCells(table, line)));
  const [widest] = above.toSorted((a, b) => textsOf(table, b) - textsOf(table, a) || a - b);
  if (widest === undefined || textsOf(table, widest) < 2) return null;
  return { first: upwards(table, widest), last: downwards(table, widest, figures) };
}

/** A line such as `A B 1 2 3=2/1`, by which forms number their columns. */
export function isNumbering(cells: readonly FileCell[]): boolean {
  const marks = cells.map(({ text }) => /^\(?(?:([A-Za-z])|(\d{1,2}))\)?(?:\s*=.*)?$/.exec(text.trim()));
  if (marks.length < 2 || marks.some((mark) => mark === null)) return false;
  const numbers = marks.flatMap((mark) => (mark?.[2] === undefined ? [] : [Number(mark[2])]));
  const inOrder = numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1);
  return inOrder && (numbers.length < marks.length || (numbers.length > 2 && numbers[0] === 1));
}

/** Whether a cell holds something that may be a figure. */
export function isFigure({ kind, text, formula }: FileCell): boolean {
  if (kind === "number" || kind === "percent" || formula !== undefined) return true;
  return kind === "text" && /^[-+−–]?\s*\d[\d., ]*%?$/.test(text.trim());
}

/** A line with a name or code and a figure to the right of it; years alone are headings. */
function isLineOfFigures(cells: readonly FileCell[]): boolean {
  if (isNumbering(cells)) return false;
  const name = cells.findIndex((cell) => cell.kind === "text" && !isFigure(cell) && !isCount(cell));
  return name >= 0 && cells.slice(name + 1).some((cell) => isFigure(cell) && !isYear(cell));
}

function isYear({ text }: FileCell): boolean {
  return /^(?:19|20)\d\d$/.test(text.trim());
}

/** `1.`, `II`, `-` before a name. */
function isCount({ text }: FileCell): boolean {
  return /^(?:\d+[.)]?|[IVX]+[.)]?|[-+*•])$/.test(text.trim());
}

/** The cells of a line from left to right. */
export function lineCells(table: FileTable, line: number): FileCell[] {
  return [...(table.rows.get(line) ?? [])].sort(([a], [b]) => a - b).map(([, cell]) => cell);
}

function textsOf(table: FileTable, line: number): number {
  return lineCells(table, line).filter(({ text }) => text.trim() !== "").length;
}

/** Lines above belong to the headings where a cell is merged over them, or they part the columns below. */
function upwards(table: FileTable, from: number): number {
  const reaches = Math.min(from, ...spansOver(table, from).map(({ first }) => first.row));
  let first = Math.max(reaches, from - MOST_LEVELS + 1);
  while (from - first < MOST_LEVELS - 1 && textsOf(table, first - 1) > 1) first -= 1;
  return first;
}

/** Lines below belong to them where a cell is merged over them, or they begin to the right of the first column. */
function downwards(table: FileTable, from: number, figures: number): number {
  const merged = Math.max(from, ...spansOver(table, from).map(({ last }) => last.row));
  let last = Math.min(merged, figures - 1);
  const start = firstColumn(table, from);
  while (last + 1 < figures && firstColumn(table, last + 1) > start && !isNumbering(lineCells(table, last + 1)))
    last += 1;
  return last;
}

function spansOver(table: FileTable, line: number): CellRange[] {
  return table.merged.filter(({ first, last }) => first.row <= line && last.row >= line && last.row > first.row);
}

/** Of an empty line none: it joins nothing. */
function firstColumn(table: FileTable, line: number): number {
  const columns = [...(table.rows.get(line)?.keys() ?? [])];
  return columns.length === 0 ? -1 : Math.min(...columns);
}
