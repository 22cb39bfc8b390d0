import type { SignatureKey } from "@bochiso/db/repositories/intake";
import type { Request } from "express";
import { verifySignature } from "./http-signature.ts";
import { signatureMissing } from "./signature-faults.ts";

/**
 * Verifies the signature of a request where there is one, by the keys registered for the feed. Throws `key-invalid` where it
 * does not hold, or where a live key of the feed says that every submission must be signed and this one is not.
 */
export function checkSignature(
  request: Request,
  { feed, keys, now }: { feed: string; keys: readonly SignatureKey[]; now: Date },
): void {
  const { signature, "signature-input": input } = request.headers;
  const isSigned = signature !== undefined || input !== undefined;
  if (!isSigned) {
    if (keys.some(({ required }) => required)) throw signatureMissing(feed);
    return;
  }
  const signed = {
    method: request.method,
    target: request.originalUrl,
    field: (name: string) => {
      const value = request.headers[name];
      return Array.isArray(value) ? value.join(", ") : value;
    },
  };
  const publicKeyOf = (keyid: string): string | null => keys.find((key) => key.keyid === keyid)?.publicKey ?? null;
  verifySignature(signed, { publicKeyOf, now });
}
