import { type SubmissionRecord, submissionByIdempotencyKey } from "@bochiso/db/repositories/submissions";
import type { ReadTx } from "@bochiso/db/store";
import { DomainError } from "@bochiso/shared/errors";
import type { IngestInput, IngestOutput } from "../writer/commands.ts";

/** What was stored under the idempotency key, to be answered again byte for byte. Throws `idempotency-key-reused`. */
export async function findStoredOutcome(tx: ReadTx, input: IngestInput): Promise<IngestOutput | null> {
  const stored = await submissionByIdempotencyKey(tx, input.feed, input.idempotencyKey);
  if (stored === null) return null;
  if (stored.requestSha256 === input.requestSha256) return replayOf(stored);
  throw new DomainError(
    "idempotency-key-reused",
    { submission: stored.id },
    {
      vi: "Idempotency-Key này đã dùng cho một nội dung khác.",
      en: "This Idempotency-Key was used for other content.",
    },
  );
}

/** A stored submission as the answer to its repetition. */
export function replayOf(stored: SubmissionRecord): IngestOutput {
  return {
    kind: "stored",
    submission: stored.id,
    status: stored.responseStatus,
    contentType: stored.responseType,
    // A copy of its own: rows of a driver may share memory, which cannot be handed to another thread.
    body: new Uint8Array(stored.responseBody),
    replayed: true,
  };
}
