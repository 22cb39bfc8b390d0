import { DomainError } from "@bochiso/shared/errors";
import { decodeJson } from "./decode-json.ts";
import type { DecodedBody } from "./decoded-body.ts";

/** A decoder per media type; every one gives the same form, so that nothing after it knows the format. */
const DECODERS: ReadonlyMap<string, (body: Uint8Array) => DecodedBody> = new Map([["application/json", decodeJson]]);

/** Media types that are read today. */
export const MEDIA_TYPES: readonly string[] = [...DECODERS.keys()];

/** Decodes a body. Throws `media-type-unknown`, `body-malformed`, `too-large`. */
export function decodeBody(mediaType: string, body: Uint8Array): DecodedBody {
  const decode = DECODERS.get(mediaType);
  if (decode !== undefined) return decode(body);
  throw mediaTypeUnknown(mediaType);
}

/** The refusal of a media type, naming those that are read. */
export function mediaTypeUnknown(got: string): DomainError {
  const expected = MEDIA_TYPES.join(", ");
  return new DomainError(
    "media-type-unknown",
    { got: got.slice(0, 120), expected },
    {
      vi: `Không nhận nội dung kiểu "${got.slice(0, 120)}"; hiện nhận ${expected}.`,
      en: `"${got.slice(0, 120)}" is not accepted; ${expected} is.`,
    },
  );
}
