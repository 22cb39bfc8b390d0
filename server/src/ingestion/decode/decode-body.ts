import { DomainError } from "@bochiso/shared/errors";
import { decodeCsv } from "./decode-csv.ts";
import { decodeJson } from "./decode-json.ts";
import { decodeNdjson } from "./decode-ndjson.ts";
import { decodeSdmxCsv } from "./decode-sdmx-csv.ts";
import type { DecodedBody, Envelope } from "./decoded-body.ts";

/** Row after row, so that others can have their turn between them. */
type Decoding = Generator<void, DecodedBody>;

/** How the rows of a media type are read: with their envelope, or with that of the query. */
type Decoder =
  | { readonly envelope: "body"; readonly decode: (body: Uint8Array) => Decoding }
  | {
      readonly envelope: "query";
      readonly decode: (body: Uint8Array, envelope: Envelope, dimensions: Iterable<string>) => Decoding;
    };

/** A decoder per media type; every one gives the same form, so that nothing after it knows the format. */
const DECODERS: ReadonlyMap<string, Decoder> = new Map<string, Decoder>([
  ["application/json", { envelope: "body", decode: decodeJson }],
  ["application/x-ndjson", { envelope: "body", decode: decodeNdjson }],
  ["text/csv", { envelope: "query", decode: decodeCsv }],
  ["application/vnd.sdmx.data+csv;version=2.0.0", { envelope: "query", decode: decodeSdmxCsv }],
  ["application/vnd.sdmx.data+csv;version=1.0.0", { envelope: "query", decode: decodeSdmxCsv }],
]);

/** Media types that are read today. */
export const MEDIA_TYPES: readonly string[] = [...DECODERS.keys()];

/** Where the envelope of a media type stands. */
export function envelopePlace(mediaType: string): "body" | "query" {
  return DECODERS.get(mediaType)?.envelope ?? "body";
}

/**
 * Decodes a body row after row; `envelope` is that of the query, null where the body has its own; `dimensions` are the ids of breakdown
 * dimensions, for formats in which other columns are passed over. Throws `media-type-unknown`, `body-malformed`, `too-large`.
 */
export function decodeSteps(
  { mediaType, body, envelope = null }: { mediaType: string; body: Uint8Array; envelope?: Envelope | null },
  dimensions: Iterable<string>,
): Decoding {
  const decoder = DECODERS.get(mediaType);
  if (decoder === undefined) throw mediaTypeUnknown(mediaType);
  if (decoder.envelope === "body") return decoder.decode(body);
  if (envelope === null) throw new Error(`${mediaType} needs the envelope of its query`);
  return decoder.decode(body, envelope, dimensions);
}

/** The refusal of a media type, naming those that are read. */
export function mediaTypeUnknown(got: string): DomainError {
  const expected = MEDIA_TYPES.join(", ");
  return new DomainError(
    "media-type-unknown",
    { got: got.slice(0, 120), expected },
    {
      vi: `Không nhận nội dung kiểu "${got.slice(0, 120)}"; các kiểu được nhận: ${expected}.`,
      en: `"${got.slice(0, 120)}" is not accepted. Accepted: ${expected}.`,
    },
  );
}
