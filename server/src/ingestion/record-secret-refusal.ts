import { appendAudit } from "@bochiso/db/repositories/audit";
import type { IngestInput } from "../writer/commands.ts";
import type { PipelineDeps } from "./pipeline-deps.ts";
import type { ErrorCollector } from "./rules/error-collector.ts";

/** Remembers for good that rows marked as State secrets were refused: who, when, which rows; nothing of their content. */
export async function recordSecretRefusal(
  deps: PipelineDeps,
  input: IngestInput,
  errors: ErrorCollector,
): Promise<void> {
  const rows = errors.rowsWith("state-secret-refused");
  await deps.store.write(async (tx) => {
    const commit = await tx.nextCommit(input.recordedAt ?? deps.clock.now().toISOString());
    await appendAudit(tx, commit, [
      {
        actor: input.actor,
        action: "submission.state-secret-refused",
        subject: `feed:${input.feed}`,
        details: { rows: rows.slice(0, 1000), count: rows.length },
      },
    ]);
  });
}
