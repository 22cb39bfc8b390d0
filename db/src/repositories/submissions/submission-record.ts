import type { ReceiptCounts } from "@bochiso/shared/submission";

/** A submission as stored, with the answer that is given again when it is repeated. */
export interface SubmissionRecord {
  readonly id: string;
  readonly feed: string;
  readonly sequence: number | null;
  readonly idempotencyKey: string;
  /** What makes two requests the same: inflated body, media type and query (hex). */
  readonly requestSha256: string;
  readonly contentSha256: string;
  readonly rowsRoot: string;
  readonly counts: ReceiptCounts;
  readonly publisher: string | null;
  readonly document: string | null;
  readonly sentAt: string | null;
  readonly receivedAt: string;
  readonly commitSeq: number;
  readonly responseStatus: number;
  readonly responseType: string;
  readonly responseBody: Uint8Array;
  /** The key it was sent with, `seed` for a replay by the installation; null where no key was used. */
  readonly keyId: string | null;
}
