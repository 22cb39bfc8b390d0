import { parseInstant } from "@bochiso/shared/period";
import { LIMITS } from "../limits.ts";
import { bodyMalformed, tooLarge } from "./decode-error.ts";
import type { DecodedBody, Envelope, Pointers } from "./decoded-body.ts";
import { ExactNumber } from "./exact-number.ts";
import type { JsonObject, JsonValue } from "./json-value.ts";
import { isJsonObject } from "./json-value.ts";
import { readJson } from "./read-json.ts";

const ENVELOPE_FIELDS = new Set(["feed", "sequence", "sentAt", "source", "observations"]);
const SOURCE_FIELDS = new Set(["publisher", "document"]);

const JSON_POINTERS: Pointers = {
  field: (row, field) => `/observations/${row}${field === "" ? "" : `/${escapePointer(field)}`}`,
  dimension: (row, dimension) => `/observations/${row}/breakdown/${escapePointer(dimension)}`,
};

/** Decodes `application/json`: the envelope is checked here, the rows are left as they are. */
export function decodeJson(body: Uint8Array): DecodedBody {
  const root = readJson(decodeUtf8(body));
  if (!isJsonObject(root)) throw wrongShape("", "an object", "một đối tượng");
  refuseUnknown(root, ENVELOPE_FIELDS, "");
  const rows = root["observations"];
  if (!Array.isArray(rows)) throw wrongShape("/observations", "an array", "một mảng");
  if (rows.length === 0) throw wrongShape("/observations", "at least one observation", "ít nhất một số liệu");
  if (rows.length > LIMITS.observations) throw tooLarge("observations", LIMITS.observations);
  return {
    envelope: readEnvelope(root),
    rows: rows.map((fields) => ({ fields })),
    pointers: JSON_POINTERS,
  };
}

function decodeUtf8(body: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    throw bodyMalformed({ vi: "Nội dung không phải UTF-8 hợp lệ.", en: "The body is not valid UTF-8." });
  }
}

function readEnvelope(root: JsonObject): Envelope {
  const source = root["source"] ?? {};
  if (!isJsonObject(source)) throw wrongShape("/source", "an object", "một đối tượng");
  refuseUnknown(source, SOURCE_FIELDS, "/source");
  const feed = text(root["feed"], "/feed");
  if (feed === null) throw wrongShape("/feed", "the code of the feed", "mã kênh cung cấp dữ liệu");
  return {
    feed,
    sequence: wholeNumber(root["sequence"], "/sequence"),
    sentAt: instant(root["sentAt"]),
    publisher: text(source["publisher"], "/source/publisher"),
    document: text(source["document"], "/source/document"),
  };
}

function refuseUnknown(object: JsonObject, known: ReadonlySet<string>, pointer: string): void {
  for (const name of Object.keys(object)) {
    if (known.has(name)) continue;
    throw bodyMalformed(
      { vi: `Trường "${name}" không có trong phần bao.`, en: `The envelope has no field "${name}".` },
      { pointer: `${pointer}/${escapePointer(name)}` },
    );
  }
}

function text(value: JsonValue | undefined, pointer: string): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "string") return value;
  throw wrongShape(pointer, "a text", "một chuỗi");
}

function wholeNumber(value: JsonValue | undefined, pointer: string): number | null {
  if (value === undefined || value === null) return null;
  const number = value instanceof ExactNumber && /^\d+$/.test(value.text) ? Number(value.text) : Number.NaN;
  if (Number.isSafeInteger(number)) return number;
  throw wrongShape(pointer, "a whole number from 0", "một số nguyên từ 0");
}

function instant(value: JsonValue | undefined): string | null {
  const sentAt = text(value, "/sentAt");
  if (sentAt === null) return null;
  if (parseInstant(sentAt) !== null) return sentAt;
  throw wrongShape(
    "/sentAt",
    "an instant such as 2026-11-20T08:00:00+07:00",
    "một thời điểm như 2026-11-20T08:00:00+07:00",
  );
}

function wrongShape(pointer: string, expected: string, expectedVi: string): Error {
  return bodyMalformed(
    { vi: `Cần ${expectedVi} tại ${pointer || "gốc"}.`, en: `Expected ${expected} at ${pointer || "the root"}.` },
    { pointer },
  );
}

/** A name as a token of a JSON pointer (RFC 6901). */
export function escapePointer(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
