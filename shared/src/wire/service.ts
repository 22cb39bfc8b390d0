import { z } from "zod";

/** The addresses there are. */
export const ServiceIndex = z
  .object({ links: z.record(z.string(), z.string()) })
  .meta({ description: "Addresses, `{…}` for what the asker fills in.", "x-vi": "Các địa chỉ hiện có." });

/** What a submission must stay under. */
export const PublishedLimits = z
  .object({
    wireBytes: z.int(),
    inflatedBytes: z.int(),
    observations: z.int(),
    affectedCells: z.int(),
    depth: z.int(),
    stringBytes: z.int(),
    errorsListed: z.int(),
    idempotencyKeyChars: z.int(),
    valueDigits: z.int(),
    workingBytes: z.int().meta({ description: "Memory that working on one submission takes at most." }),
    perKey: z
      .object({ requestsPerSecond: z.int(), requestsAtOnce: z.int(), bytesPerSecond: z.int(), bytesAtOnce: z.int() })
      .meta({ description: "What one key may send: on average, and in a rush." }),
  })
  .meta({ description: "Limits of one submission.", "x-vi": "Giới hạn của một lượt gửi." });

/** The public keys that ever sealed a receipt. */
export const ReceiptKeys = z
  .object({
    keys: z.array(
      z.object({
        kty: z.literal("OKP"),
        crv: z.literal("Ed25519"),
        alg: z.literal("Ed25519"),
        use: z.literal("sig"),
        kid: z.string().meta({ description: "JWK thumbprint (RFC 7638)." }),
        x: z.string().meta({ description: "The public key, base64url (RFC 8037)." }),
        validFrom: z.string(),
        validTo: z.string().nullable(),
      }),
    ),
  })
  .meta({ description: "Public keys of receipts, with the time in which they sealed.", "x-vi": "Khóa công khai." });

/** The process answers. */
export const Alive = z.object({ status: z.literal("ok") });
/** The database answers. */
export const Ready = z.object({
  status: z.literal("ready"),
  commitSeq: z.int(),
  recordedAt: z.string().nullable(),
  pending: z.int().meta({ description: "Commands at the writer." }),
  storage: z.enum(["ok", "low"]).meta({ description: "`low`: reading goes on, nothing new is written." }),
});
/** It does not answer yet or no longer. */
export const NotReady = z.object({ status: z.enum(["starting", "stopping"]) });
