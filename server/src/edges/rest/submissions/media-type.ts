import { DomainError } from "@bochiso/shared/errors";

/** Media types of the contract that are read today. */
const ACCEPTED = ["application/json"] as const;

/**
 * The media type of a submission, lower case, without its parameters. A charset other than UTF-8 is refused like an
 * unknown type (RFC 8259: JSON between systems is UTF-8). Throws `media-type-unknown`.
 */
export function mediaTypeOf(header: string | undefined): string {
  const [essence = "", ...parameters] = (header ?? "").split(";").map((part) => part.trim().toLowerCase());
  const charset = parameters.find((it) => it.startsWith("charset="))?.slice(8).replaceAll('"', "");
  const accepted = ACCEPTED.some((it) => it === essence) && (charset === undefined || charset === "utf-8");
  if (accepted) return essence;
  throw new DomainError("media-type-unknown", { got: (header ?? "").slice(0, 120), expected: ACCEPTED.join(", ") }, {
    vi: `Không nhận nội dung kiểu "${(header ?? "").slice(0, 120)}"; hiện nhận ${ACCEPTED.join(", ")}.`,
    en: `"${(header ?? "").slice(0, 120)}" is not accepted; ${ACCEPTED.join(", ")} is.`,
  });
}
