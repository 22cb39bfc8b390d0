import { createHash } from "node:crypto";
import type { ReplayBatch } from "@bochiso/seed/replay";
import { DomainError } from "@bochiso/shared/errors";
import { ingestSubmission } from "../ingestion/pipeline.ts";
import type { PipelineDeps } from "../ingestion/pipeline-deps.ts";
import type { IngestInput, IngestOutput, ReplayTally } from "../writer/commands.ts";

/**
 * Sends batches through the ingestion service as if they arrived when they were published. A batch that was stored before
 * is answered from its receipt, so that a seeding that was cut off goes on where it stopped. Throws `replay-refused`.
 */
export async function replayBatches(
  deps: PipelineDeps,
  { batches }: { batches: readonly ReplayBatch[] },
): Promise<ReplayTally> {
  const tally: ReplayTally = { batches: 0, replayed: 0, rows: 0, differing: [] };
  for (const batch of batches) {
    const output = await replayOne(deps, batch);
    tally.batches += 1;
    tally.rows += batch.submission.observations.length;
    if (output === "differs") tally.differing.push(batch.idempotencyKey);
    else if (output.kind === "rows-refused") throw refused(batch, output);
    else if (output.kind === "stored" && output.replayed) tally.replayed += 1;
  }
  return tally;
}

/** What an earlier version of the seed stored under the same key stays: history is not rewritten by an update. */
async function replayOne(deps: PipelineDeps, batch: ReplayBatch): Promise<IngestOutput | "differs"> {
  try {
    return await ingestSubmission(deps, asInput(batch));
  } catch (error) {
    if (error instanceof DomainError && error.code === "idempotency-key-reused") return "differs";
    throw error;
  }
}

function asInput({ feed, idempotencyKey, recordedAt, submission, approvedBy }: ReplayBatch): IngestInput {
  const body = new TextEncoder().encode(JSON.stringify(submission));
  const contentSha256 = createHash("sha256").update(body).digest("hex");
  const mediaType = "application/json";
  return {
    feed,
    idempotencyKey,
    mediaType,
    body,
    contentSha256,
    requestSha256: createHash("sha256").update(`${contentSha256}\n${mediaType}\n`).digest("hex"),
    receivedAt: recordedAt,
    recordedAt,
    actor: "seed",
    ...(approvedBy === undefined ? {} : { approvedBy }),
  };
}

function refused(
  batch: ReplayBatch,
  { errors, errorCount }: Extract<IngestOutput, { kind: "rows-refused" }>,
): DomainError {
  const first = JSON.stringify(errors[0] ?? null);
  return new DomainError(
    "replay-refused",
    { batch: batch.idempotencyKey, errorCount, first },
    {
      vi: `Dữ liệu ban đầu "${batch.idempotencyKey}" bị từ chối vì ${errorCount} lỗi: ${first}`,
      en: `The seed batch "${batch.idempotencyKey}" was refused with ${errorCount} faults: ${first}`,
    },
  );
}
