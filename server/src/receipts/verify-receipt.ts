import { createHash, createPublicKey, verify } from "node:crypto";
import { Receipt, sealedText } from "@bochiso/shared/submission";
import type { Text } from "@bochiso/shared/text";
import { z } from "zod";

/** A published key: JWK (RFC 8037) with the time in which it sealed. */
export const PublishedKey = z.object({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  alg: z.literal("Ed25519"),
  use: z.literal("sig"),
  kid: z.string(),
  x: z.string(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
});
export type PublishedKey = z.infer<typeof PublishedKey>;
/** `/.well-known/bcs-keys.json`. */
export const PublishedKeys = z.object({ keys: z.array(PublishedKey) });

/**
 * That something read from a file is a receipt. What was read is then checked as it is: what a schema gives back lacks the
 * members it does not know, and what was added would pass for sealed.
 */
export function assertReceipt(given: unknown): asserts given is Receipt {
  Receipt.parse(given);
}

/** What one check of a receipt found. */
export interface ReceiptCheck {
  readonly ok: boolean;
  readonly text: Text;
}

/**
 * Checks a receipt, all that is in it, without the system that gave it: who sealed it and when, that nothing of it was altered
 * or added, and, where the body that was sent is at hand (inflated), that it is the one received. Every check is told.
 */
export function verifyReceipt(
  receipt: Receipt,
  keys: readonly PublishedKey[],
  body: Uint8Array | null = null,
): readonly ReceiptCheck[] {
  const checks = [checkSeal(receipt, keys)];
  if (body !== null) checks.push(checkBody(receipt, body));
  return checks;
}

function checkSeal(receipt: Receipt, keys: readonly PublishedKey[]): ReceiptCheck {
  const { seal } = receipt;
  if (seal === null) return failed("Biên nhận không có dấu xác thực.", "The receipt has no seal.");
  const key = keys.find(({ kid }) => kid === seal.kid);
  if (key === undefined) return failed(`Không có khóa công khai ${seal.kid}.`, `There is no public key ${seal.kid}.`);
  const { kty, crv, x, validFrom, validTo } = key;
  const publicKey = createPublicKey({ key: { kty, crv, x }, format: "jwk" });
  const signature = Buffer.from(seal.signature, "base64url");
  if (!verify(null, Buffer.from(sealedText(receipt, seal)), publicKey, signature)) {
    return failed("Nội dung biên nhận đã bị thay đổi.", "The receipt was altered.");
  }
  const at = Date.parse(seal.sealedAt);
  if (at < Date.parse(validFrom) || (validTo !== null && at > Date.parse(validTo))) {
    return failed(
      `Khóa ${seal.kid} không có hiệu lực lúc ${seal.sealedAt}.`,
      `The key ${seal.kid} was not valid at ${seal.sealedAt}.`,
    );
  }
  return {
    ok: true,
    text: { vi: `Dấu xác thực đúng, lập lúc ${seal.sealedAt}.`, en: `The seal is right, made at ${seal.sealedAt}.` },
  };
}

function checkBody({ contentSha256 }: Receipt, body: Uint8Array): ReceiptCheck {
  if (createHash("sha256").update(body).digest("hex") === contentSha256) {
    return {
      ok: true,
      text: { vi: "Nội dung đã gửi đúng là nội dung đã nhận.", en: "The content sent is the content received." },
    };
  }
  return failed(
    "Nội dung đưa kiểm tra khác nội dung đã nhận (contentSha256).",
    "This content is not the one received (contentSha256).",
  );
}

function failed(vi: string, en: string): ReceiptCheck {
  return { ok: false, text: { vi, en } };
}
