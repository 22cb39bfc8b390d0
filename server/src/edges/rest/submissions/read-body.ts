import { createHash } from "node:crypto";
import { finished } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { DomainError } from "@bochiso/shared/errors";
import type { Request } from "express";
import { bodyMalformed, tooLarge } from "../../../ingestion/decode/decode-error.ts";
import { LIMITS } from "../../../ingestion/limits.ts";
import { checkContentDigest, DIGEST_ALGORITHMS, readContentDigest } from "./content-digest.ts";

/** Says how many bytes a body takes or is about to take; throws where that is too much for now. */
type Hold = (bytes: number) => void;

/** The bytes a request announces, 0 where it announces none. Throws `too-large`. */
export function announcedBytes(request: Pick<Request, "headers">): number {
  const announced = Number(request.headers["content-length"] ?? 0);
  if (announced > LIMITS.wireBytes) throw tooLarge("wireBytes", LIMITS.wireBytes);
  return announced;
}

/**
 * The inflated body of a request. Counts bytes on the wire and while inflating, so that a small gzip cannot become a
 * large body, and checks `Content-Digest` (RFC 9530) over the bytes as they came. Room is asked for before it is taken:
 * for what is announced, for what a gzip says it inflates to, and for whatever turns out to be more.
 * Throws `too-large`, `body-malformed`, `digest-mismatch`, `media-type-unknown` (unknown content coding), what `hold` throws.
 */
export async function readBody(request: Request, hold: Hold): Promise<Buffer> {
  const announced = announcedBytes(request);
  const coding = (request.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  if (coding !== "identity" && coding !== "gzip") throw unknownCoding(coding);
  const digest = readContentDigest(request.headers["content-digest"]);
  const wire = await collectWire(request, announced, hold);
  if (digest !== null) {
    checkContentDigest(digest, (algorithm) => createHash(DIGEST_ALGORITHMS[algorithm]).update(wire).digest());
  }
  const body = coding === "gzip" ? await inflate(wire, hold) : wire;
  hold(body.length);
  return body;
}

async function collectWire(request: Request, announced: number, hold: Hold): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LIMITS.wireBytes) throw tooLarge("wireBytes", LIMITS.wireBytes);
    if (size > announced) hold(size);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

async function inflate(wire: Buffer, hold: Hold): Promise<Buffer> {
  const claimed = Math.min(claimedSize(wire), LIMITS.inflatedBytes);
  hold(wire.length + claimed);
  const gunzip = createGunzip();
  const chunks: Buffer[] = [];
  let size = 0;
  const keep = (chunk: Buffer): void => {
    size += chunk.length;
    if (size > LIMITS.inflatedBytes) throw tooLarge("inflatedBytes", LIMITS.inflatedBytes);
    if (size > claimed) hold(wire.length + size);
    chunks.push(chunk);
  };
  gunzip.on("data", (chunk: Buffer) => {
    try {
      keep(chunk);
    } catch (error) {
      gunzip.destroy(error instanceof Error ? error : new Error(String(error)));
    }
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

/** The size a gzip says its last member inflates to (RFC 1952, ISIZE); not to be relied on, only to be refused early. */
function claimedSize(wire: Buffer): number {
  return wire.length < SMALLEST_GZIP ? 0 : wire.readUInt32LE(wire.length - 4);
}

/** Header and trailer of a gzip member. */
const SMALLEST_GZIP = 18;

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
