/** A data row of a CSV file. `line` counts from 1 with the header, as the defects of the mapping do. */
export interface CsvRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A CSV file by RFC 4180: quoted cells, doubled quotes, LF or CRLF. */
export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
}

const CELL = /("(?:[^"]|"")*"|[^",\n]*)(,|\n|$)/gy;

function splitRecords(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  CELL.lastIndex = 0;
  while (CELL.lastIndex < text.length) {
    const at = CELL.lastIndex;
    const match = CELL.exec(text);
    if (!match) throw new Error(`CSV is malformed at character ${at}`);
    const [, raw = "", end] = match;
    record.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === ",") continue;
    records.push(record);
    record = [];
  }
  return records;
}

/** Parses a CSV text whose first record is the header. Throws where a row has more or fewer cells. */
export function parseCsv(text: string): CsvTable {
  const [columns = [], ...records] = splitRecords(text.replaceAll("\r\n", "\n"));
  const rows = records.map((record, index) => {
    const line = index + 2;
    if (record.length !== columns.length)
      throw new Error(`CSV line ${line} has ${record.length} cells, not ${columns.length}`);
    return { line, cells: Object.fromEntries(columns.map((column, at) => [column, record[at] ?? ""])) };
  });
  return { columns, rows };
}
