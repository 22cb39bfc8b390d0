/** A row of a table by column name. */
export type CsvRow = Readonly<Record<string, string>>;

/**
 * Reads a comma-separated table with a header (RFC 4180). Written for the tests alone: what the product reads is
 * compared with what this reads, so the two must not share code.
 */
export function readCsv(text: string): CsvRow[] {
  const [header = [], ...lines] = cellsOf(text.replace(/^\uFEFF/, ""));
  return lines
    .filter((cells) => cells.length > 1 || cells[0] !== "")
    .map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ""])));
}

/** Every cell in one expression: a quoted or a bare text, then what ends it. */
const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;

function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [whole, quoted, bare, end] of text.matchAll(CELL)) {
    rows.at(-1)?.push(quoted === undefined ? (bare ?? "") : quoted.replaceAll('""', '"'));
    if (whole === "" || end === "") break;
    if (end !== ",") rows.push([]);
  }
  return rows;
}
