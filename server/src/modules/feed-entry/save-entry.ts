import type { EntrySaved, EntrySaveInput } from "@bochiso/shared/entry";
import { entrySubmission } from "../../file-drop/entry-submission.ts";
import { readAccepted } from "../../file-drop/read-accepted.ts";
import { personActor } from "../feeds/key-actions.ts";
import type { EntryDeps } from "./entry-deps.ts";
import { entryPriority } from "./entry-priority.ts";
import { requireAccepting } from "./require-accepting.ts";

/** Stores rows like any submission. Throws `feed-unknown`, `feed-not-accepting`, `idempotency-key-reused`, `effect-too-large`. */
export async function saveEntry(deps: EntryDeps, input: EntrySaveInput): Promise<EntrySaved> {
  await requireAccepting(deps, input.feed);
  const { feed, rows, way, key, document, by, leaveOutFaulty } = input;
  const submission = entrySubmission({
    feed,
    rows,
    idempotencyKey: `${way}-${key}`,
    document,
    actor: personActor(by),
    at: deps.clock.now().toISOString(),
  });
  const handling = leaveOutFaulty ? "lenient" : "strict";
  const output = await deps.writer.execute(
    { name: "ingest-submission", input: { ...submission, handling } },
    { priority: entryPriority(rows.length) },
  );
  if (output.kind === "checked") throw new Error("a dry run was not asked for");
  if (output.kind === "rows-refused") return { kind: "refused", errors: output.errors, errorCount: output.errorCount };
  const { receipt, errors, errorCount, signOff } = readAccepted(output);
  const approval = signOff === undefined ? null : "pending";
  return { kind: "stored", receipt, replayed: output.replayed, approval, errors, errorCount };
}
