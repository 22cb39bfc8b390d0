import { DomainError } from "@bochiso/shared/errors";
import type { Request } from "express";
import type { Services } from "../../../services.ts";

/** Throws `digest-mismatch` where the feed's contract asks for `Content-Digest` and there is none. */
export async function requireDigest(request: Request, { store, catalogue }: Services, feed: string): Promise<void> {
  if (request.headers["content-digest"] !== undefined) return;
  const contract = (await store.read((tx) => catalogue.current(tx))).feeds.get(feed);
  if (contract?.requireDigest !== true) return;
  throw new DomainError(
    "digest-mismatch",
    { expected: "sha-256=:<base64>:", required: true },
    {
      vi: `Kênh "${feed}" bắt buộc có tiêu đề Content-Digest (RFC 9530).`,
      en: `The feed "${feed}" requires the header Content-Digest (RFC 9530).`,
    },
  );
}
