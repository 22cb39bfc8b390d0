import type { PullFormat } from "@bochiso/shared/pull";
import { bodyText, type TextPieces } from "../../ingestion/decode/body-text.ts";
import { ExactNumber } from "../../ingestion/decode/exact-number.ts";
import { isJsonObject, type JsonValue } from "../../ingestion/decode/json-value.ts";
import { readCsv, unequalCells } from "../../ingestion/decode/read-csv.ts";
import { readJson } from "../../ingestion/decode/read-json.ts";
import { nearestCode } from "../../ingestion/rules/nearest-code.ts";
import { pullFault } from "../pull-fault.ts";

/** What stands in a field of a record: text, exact number, nothing (empty or absent), or what is no single value. */
export type FieldContent =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "empty" }
  | { readonly kind: "compound" };

/** One record of an answer. */
export interface SourceRecord {
  /** Line of a table it begins in, from 1; null in JSON. */
  readonly line: number | null;
  field(name: string): FieldContent;
}

const EMPTY: FieldContent = { kind: "empty" };
const COMPOUND: FieldContent = { kind: "compound" };

/**
 * The records of an answer. `fields` are those that the mapping asks for: a table must have them. Throws `body-malformed`,
 * `too-large`, `pull-records-missing`, `pull-column-missing`.
 */
export function readRecords(body: Uint8Array, format: PullFormat, fields: Iterable<string>): Iterable<SourceRecord> {
  const text = bodyText(body);
  return format.kind === "json" ? jsonRecords(wholeOf(text), format.records) : csvRecords(text, format, fields);
}

function* jsonRecords(text: string, pointer: string): Generator<SourceRecord> {
  const found = valueAt(readJson(text), pointer);
  if (!Array.isArray(found)) throw pullFault("pull-records-missing", { pointer });
  for (const record of found) {
    yield {
      line: null,
      field: (name) => contentOf(name.startsWith("/") ? valueAt(record, name) : member(record, name)),
    };
  }
}

/** The value that a JSON pointer leads to (RFC 6901). */
function valueAt(root: JsonValue, pointer: string): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const part of pointer.split("/").slice(1)) {
    value = member(value, part.replaceAll("~1", "/").replaceAll("~0", "~"));
  }
  return value;
}

function member(value: JsonValue | undefined, name: string): JsonValue | undefined {
  if (Array.isArray(value)) return /^(?:0|[1-9]\d{0,6})$/.test(name) ? value[Number(name)] : undefined;
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function contentOf(value: JsonValue | undefined): FieldContent {
  if (value === undefined || value === null) return EMPTY;
  if (value instanceof ExactNumber) return { kind: "number", text: value.text };
  if (typeof value === "string") return textContent(value);
  return typeof value === "boolean" ? { kind: "text", text: String(value) } : COMPOUND;
}

function wholeOf(pieces: TextPieces): string {
  const texts: string[] = [];
  do texts.push(pieces.next(""));
  while (!pieces.isOver);
  return texts.join("");
}

function* csvRecords(
  text: TextPieces,
  { delimiter, header }: Extract<PullFormat, { kind: "csv" }>,
  fields: Iterable<string>,
): Generator<SourceRecord> {
  let columns: ReadonlyMap<string, number> | null = null;
  let width = 0;
  for (const record of readCsv(text, delimiter)) {
    const { cells, line } = record;
    if (columns === null) {
      const names = header ? cells.map((cell) => cell.trim().normalize("NFC")) : cells.map((_, at) => String(at + 1));
      columns = columnsOf(names, fields);
      width = names.length;
      if (header) continue;
    }
    // Spreadsheets leave lines of nothing but delimiters below a table.
    if (cells.every((cell) => cell.trim() === "")) continue;
    if (cells.length !== width) throw unequalCells(record, width);
    const own = columns;
    yield { line, field: (name) => textContent(cells[own.get(name) ?? -1] ?? "") };
  }
}

function columnsOf(names: readonly string[], fields: Iterable<string>): ReadonlyMap<string, number> {
  for (const field of fields) {
    if (names.includes(field)) continue;
    throw pullFault("pull-column-missing", { field, nearest: nearestCode(field, names) });
  }
  return new Map(names.map((name, at) => [name, at]));
}

function textContent(value: string): FieldContent {
  const text = value.trim().normalize("NFC");
  return text === "" ? EMPTY : { kind: "text", text };
}
