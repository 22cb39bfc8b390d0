import { insertHeld } from "@bochiso/db/repositories/feeds";
import type { Commit, WriteTx } from "@bochiso/db/store";
import type { Receipt } from "@bochiso/shared/submission";
import type { Commitment } from "../ingestion/pipeline-deps.ts";
import type { PreparedSubmission } from "../ingestion/prepare-submission.ts";
import { answerReturns } from "./answer-returns.ts";

/**
 * Keeps the accepted rows of a submission as they will be applied, in their order. One that comes approved, as a replay of
 * the past does, is put down as approved in the commit that holds its values, and answers nothing that was returned.
 */
export async function holdSubmission(
  tx: WriteTx,
  commit: Commit,
  work: {
    readonly commitment: Commitment;
    readonly receipt: Receipt;
    readonly prepared: Pick<PreparedSubmission, "heldTexts" | "deliveries" | "merged">;
  },
): Promise<void> {
  const { commitment, receipt, prepared } = work;
  const { feed, input } = commitment;
  const { approvedBy } = input;
  const held = { submission: receipt.id, feed: feed.code, heldSeq: commit.seq };
  const undecided = { decidedAt: null, decidedBy: null, note: null, decisionSeq: null, counts: null };
  const nothing = { ...undecided, deliveries: null, answeredBy: null };
  if (approvedBy === undefined) {
    const { heldTexts, deliveries, merged } = prepared;
    await insertHeld(tx, { ...held, ...nothing, deliveries, state: "pending" }, heldTexts);
    await answerReturns(tx, { submission: receipt.id, feed: feed.code, merged });
    return;
  }
  const decided = { decidedAt: receipt.receivedAt, decidedBy: approvedBy, decisionSeq: commit.seq };
  await insertHeld(tx, { ...held, ...nothing, ...decided, state: "approved", counts: receipt.counts }, []);
}
