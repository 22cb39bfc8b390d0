import { appendAudit } from "@bochiso/db/repositories/audit";
import { lockCommits } from "@bochiso/db/repositories/commits";
import { decideHeld, heldSubmission, lockFeed } from "@bochiso/db/repositories/feeds";
import { addToOutbox } from "@bochiso/db/repositories/outbox";
import { REPLAYED, receivingOrder } from "@bochiso/db/repositories/submissions";
import type { WriteTx } from "@bochiso/db/store";
import type { ApprovalConflict, DecisionOutcome } from "@bochiso/shared/feed";
import type { AffectedPlan } from "@bochiso/shared/graph";
import type { Text } from "@bochiso/shared/text";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { catalogueVersion } from "../catalogue/catalogue-cache.ts";
import { derivedCount, recomputeSteps } from "../compute/recompute.ts";
import { type PreparedRows, prepareRows, storeRows } from "../ingestion/apply-rows.ts";
import { changedCells } from "../ingestion/changed-cells.ts";
import { CatalogueReplaced } from "../ingestion/commit-submission.ts";
import { countOutcomes } from "../ingestion/count-outcomes.ts";
import { bookSteps } from "../ingestion/merge-rows.ts";
import { planEffect } from "../ingestion/plan-effect.ts";
import { BULK_ROWS, writeInTurn } from "../ingestion/write-in-turn.ts";
import { breakable, inSlices } from "../platform/slices.ts";
import { conflictsOf, type DecisionDeps, requirePending } from "./decision.ts";
import { submissionUnknown } from "./decision-errors.ts";
import type { DecideCommand } from "./feed-commands.ts";
import { isFilledOtherwise, redefinedRows } from "./held-grounds.ts";
import type { HeldContent, PreparedHeld } from "./read-held.ts";
import { firstDeliveries, recordDeliveries } from "./record-deliveries.ts";

/** An approval with everything it was prepared with. */
interface ApprovalWork {
  readonly command: DecideCommand;
  readonly catalogue: Catalogue;
  readonly held: HeldContent;
  readonly prepared: PreparedHeld;
  /** As planned before the write. */
  readonly plan: AffectedPlan;
}

/** Thrown inside the write, so that nothing of it stays. */
class NothingApplied extends Error {
  readonly outcome: DecisionOutcome;

  constructor(outcome: DecisionOutcome) {
    super("nothing of this write is to stay");
    this.outcome = outcome;
  }
}

const LISTED = 1_000;

/** Brings the values of a held submission into force in one write, or tells what stands against it. */
export async function applyHeld(deps: DecisionDeps, work: ApprovalWork): Promise<DecisionOutcome> {
  try {
    return await writeInTurn(deps, work.held.rows.length >= BULK_ROWS, (tx, betweenParts) =>
      apply(tx, deps, { ...work, betweenParts }),
    );
  } catch (error) {
    if (!(error instanceof NothingApplied)) throw error;
    return error.outcome;
  }
}

async function apply(
  tx: WriteTx,
  deps: DecisionDeps,
  work: ApprovalWork & { readonly betweenParts: () => void },
): Promise<DecisionOutcome> {
  const { command, catalogue, held, prepared, betweenParts } = work;
  const slices = breakable(betweenParts);
  const { submission, by, note, at } = command;
  const { hold, record } = held;
  await lockFeed(tx, record.feed);
  const current = await heldSubmission(tx, submission);
  if (current === null) throw submissionUnknown(submission);
  requirePending(current);
  const grown = await lockCommits(tx);
  if ((await catalogueVersion(tx)) !== catalogue.version) throw new CatalogueReplaced();
  const plan = grown ? await planEffect(tx, catalogue, prepared.rows, slices) : work.plan;
  const { rows, errors: none } = prepared;
  const ready = await prepareRows(tx, catalogue, { rows, sound: rows, plan, errors: none, slices });
  if (ready.errors.count > 0)
    throw new NothingApplied(conflictsOf(ready.errors.sorted(), ready.errors.count, prepared));
  const redefined = await redefinedRows(tx, catalogue, { rows: held.rows, heldSeq: hold.heldSeq });
  const against = [...redefined, ...(await overtakenRows(tx, ready, { heldSeq: hold.heldSeq, held: prepared.held }))];
  if (against.length > 0)
    throw new NothingApplied({ kind: "conflicts", conflicts: against.slice(0, LISTED), count: against.length });
  await inSlices(bookSteps(ready.merged, ready.book), slices);
  const derived = await inSlices(recomputeSteps(catalogue, plan, ready.book), slices);
  const commit = await tx.nextCommit(deps.clock.now().toISOString());
  const { targets, merged } = ready;
  await storeRows(tx, commit, { catalogue, targets, merged, derived, betweenParts });
  await countDeliveries(tx, catalogue, { held, merged });
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
  return { kind: "decided", approval: { state: "approved", at, by, note, commitSeq: commit.seq, counts } };
}

/** Counted as received when they were sent. A submission held before that was so was counted then. */
async function countDeliveries(
  tx: WriteTx,
  catalogue: Catalogue,
  { held: { hold, record }, merged }: { held: HeldContent; merged: PreparedRows["merged"] },
): Promise<void> {
  const feed = catalogue.feeds.get(record.feed);
  if (feed === undefined || hold.deliveries === null) return;
  const { receivedAt, keyId } = record;
  const deliveries = firstDeliveries({ catalogue, feed, rows: merged, receivedAt });
  await recordDeliveries(tx, deliveries, { feed: feed.code, receivedAt, isReplay: keyId === REPLAYED });
}

const OVERTAKEN: Text = {
  vi: "Ô này đã có số liệu được gửi sau lượt này; duyệt sẽ đưa số cũ đè lên số mới.",
  en: "This cell holds a value received after this submission; approving would put the older one over it.",
};
const FILLED_OTHERWISE: Text = {
  vi: "Dòng này để trống một số trường, lấy theo số đang lưu lúc nhận; số đang lưu nay đã khác, hãy trả lại để gửi lại.",
  en: "This row left fields out, which were taken from the value stored then; another one is stored now. Return it.",
};

/**
 * Rows that would bring back an older figure: their cell holds a value that was received after their submission, or what
 * they left out was filled by a value that is stored no more.
 */
async function overtakenRows(
  tx: WriteTx,
  { merged, book }: PreparedRows,
  { heldSeq, held }: { readonly heldSeq: number; readonly held: PreparedHeld["held"] },
): Promise<ApprovalConflict[]> {
  const changing = merged.flatMap(({ row, content }) => {
    const stored = content === null ? null : (book.at(row.series, row.at, "reported")?.observation ?? null);
    return content === null ? [] : [{ row, stored }];
  });
  const later = changing.flatMap(({ stored }) =>
    stored !== null && stored.commitSeq > heldSeq ? [stored.commitSeq] : [],
  );
  const order = await receivingOrder(tx, later);
  return changing.flatMap(({ row, stored }): ApprovalConflict[] => {
    const isOvertaken = stored !== null && (order.get(stored.commitSeq) ?? stored.commitSeq) > heldSeq;
    if (!isOvertaken && !isFilledOtherwise(row, held.get(row.row)?.kept ?? [], stored)) return [];
    const { indicator, area, periodId: period } = row;
    const text = isOvertaken ? OVERTAKEN : FILLED_OTHERWISE;
    return [{ row: row.row, code: "newer-value-stored", indicator, area, period, text }];
  });
}
