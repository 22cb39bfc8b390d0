import type { Feed } from "@bochiso/db/repositories/feeds";
import { DomainError } from "@bochiso/shared/errors";
import type { Request } from "express";

/** Throws `digest-mismatch` where the feed's contract asks for `Content-Digest` and there is none. */
export function requireDigest(request: Request, contract: Feed | undefined): void {
  if (request.headers["content-digest"] !== undefined || contract?.requireDigest !== true) return;
  throw new DomainError(
    "digest-mismatch",
    { expected: "sha-256=:<base64>:", required: true },
    {
      vi: `Kênh "${contract.code}" bắt buộc có tiêu đề Content-Digest (RFC 9530).`,
      en: `The feed "${contract.code}" requires the header Content-Digest (RFC 9530).`,
    },
  );
}
