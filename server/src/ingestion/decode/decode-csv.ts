import { unguardFormula } from "@bochiso/shared/text";
import { ROWS_PER_STEP } from "../../platform/slices.ts";
import { LIMITS } from "../limits.ts";
import { nearestCode } from "../rules/nearest-code.ts";
import { AmbiguousPoints } from "./ambiguous-points.ts";
import { bodyText, firstLine } from "./body-text.ts";
import { bodyMalformed, tooLarge } from "./decode-error.ts";
import { noRows } from "./decode-json.ts";
import type { DecodedBody, DecodedRow, Envelope, Pointers } from "./decoded-body.ts";
import { computedFault, EXPORTED_COLUMNS } from "./exported-columns.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "./json-value.ts";
import { type CsvRecord, cellPlace, readCsv, unequalCells } from "./read-csv.ts";
import { escapePointer } from "./read-envelope.ts";

type Delimiter = "," | ";";
type Cell = (text: string, delimiter: Delimiter) => JsonValue | undefined;

const textOrAbsent: Cell = (text) => (text === "" ? undefined : unguardFormula(text));
const passedOver: Cell = () => undefined;

/** The columns with a name of their own, and how a cell of each is read; every other column is a dimension. */
const COLUMNS: ReadonlyMap<string, Cell> = new Map<string, Cell>([
  ["indicator", textOrAbsent],
  ["area", textOrAbsent],
  ["period", textOrAbsent],
  ["value", (text, delimiter) => (text === "" ? null : withPoint(text, delimiter))],
  ["status", textOrAbsent],
  ["scenario", textOrAbsent],
  ["note", textOrAbsent],
  ["retract", (text) => (text === "" ? undefined : (FLAGS.get(text) ?? text))],
  ["window", (text) => (text === "" ? undefined : windowOf(text))],
  ["baseYear", textOrAbsent],
  ["unit", textOrAbsent],
  ["classification", textOrAbsent],
  ["breakdown", (text) => (text === "" ? undefined : breakdownOf(text))],
  ...EXPORTED_COLUMNS.map((name): [string, Cell] => [name, passedOver]),
]);
const REQUIRED = ["indicator", "area", "period", "value"] as const;
const FLAGS = new Map([
  ["true", true],
  ["false", false],
]);

const CSV_POINTERS: Pointers = {
  field: (row, field) => `/${row}${field === "" ? "" : `/${escapePointer(field)}`}`,
  dimension: (row, dimension) => `/${row}/${escapePointer(dimension)}`,
};

/**
 * Decodes `text/csv` with a header line; the delimiter is the one that the header has. With `;` a decimal comma is read as
 * one, and a value such as `1.234`, which may be a thousand or a fraction, is refused unless other values tell which. Throws
 * `body-malformed` and `too-large` with the line.
 */
export function* decodeCsv(body: Uint8Array, envelope: Envelope): Generator<void, DecodedBody> {
  const text = bodyText(body);
  if (body.includes(0)) throw bodyMalformed({ vi: "Nội dung có ký tự U+0000.", en: "The body holds U+0000." });
  // Names of columns hold neither delimiter, so the one in the first line is meant.
  const delimiter = firstLine(body).includes(";") ? ";" : ",";
  const rows: DecodedRow[] = [];
  let columns: readonly string[] = [];
  const records = readCsv(text, delimiter, (cell) => cellPlace(rows.length, columns[cell]));
  const header = records.next();
  if (header.done) throw noRows("");
  columns = checkHeader(header.value.cells);
  const origin = columns.indexOf("origin");
  const value = columns.indexOf("value");
  const points = delimiter === ";" ? new AmbiguousPoints() : null;
  for (const record of records) {
    // Spreadsheets leave lines of nothing but delimiters below a table.
    if (record.cells.every((cell) => cell === "")) continue;
    if (rows.length === LIMITS.observations) throw tooLarge("observations");
    if (record.cells.length !== columns.length) throw unequalCells(record, columns.length);
    points?.see(rows.length, record.cells[value] ?? "");
    const row: DecodedRow = { fields: fieldsOf(record, columns, delimiter), line: record.line };
    const fault = origin < 0 ? null : computedFault("origin", record.cells[origin] ?? "");
    rows.push(fault === null ? row : { ...row, fault });
    if (rows.length % ROWS_PER_STEP === 0) yield;
  }
  if (rows.length === 0) throw noRows("");
  points?.fault(rows);
  return { envelope, rows, pointers: CSV_POINTERS };
}

function checkHeader(columns: readonly string[]): readonly string[] {
  const twice = columns.find((name, at) => columns.indexOf(name) !== at);
  if (twice !== undefined) {
    throw headerFault(`Cột "${twice}" xuất hiện hai lần.`, `The column "${twice}" occurs twice.`);
  }
  if (columns.includes("")) throw headerFault("Có cột không có tên.", "A column has no name.");
  const missing = REQUIRED.find((name) => !columns.includes(name));
  if (missing === undefined) return columns;
  const near = nearestCode(missing, columns);
  throw headerFault(
    `Thiếu cột "${missing}"${near === null ? "" : ` (có cột "${near}")`}; các cột bắt buộc: ${REQUIRED.join(", ")}; dấu phân cách , hoặc ;.`,
    `The column "${missing}" is missing${near === null ? "" : ` (there is "${near}")`}; required: ${REQUIRED.join(", ")}; the delimiter is , or ;.`,
  );
}

function headerFault(vi: string, en: string): Error {
  return bodyMalformed({ vi: `Dòng tiêu đề: ${vi}`, en: `Header line: ${en}` }, { line: 1 });
}

/** A record in the shape of a JSON row. A dimension without a code is its total, as if it were left out. */
function fieldsOf({ cells }: CsvRecord, columns: readonly string[], delimiter: Delimiter): JsonObject {
  const fields: JsonObject = {};
  let breakdown: JsonObject | null = null;
  for (const [at, name] of columns.entries()) {
    const cell = cells[at] ?? "";
    const read = COLUMNS.get(name);
    if (read !== undefined) {
      const value = read(cell, delimiter);
      if (value !== undefined) fields[name] = value;
    } else if (cell !== "") {
      breakdown ??= {};
      Object.defineProperty(breakdown, name, {
        value: unguardFormula(cell),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
  }
  if (breakdown !== null) {
    const named = fields["breakdown"];
    fields["breakdown"] = isJsonObject(named) ? { ...named, ...breakdown } : breakdown;
  }
  return fields;
}

const DECIMAL_COMMA = /^([+-]?\d*),(\d+(?:[eE][+-]?\d+)?)$/;

/** `1234,5` of a table with `;` as a decimal with a point; thousands separators stay and are refused with the value. */
function withPoint(text: string, delimiter: Delimiter): string {
  return delimiter === ";" ? text.replace(DECIMAL_COMMA, "$1.$2") : text;
}

/** `ownership=FDI;enterpriseSize=small` of an export; anything else is left as it is and refused with the row. */
function breakdownOf(text: string): JsonValue {
  const parts = unguardFormula(text)
    .split(";")
    .map((part) => part.split("="));
  return parts.every((part) => part.length === 2) ? Object.fromEntries(parts) : text;
}

/** `2026-01-15/2026-02-14`; anything else is left as it is and refused with the row. */
function windowOf(text: string): JsonValue {
  const parts = text.split("/");
  const [start, end] = parts;
  return parts.length === 2 && start !== undefined && end !== undefined ? { start, end } : text;
}
