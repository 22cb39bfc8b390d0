import { MEDIA_TYPES, mediaTypeUnknown } from "../../../ingestion/decode/decode-body.ts";

/**
 * The media type of a submission, lower case, without its parameters. A charset other than UTF-8 is refused like an
 * unknown type (RFC 8259: JSON between systems is UTF-8). Throws `media-type-unknown`.
 */
export function mediaTypeOf(header: string | undefined): string {
  const [essence = "", ...parameters] = (header ?? "").split(";").map((part) => part.trim().toLowerCase());
  const charset = parameters
    .find((it) => it.startsWith("charset="))
    ?.slice(8)
    .replaceAll('"', "");
  if (MEDIA_TYPES.includes(essence) && (charset === undefined || charset === "utf-8")) return essence;
  throw mediaTypeUnknown(header ?? "");
}
