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
  seal: z.null(),
});
export type Receipt = z.infer<typeof Receipt>;
