import type { EntrySaved, EntrySaveInput } from "@bochiso/shared/entry";
import { entrySubmission } from "../../file-drop/entry-submission.ts";
import { readAccepted } from "../../file-drop/read-accepted.ts";
import { personActor } from "../feeds/key-actions.ts";
import type { SaveDeps } from "./entry-deps.ts";
import { entryPriority } from "./entry-priority.ts";
import { notingRefusedEntry } from "./note-refused-entry.ts";
import { requireAccepting } from "./require-accepting.ts";

/**
 * Stores rows like any submission; what is refused stands among the refusals of the feed. Throws `feed-unknown`,
 * `feed-not-accepting`, `idempotency-key-reused`, `effect-too-large`.
 */
export async function saveEntry(deps: SaveDeps, input: EntrySaveInput): Promise<EntrySaved> {
  const { feed, rows, way, key, document, by, leaveOutFaulty } = input;
  const idempotencyKey = `${way}-${key}`;
  const output = await notingRefusedEntry(deps, { feed, by, idempotencyKey }, async () => {
    await requireAccepting(deps, feed);
    const at = deps.clock.now().toISOString();
    const submission = entrySubmission({ feed, rows, idempotencyKey, document, actor: personActor(by), at });
    const handling = leaveOutFaulty ? "lenient" : "strict";
    return await deps.writer.execute(
      { name: "ingest-submission", input: { ...submission, handling } },
      { priority: entryPriority(rows.length) },
    );
  });
  if (output.kind === "checked") throw new Error("a dry run was not asked for");
  if (output.kind === "rows-refused") return { kind: "refused", errors: output.errors, errorCount: output.errorCount };
  const { receipt, errors, errorCount, signOff, warnings } = readAccepted(output);
  const approval = signOff === undefined ? null : "pending";
  return { kind: "stored", receipt, replayed: output.replayed, approval, errors, errorCount, warnings };
}
