import { createHash } from "node:crypto";
import { finished } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { DomainError } from "@bochiso/shared/errors";
import type { Request } from "express";
import { bodyMalformed, tooLarge } from "../../../ingestion/decode/decode-error.ts";
import { LIMITS } from "../../../ingestion/limits.ts";
import { type Collected, CollectedBytes } from "./collected-bytes.ts";
import { checkContentDigest, DIGEST_ALGORITHMS, readContentDigest } from "./content-digest.ts";

/** Says how many bytes a body takes or is about to take; throws where that is too much for now. */
type Hold = (bytes: number) => void;

/** The bytes a request announces, 0 where it announces none. Throws `too-large`. */
export function announcedBytes(request: Pick<Request, "headers">): number {
  const announced = Number(request.headers["content-length"] ?? 0);
  if (announced > LIMITS.wireBytes) throw tooLarge("wireBytes");
  return announced;
}

/**
 * The inflated body of a request with its hash. Counts bytes on the wire and while inflating, so that a small gzip cannot
 * become a large body, and checks `Content-Digest` (RFC 9530) over the bytes as they came. Room is asked for before it is
 * taken: for what is announced, for what a gzip says it inflates to, and for whatever turns out to be more.
 * Throws `too-large`, `body-malformed`, `digest-mismatch`, `media-type-unknown` (unknown content coding), what `hold` throws.
 */
export async function readBody(request: Request, hold: Hold): Promise<Collected> {
  const announced = announcedBytes(request);
  const coding = (request.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  if (coding !== "identity" && coding !== "gzip") throw unknownCoding(coding);
  const digest = readContentDigest(request.headers["content-digest"]);
  const wire = await collectWire(request, { announced, digest, hold });
  const body = coding === "gzip" ? await inflate(wire.bytes, hold) : wire;
  hold(body.bytes.length);
  return body;
}

async function collectWire(
  request: Request,
  { announced, digest, hold }: { announced: number; digest: ReturnType<typeof readContentDigest>; hold: Hold },
): Promise<Collected> {
  const wire = new CollectedBytes(announced);
  const hashes = new Map([...(digest?.keys() ?? [])].map((it) => [it, createHash(DIGEST_ALGORITHMS[it])]));
  for await (const chunk of request as AsyncIterable<Buffer>) {
    const size = wire.size + chunk.length;
    if (size > LIMITS.wireBytes) throw tooLarge("wireBytes");
    if (size > announced) hold(size);
    wire.add(chunk);
    for (const hash of hashes.values()) hash.update(chunk);
  }
  if (digest !== null) checkContentDigest(digest, (algorithm) => hashes.get(algorithm)?.digest() ?? Buffer.alloc(0));
  return wire.take();
}

async function inflate(wire: Uint8Array, hold: Hold): Promise<Collected> {
  const claimed = Math.min(claimedSize(wire), LIMITS.inflatedBytes);
  hold(wire.length + claimed);
  const gunzip = createGunzip();
  const body = new CollectedBytes(claimed);
  const keep = (chunk: Buffer): void => {
    const size = body.size + chunk.length;
    if (size > LIMITS.inflatedBytes) throw tooLarge("inflatedBytes");
    if (size > claimed) hold(wire.length + size);
    body.add(chunk);
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
  return body.take();
}

/** The size a gzip says its last member inflates to (RFC 1952, ISIZE); not to be relied on, only to be refused early. */
function claimedSize(wire: Uint8Array): number {
  if (wire.length < SMALLEST_GZIP) return 0;
  return new DataView(wire.buffer, wire.byteOffset).getUint32(wire.length - 4, true);
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
