import { type TextPieces, wholeText } from "./body-text.ts";
import { type BodyPlace, bodyMalformed, tooLarge } from "./decode-error.ts";
import { isTooLong } from "./is-too-long.ts";
import { escapePointer } from "./read-envelope.ts";

/** The cells of one record and the line it begins in, counted from 1. */
export interface CsvRecord {
  readonly cells: readonly string[];
  readonly line: number;
}

/**
 * The records of a CSV text (RFC 4180; lines end in LF or CRLF, lines without a cell are passed over). Quotes stand around
 * whole cells only. `placeOf` tells more of a cell than its line. Throws `body-malformed` and `too-large` with the line.
 */
export function* readCsv(
  source: string | TextPieces,
  delimiter: Delimiter,
  placeOf: (cell: number) => BodyPlace = () => ({}),
): Generator<CsvRecord, undefined> {
  const pieces = typeof source === "string" ? wholeText(source) : source;
  let line = 1;
  /** What was read of a record that goes on in the next piece. */
  let rest = "";
  for (let isLast = false; !isLast; ) {
    const text = pieces.next(rest);
    isLast = pieces.isOver;
    const read = yield* recordsIn(text, { delimiter, line, isLast, placeOf });
    line = read.line;
    rest = text.slice(read.at);
  }
}

type Delimiter = "," | ";" | "\t";

/** Where a piece of a text begins, and whether nothing comes behind it. */
interface Piece {
  readonly delimiter: Delimiter;
  readonly line: number;
  readonly isLast: boolean;
  readonly placeOf: (cell: number) => BodyPlace;
}

/** The records that end in a piece; gives where it stopped. */
function* recordsIn(text: string, piece: Piece): Generator<CsvRecord, { at: number; line: number }> {
  const { delimiter, isLast, placeOf } = piece;
  let { line } = piece;
  let at = 0;
  let nextQuote = text.indexOf('"');
  while (at < text.length) {
    const found = text.indexOf("\n", at);
    if (found < 0 && !isLast) break;
    const end = found < 0 ? text.length : found;
    if (nextQuote >= 0 && nextQuote < at) nextQuote = text.indexOf('"', at);
    if (nextQuote < 0 || nextQuote > end) {
      const row = text.slice(at, text.charCodeAt(end - 1) === CR && end > at ? end - 1 : end);
      if (row !== "") yield checked({ cells: row.split(delimiter), line }, placeOf);
      at = end + 1;
      line += 1;
      continue;
    }
    const quoted = readQuoted(text, { at, delimiter, line, isLast });
    if (quoted === null) break;
    yield checked({ cells: quoted.cells, line }, placeOf);
    at = quoted.next;
    line += quoted.lines;
  }
  return { at, line };
}

const CR = 13;

/** One record in which there are quotes; null where it may go on behind the text. */
function readQuoted(text: string, start: { at: number; delimiter: string; line: number; isLast: boolean }) {
  const cells: string[] = [];
  const { isLast } = start;
  let { at, line } = start;
  for (;;) {
    if (text.charAt(at) === '"') {
      const cell = readQuotedCell(text, at);
      if (cell === null && !isLast) return null;
      if (cell === null) throw neverClosed(line);
      cells.push(cell.text);
      line += cell.lines;
      at = cell.next;
    } else {
      const end = endOfBare(text, at, start.delimiter);
      const cell = text.slice(at, end);
      if (cell.includes('"')) throw misplacedQuote(line);
      cells.push(cell);
      at = end;
    }
    const after = text.charAt(at);
    if (after === start.delimiter) {
      at += 1;
      continue;
    }
    if (after === "\r" && (text.charAt(at + 1) === "\n" || at + 1 === text.length)) at += 1;
    if (at >= text.length && !isLast) return null;
    if (at < text.length && text.charAt(at) !== "\n") throw misplacedQuote(line);
    return { cells, next: at + 1, lines: line - start.line + 1 };
  }
}

/** Where a cell without quotes ends: at the delimiter, or before the end of the line. */
function endOfBare(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === delimiter || character === "\n") return at;
    if (character === "\r" && text.charAt(at + 1) === "\n") return at;
  }
  return text.length;
}

/** Null where the quote is not closed again. */
function readQuotedCell(text: string, opening: number) {
  let cell = "";
  for (let at = opening + 1; ; ) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return null;
    cell += text.slice(at, quote);
    if (text.charAt(quote + 1) !== '"') return { text: cell, next: quote + 1, lines: cell.split("\n").length - 1 };
    cell += '"';
    at = quote + 2;
  }
}

function neverClosed(line: number): Error {
  return bodyMalformed(
    { vi: `Dòng ${line}: dấu ngoặc kép mở ra mà không đóng lại.`, en: `Line ${line}: a quote is never closed.` },
    { line },
  );
}

function misplacedQuote(line: number): Error {
  return bodyMalformed(
    {
      vi: `Dòng ${line}: dấu ngoặc kép chỉ được bao trọn một ô; bên trong ô viết hai dấu liền nhau.`,
      en: `Line ${line}: quotes enclose whole cells only; inside one write two of them.`,
    },
    { line },
  );
}

function checked(record: CsvRecord, placeOf: Piece["placeOf"]): CsvRecord {
  const cell = record.cells.findIndex(isTooLong);
  if (cell >= 0) throw tooLarge("stringBytes", { ...placeOf(cell), line: record.line });
  return record;
}

/** The place of a cell in a table whose first line names its columns. */
export function cellPlace(row: number, column: string | undefined): BodyPlace {
  return column === undefined ? {} : { row, pointer: `/${row}/${escapePointer(column)}` };
}

/** A record with more or fewer cells than the header: its columns cannot be trusted. */
export function unequalCells({ cells, line }: CsvRecord, columns: number): Error {
  return bodyMalformed(
    {
      vi: `Dòng ${line} có ${cells.length} ô, dòng tiêu đề có ${columns} cột.`,
      en: `Line ${line} has ${cells.length} cells, the header has ${columns} columns.`,
    },
    { line },
  );
}
