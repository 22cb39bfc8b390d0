import { appendAudit } from "@bochiso/db/repositories/audit";
import { decideHeld } from "@bochiso/db/repositories/feeds";
import { addToOutbox } from "@bochiso/db/repositories/outbox";
import { REPLAYED } from "@bochiso/db/repositories/submissions";
import type { WriteTx } from "@bochiso/db/store";
import type { ApprovalConflicts, DecisionOutcome } from "@bochiso/shared/feed";
import { derivedCount } from "../compute/recompute.ts";
import { type PreparedRows, storeRows } from "../ingestion/apply-rows.ts";
import { changedCells } from "../ingestion/changed-cells.ts";
import { countOutcomes } from "../ingestion/count-outcomes.ts";
import { BULK_ROWS, writeInTurn } from "../ingestion/write-in-turn.ts";
import type { DecisionDeps } from "./decision.ts";
import type { DecideCommand } from "./feed-commands.ts";
import type { PlannedHeld } from "./plan-held.ts";
import { readyHeld } from "./ready-held.ts";
import { firstDeliveries, recordDeliveries } from "./record-deliveries.ts";

/** Thrown inside the write, so that nothing of it stays. */
class NothingApplied extends Error {
  readonly outcome: ApprovalConflicts;

  constructor(outcome: ApprovalConflicts) {
    super("nothing of this write is to stay");
    this.outcome = outcome;
  }
}

/** Brings the values of a held submission into force in one write, or tells what stands against it. */
export async function applyHeld(
  deps: DecisionDeps,
  command: DecideCommand,
  planned: PlannedHeld,
): Promise<DecisionOutcome> {
  try {
    return await writeInTurn(deps, planned.held.rows.length >= BULK_ROWS, (tx, betweenParts) =>
      apply(tx, deps, { command, planned, betweenParts }),
    );
  } catch (error) {
    if (!(error instanceof NothingApplied)) throw error;
    return error.outcome;
  }
}

async function apply(
  tx: WriteTx,
  deps: DecisionDeps,
  work: { readonly command: DecideCommand; readonly planned: PlannedHeld; readonly betweenParts: () => void },
): Promise<DecisionOutcome> {
  const { command, planned, betweenParts } = work;
  const { submission, by, note, at } = command;
  const { catalogue, held } = planned;
  const { record } = held;
  const ready = await readyHeld(tx, planned, betweenParts);
  if ("conflicts" in ready) throw new NothingApplied(ready);
  const { targets, merged, derived } = ready;
  const commit = await tx.nextCommit(deps.clock.now().toISOString());
  await storeRows(tx, commit, { catalogue, targets, merged, derived, betweenParts });
  await countDeliveries(tx, planned, merged);
  const counts = countOutcomes(merged.length, merged);
  const decision = { decidedAt: at, decidedBy: by, note, decisionSeq: commit.seq, counts };
  await decideHeld(tx, { submission, state: "approved", ...decision });
  await appendAudit(tx, commit, [
    {
      actor: `person:${by.name} (${by.position})`,
      action: "submission.approved",
      subject: `submission:${submission}`,
      details: { feed: record.feed, by, note, counts, rowsRoot: record.rowsRoot, derived: derivedCount(derived) },
    },
  ]);
  const changed = changedCells(merged, derived);
  const feeds = { topic: "feeds", payload: { feeds: [record.feed] } };
  const news = Object.keys(changed).length === 0 ? [] : [{ topic: "observations", payload: { changed } }];
  await addToOutbox(tx, commit, [...news, feeds]);
  return {
    kind: "decided",
    approval: { state: "approved", at, by, note, commitSeq: commit.seq, counts, answeredBy: null, owed: null },
  };
}

/** Counted as received when they were sent. A submission held before that was so was counted then. */
async function countDeliveries(
  tx: WriteTx,
  { catalogue, held: { hold, record } }: PlannedHeld,
  merged: PreparedRows["merged"],
): Promise<void> {
  const feed = catalogue.feeds.get(record.feed);
  if (feed === undefined || hold.deliveries === null) return;
  const { receivedAt, keyId } = record;
  const deliveries = firstDeliveries({ catalogue, feed, rows: merged, receivedAt });
  await recordDeliveries(tx, deliveries, { feed: feed.code, receivedAt, isReplay: keyId === REPLAYED });
}
