import { createHash } from "node:crypto";
import { finished } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { DomainError } from "@bochiso/shared/errors";
import type { Request } from "express";
import { bodyMalformed, tooLarge } from "../../../ingestion/decode/decode-error.ts";
import { LIMITS } from "../../../ingestion/limits.ts";
import { checkContentDigest, DIGEST_ALGORITHMS, readContentDigest } from "./content-digest.ts";

/**
 * The inflated body of a request. Counts bytes on the wire and while inflating, so that a small gzip cannot become a
 * large body, and checks `Content-Digest` (RFC 9530) over the bytes as they came.
 * Throws `too-large`, `body-malformed`, `digest-mismatch`, `media-type-unknown` (unknown content coding).
 */
export async function readBody(request: Request): Promise<Buffer> {
  const declared = Number(request.headers["content-length"] ?? 0);
  if (declared > LIMITS.wireBytes) throw tooLarge("wireBytes", LIMITS.wireBytes);
  const coding = (request.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  if (coding !== "identity" && coding !== "gzip") throw unknownCoding(coding);
  const digest = readContentDigest(request.headers["content-digest"]);
  const wire = await collectWire(request);
  if (digest !== null) {
    checkContentDigest(digest, (algorithm) => createHash(DIGEST_ALGORITHMS[algorithm]).update(wire).digest());
  }
  return coding === "gzip" ? inflate(wire) : wire;
}

async function collectWire(request: Request): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LIMITS.wireBytes) throw tooLarge("wireBytes", LIMITS.wireBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

async function inflate(wire: Buffer): Promise<Buffer> {
  const gunzip = createGunzip();
  const chunks: Buffer[] = [];
  let size = 0;
  gunzip.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > LIMITS.inflatedBytes) gunzip.destroy(tooLarge("inflatedBytes", LIMITS.inflatedBytes));
    else chunks.push(chunk);
  });
  gunzip.end(wire);
  try {
    await finished(gunzip);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw bodyMalformed({ vi: "Nội dung không phải gzip hợp lệ.", en: "The body is not valid gzip." });
  }
  return Buffer.concat(chunks, size);
}

function unknownCoding(coding: string): DomainError {
  return new DomainError(
    "media-type-unknown",
    { got: coding, expected: "gzip, identity" },
    {
      vi: `Content-Encoding "${coding}" không được nhận; chỉ nhận gzip.`,
      en: `Content-Encoding "${coding}" is not accepted; gzip is.`,
    },
  );
}
