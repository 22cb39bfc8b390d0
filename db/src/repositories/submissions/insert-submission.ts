import { DomainError } from "@bochiso/shared/errors";
import type { WriteTx } from "../../unit-of-work.ts";
import type { SubmissionRecord } from "./submission-record.ts";
import { insertRow } from "./submission-statements.ts";

/**
 * Stores a submission with its answer. Errors: `idempotency-key-in-use` where the feed has used
 * the key or the sequence number, or the commit already has a submission.
 */
export async function insertSubmission(tx: WriteTx, record: SubmissionRecord): Promise<void> {
  const { counts, responseBody, ...rest } = record;
  const bytes = Buffer.from(responseBody.buffer, responseBody.byteOffset, responseBody.byteLength);
  const stored = await tx.statements.run(insertRow, [{ ...rest, ...counts, responseBody: bytes }]);
  if (stored === 1) return;
  throw new DomainError(
    "idempotency-key-in-use",
    { feed: record.feed, idempotencyKey: record.idempotencyKey, sequence: record.sequence },
    {
      vi: "Lượt gửi với khóa chống trùng hoặc số thứ tự này đã được ghi nhận hoặc đang được xử lý.",
      en: "A submission with this idempotency key or sequence number is already stored or being processed.",
    },
  );
}
