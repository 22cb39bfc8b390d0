import { DomainError } from "@bochiso/shared/errors";
import { MEDIA_TYPES, mediaTypeUnknown } from "../../../ingestion/decode/decode-body.ts";

/** Formats of which every version is a type of its own; the newest where none is named. */
const DEFAULT_VERSION: ReadonlyMap<string, string> = new Map([["application/vnd.sdmx.data+csv", "2.0.0"]]);

/**
 * The media type of a submission, lower case, with its version where the format has versions and without other parameters.
 * A charset other than UTF-8 is refused like an unknown type (RFC 8259: JSON between systems is UTF-8), and so is a type that
 * is said twice: `lines` are those of the header as they came. Throws `media-type-unknown`.
 */
export function mediaTypeOf(lines: readonly string[] = []): string {
  const header = lines.join(", ");
  const [essence = "", ...parameters] = header.split(";").map((part) => part.trim().toLowerCase());
  const parameter = (name: string): string | undefined =>
    parameters
      .find((it) => it.startsWith(`${name}=`))
      ?.slice(name.length + 1)
      .replaceAll('"', "");
  const charset = parameter("charset");
  const latest = DEFAULT_VERSION.get(essence);
  const type = latest === undefined ? essence : `${essence};version=${parameter("version") ?? latest}`;
  if (!MEDIA_TYPES.includes(type) || lines.length > 1) throw mediaTypeUnknown(header);
  if (charset === undefined || charset === "utf-8") return type;
  throw charsetUnknown(charset.slice(0, 40));
}

function charsetUnknown(got: string): DomainError {
  return new DomainError(
    "media-type-unknown",
    { got: `charset=${got}`, expected: "charset=utf-8" },
    {
      vi: `Chỉ nhận bảng mã UTF-8, không nhận "${got}"; lưu lại tệp với UTF-8.`,
      en: `Only UTF-8 is accepted, not "${got}"; save the file as UTF-8.`,
    },
  );
}
