import type { DecideInput, DecisionOutcome } from "@bochiso/shared/feed";
import type { FeedDeps } from "./feed-deps.ts";

/** Approves or returns a held submission. */
export async function decideSubmission({ writer, clock }: FeedDeps, input: DecideInput): Promise<DecisionOutcome> {
  const command = { ...input, at: clock.now().toISOString() };
  return await writer.execute({ name: "decide-submission", input: command });
}
