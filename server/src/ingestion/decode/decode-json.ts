import { LIMITS } from "../limits.ts";
import { bodyText } from "./body-text.ts";
import { tooLarge } from "./decode-error.ts";
import type { DecodedBody, Pointers } from "./decoded-body.ts";
import { isJsonObject } from "./json-value.ts";
import { escapePointer, readEnvelope, wrongShape } from "./read-envelope.ts";
import { readJsonSteps } from "./read-json.ts";

const FIELDS = new Set(["feed", "sequence", "sentAt", "source", "observations"]);

/** Pointers into `{ "observations": [ … ] }`, for formats whose rows are JSON. */
export const JSON_POINTERS: Pointers = {
  field: (row, field) => `/observations/${row}${field === "" ? "" : `/${escapePointer(field)}`}`,
  dimension: (row, dimension) => `/observations/${row}/breakdown/${escapePointer(dimension)}`,
};

/** Decodes `application/json`: the envelope is checked here, the rows are left as they are. */
export function* decodeJson(body: Uint8Array): Generator<void, DecodedBody> {
  // Of too many rows the rest is looked through, for it may be no JSON, but not kept.
  const root = yield* readJsonSteps(bodyText(body), { name: "observations", most: LIMITS.observations + 1 });
  if (!isJsonObject(root)) throw wrongShape("", "an object", "một đối tượng");
  const envelope = readEnvelope(root, FIELDS);
  const rows = root["observations"];
  if (!Array.isArray(rows)) throw wrongShape("/observations", "an array", "một mảng");
  if (rows.length === 0) throw noRows("/observations");
  if (rows.length > LIMITS.observations) throw tooLarge("observations");
  return { envelope, rows: rows.map((fields) => ({ fields })), pointers: JSON_POINTERS };
}

/** The refusal of a body without a row. */
export function noRows(pointer: string): Error {
  return wrongShape(pointer, "at least one observation", "ít nhất một số liệu");
}
