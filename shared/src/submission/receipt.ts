import { z } from "zod";

/** How many rows of a submission had which outcome. */
export const ReceiptCounts = z.object({
  received: z.number().int(),
  created: z.number().int(),
  revised: z.number().int(),
  unchanged: z.number().int(),
  retracted: z.number().int(),
  rejected: z.number().int(),
});
export type ReceiptCounts = z.infer<typeof ReceiptCounts>;

/** The signature over a receipt (RFC 8032), with the key that made it; `signature` is base64url. */
export const ReceiptSeal = z.object({
  alg: z.literal("Ed25519"),
  kid: z.string(),
  /** ISO instant; the key's validity is judged at it. */
  sealedAt: z.string(),
  signature: z.string(),
});
export type ReceiptSeal = z.infer<typeof ReceiptSeal>;

/** Biên nhận: proof of what was accepted. `rowsRoot` is an RFC 6962 Merkle root over RFC 8785 rows. */
export const Receipt = z.object({
  id: z.string(),
  feed: z.string(),
  sequence: z.number().int().nullable(),
  idempotencyKey: z.string(),
  receivedAt: z.string(),
  commitSeq: z.number().int(),
  contentSha256: z.string(),
  rowsRoot: z.string(),
  counts: ReceiptCounts,
  /** Null in receipts of before receipts were sealed. */
  seal: ReceiptSeal.nullable(),
});
export type Receipt = z.infer<typeof Receipt>;
