import { parseInstant } from "@bochiso/shared/period";
import { nearestCode } from "../rules/nearest-code.ts";
import { bodyMalformed } from "./decode-error.ts";
import type { Envelope } from "./decoded-body.ts";
import { ExactNumber } from "./exact-number.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "./json-value.ts";

const SOURCE_FIELDS = new Set(["publisher", "document"]);

/** Reads the part of a body that is not rows; `known` are the names it may have. Throws `body-malformed`. */
export function readEnvelope(root: JsonObject, known: ReadonlySet<string>): Envelope {
  refuseUnknown(root, known, "");
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
    const nearest = nearestCode(name, known);
    const meant =
      nearest === null ? { vi: "", en: "" } : { vi: `; gần nhất: "${nearest}"`, en: `; nearest: "${nearest}"` };
    throw bodyMalformed(
      {
        vi: `Phần bao (ngoài observations) không có trường "${name}"${meant.vi}.`,
        en: `The envelope has no field "${name}"${meant.en}.`,
      },
      {
        pointer: `${pointer}/${escapePointer(name)}`,
        expected: [...known].join(", "),
        ...(nearest === null ? {} : { nearest }),
      },
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

/** What should have stood at a pointer. */
export function wrongShape(pointer: string, expected: string, expectedVi: string): Error {
  return bodyMalformed(
    { vi: `Cần ${expectedVi} tại ${pointer || "gốc"}.`, en: `Expected ${expected} at ${pointer || "the root"}.` },
    { pointer },
  );
}

/** A name as a token of a JSON pointer (RFC 6901). */
export function escapePointer(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
