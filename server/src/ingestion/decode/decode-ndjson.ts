import { ROWS_PER_STEP } from "../../platform/slices.ts";
import { LIMITS } from "../limits.ts";
import { bodyText, type TextPieces } from "./body-text.ts";
import { tooLarge } from "./decode-error.ts";
import { JSON_POINTERS, noRows } from "./decode-json.ts";
import type { DecodedBody, DecodedRow } from "./decoded-body.ts";
import { isJsonObject } from "./json-value.ts";
import { readEnvelope, wrongShape } from "./read-envelope.ts";
import { readJson } from "./read-json.ts";

const FIELDS = new Set(["feed", "sequence", "sentAt", "source"]);

/**
 * Decodes `application/x-ndjson`: the first line is the envelope, every further one an observation; empty lines are passed
 * over. Throws `body-malformed` and `too-large` with the line.
 */
export function* decodeNdjson(body: Uint8Array): Generator<void, DecodedBody> {
  const lines = linesOf(bodyText(body));
  const first = lines.next();
  if (first.done) throw wrongShape("", "the envelope in the first line", "phần bao ở dòng đầu");
  const root = readJson(first.value.text, { line: first.value.number });
  if (!isJsonObject(root)) throw wrongShape("", "the envelope in the first line", "phần bao ở dòng đầu");
  const envelope = readEnvelope(root, FIELDS);
  const rows: DecodedRow[] = [];
  for (const line of lines) {
    if (rows.length === LIMITS.observations) throw tooLarge("observations");
    const row = rows.length;
    const origin = { line: line.number, row, pointer: JSON_POINTERS.field(row, "") };
    rows.push({ fields: readJson(line.text, origin), line: line.number });
    if (rows.length % ROWS_PER_STEP === 0) yield;
  }
  if (rows.length === 0) throw noRows("/observations");
  return { envelope, rows, pointers: JSON_POINTERS };
}

interface Line {
  text: string;
  /** Counted from 1, as editors do. */
  number: number;
}

/** The lines that are not empty. */
function* linesOf(pieces: TextPieces): Generator<Line, undefined> {
  let number = 0;
  /** The beginning of a line that goes on in the next piece. */
  let rest = "";
  for (let isLast = false; !isLast; ) {
    const text = pieces.next(rest);
    isLast = pieces.isOver;
    let at = 0;
    while (at < text.length) {
      const found = text.indexOf("\n", at);
      if (found < 0 && !isLast) break;
      const end = found < 0 ? text.length : found;
      number += 1;
      const line = text.slice(at, end);
      if (line.trim() !== "") yield { text: line, number };
      at = end + 1;
    }
    rest = text.slice(at);
  }
}
