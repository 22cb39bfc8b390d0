import {
  type HeldSubmission,
  heldRows,
  noteAnswer,
  noteSentAnew,
  openReturns,
  pendingSince,
} from "@bochiso/db/repositories/feeds";
import { provenanceOf, receivingOrder } from "@bochiso/db/repositories/submissions";
import type { ReadTx, WriteTx } from "@bochiso/db/store";
import { breakdownKey } from "@bochiso/shared/breakdown";
import type { MergedSubmissionRow } from "../ingestion/merge-rows.ts";
import { type HeldRow, readHeldRow } from "./held-row.ts";
import { observationsOf } from "./values-in-force.ts";

/** The cell of a row. */
type Cell = Pick<HeldRow, "indicator" | "area" | "period" | "breakdown" | "scenario">;

/** A submission with the cells that it sends, as texts. */
interface Sending {
  readonly submission: string;
  readonly cells: ReadonlySet<string>;
}

/** Puts down what a new submission sends anew of what was returned to its feed, and which returns are answered with it. */
export async function answerReturns(
  tx: WriteTx,
  {
    submission,
    feed,
    merged,
  }: { readonly submission: string; readonly feed: string; readonly merged: readonly MergedSubmissionRow[] },
): Promise<void> {
  const open = await openReturns(tx, feed);
  if (open.length === 0) return;
  const cells = new Set(merged.map(({ row: { periodId: period, ...row } }) => cellText({ ...row, period })));
  for (const returned of open) await answer(tx, returned, { submission, cells });
}

/**
 * The same for a submission that has just been returned: cells of it may have been sent anew before, by submissions that wait
 * for sign-off themselves or whose values are in force already. Gives the one with which nothing is owed any more, or null.
 */
export async function answerEarly(
  tx: WriteTx,
  { submission, feed, heldSeq }: Pick<HeldSubmission, "submission" | "feed" | "heldSeq">,
): Promise<string | null> {
  const sendings: (Sending & { readonly seq: number })[] = await sentInForce(tx, submission, heldSeq);
  for (const { submission: later, heldSeq: seq } of await pendingSince(tx, feed, heldSeq))
    sendings.push({ submission: later, seq, cells: new Set((await cellsOf(tx, later)).map(cellText)) });
  for (const sending of sendings.toSorted((a, b) => a.seq - b.seq))
    if (await answer(tx, submission, sending)) return sending.submission;
  return null;
}

/** Whether a returned submission is answered with what is sent now: none of its cells is owed any more. */
async function answer(tx: WriteTx, returned: string, { submission, cells }: Sending): Promise<boolean> {
  let met = false;
  const owed = await noteSentAnew(tx, returned, (text) => {
    const isSent = cells.has(cellText(readHeldRow(text)));
    met ||= isSent;
    return isSent;
  });
  // Nothing is met of a submission whose rows are kept no more: it stays open.
  if (!met || owed > 0) return false;
  await noteAnswer(tx, returned, submission);
  return true;
}

/** The submissions, received later, whose values of cells of a held one are in force. */
async function sentInForce(tx: ReadTx, held: string, heldSeq: number): Promise<(Sending & { seq: number })[]> {
  const cells = await cellsOf(tx, held);
  const stored = (await observationsOf(tx, cells)).flatMap((it, at) => {
    const cell = cells[at];
    return it === null || cell === undefined ? [] : [{ commit: it.commitSeq, cell: cellText(cell) }];
  });
  const byCommit = Map.groupBy(stored, ({ commit }) => commit);
  const order = await receivingOrder(tx, byCommit.keys());
  const sources = await provenanceOf(tx, byCommit.keys());
  return [...byCommit].flatMap(([commit, own]) => {
    const seq = order.get(commit) ?? commit;
    const submission = sources.get(commit)?.submission ?? null;
    return submission === null || seq <= heldSeq
      ? []
      : [{ submission, seq, cells: new Set(own.map(({ cell }) => cell)) }];
  });
}

async function cellsOf(tx: ReadTx, submission: string): Promise<Cell[]> {
  return (await heldRows(tx, submission)).map(readHeldRow);
}

function cellText({ indicator, area, period, breakdown, scenario }: Cell): string {
  return [indicator, area, period, breakdownKey(breakdown), scenario].join("\n");
}
