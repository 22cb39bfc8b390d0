import { appendAudit } from "@bochiso/db/repositories/audit";
import { decideHeld, heldSubmission, lockFeed, owedValues } from "@bochiso/db/repositories/feeds";
import { addToOutbox } from "@bochiso/db/repositories/outbox";
import type { Store } from "@bochiso/db/store";
import type { DecisionOutcome } from "@bochiso/shared/feed";
import { answerEarly } from "./answer-returns.ts";
import { requirePending } from "./decision.ts";
import { submissionUnknown } from "./decision-errors.ts";
import type { DecideCommand } from "./feed-commands.ts";

/** Sends a held submission back with its reason: its values never come into force. Throws `already-decided`. */
export async function returnHeld(
  deps: { store: Store },
  { submission, note, by, at }: DecideCommand,
): Promise<DecisionOutcome> {
  const { answeredBy, owed } = await deps.store.write(async (tx) => {
    const hold = await heldSubmission(tx, submission);
    if (hold === null) throw submissionUnknown(submission);
    await lockFeed(tx, hold.feed);
    requirePending((await heldSubmission(tx, submission)) ?? hold);
    const commit = await tx.nextCommit(at);
    const decision = { decidedAt: at, decidedBy: by, note, decisionSeq: commit.seq, counts: null };
    await decideHeld(tx, { submission, state: "returned", ...decision });
    const answeredBy = await answerEarly(tx, hold);
    const [left] = await owedValues(tx, [submission]);
    const details = { feed: hold.feed, by, note };
    const actor = `person:${by.name} (${by.position})`;
    await appendAudit(tx, commit, [
      { actor, action: "submission.returned", subject: `submission:${submission}`, details },
    ]);
    await addToOutbox(tx, commit, [{ topic: "feeds", payload: { feeds: [hold.feed] } }]);
    return { answeredBy, owed: left?.owed ?? null };
  });
  const approval = { state: "returned", at, by, note, commitSeq: null, counts: null, answeredBy, owed } as const;
  return { kind: "decided", approval };
}
