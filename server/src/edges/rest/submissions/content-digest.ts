import { timingSafeEqual } from "node:crypto";
import { DomainError } from "@bochiso/shared/errors";

/** Algorithms of RFC 9530 that are not deprecated → their names in node:crypto. */
export const DIGEST_ALGORITHMS = { "sha-256": "sha256", "sha-512": "sha512" } as const;
export type DigestAlgorithm = keyof typeof DIGEST_ALGORITHMS;

const MEMBER = /^([a-z*][a-z0-9_.*-]*)=:([A-Za-z0-9+/]*={0,2}):$/;

/**
 * Reads a `Content-Digest` field; null when absent. At least one algorithm must be one that can be checked here: a sender
 * who asks for a check must not be told 2xx without it. Throws `digest-mismatch`.
 */
export function readContentDigest(header: string | string[] | undefined): Map<DigestAlgorithm, Buffer> | null {
  if (header === undefined) return null;
  const digests = new Map<DigestAlgorithm, Buffer>();
  for (const member of String(header).split(",")) {
    const match = MEMBER.exec(member.trim());
    if (match === null) throw mismatch("Content-Digest is malformed.", "Content-Digest sai định dạng.");
    const [, algorithm = "", value = ""] = match;
    if (isKnown(algorithm)) digests.set(algorithm, Buffer.from(value, "base64"));
  }
  if (digests.size === 0)
    throw mismatch("Content-Digest names no algorithm known here.", "Content-Digest không có thuật toán được hỗ trợ.");
  return digests;
}

/** Throws `digest-mismatch` unless every digest equals the computed one. */
export function checkContentDigest(
  digests: ReadonlyMap<DigestAlgorithm, Buffer>,
  compute: (algorithm: DigestAlgorithm) => Buffer,
): void {
  for (const [algorithm, sent] of digests) {
    const computed = compute(algorithm);
    if (sent.length === computed.length && timingSafeEqual(sent, computed)) continue;
    throw mismatch(
      `The ${algorithm} of the content differs from Content-Digest.`,
      `${algorithm} của nội dung khác Content-Digest.`,
    );
  }
}

function isKnown(algorithm: string): algorithm is DigestAlgorithm {
  return Object.hasOwn(DIGEST_ALGORITHMS, algorithm);
}

function mismatch(en: string, vi: string): DomainError {
  return new DomainError("digest-mismatch", { expected: "sha-256=:<base64>:" }, { vi, en });
}
