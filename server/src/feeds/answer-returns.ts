import { type HeldSubmission, heldRows, noteAnswer, openReturns, pendingSince } from "@bochiso/db/repositories/feeds";
import { provenanceOf, receivingOrder } from "@bochiso/db/repositories/submissions";
import type { ReadTx, WriteTx } from "@bochiso/db/store";
import { breakdownKey } from "@bochiso/shared/breakdown";
import type { MergedSubmissionRow } from "../ingestion/merge-rows.ts";
import { type HeldRow, readHeldRow } from "./held-row.ts";
import { observationsOf } from "./values-in-force.ts";

/** The cell of a row. */
type Cell = Pick<HeldRow, "indicator" | "area" | "period" | "breakdown" | "scenario">;

/** Puts down which returned submissions of its feed a new one answers: those with which it shares a cell. */
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
  const sent = new Set(merged.map(({ row: { periodId: period, ...row } }) => cellText({ ...row, period })));
  const answered: string[] = [];
  for (const returned of open) {
    const cells = await cellsOf(tx, returned);
    if (cells.some((cell) => sent.has(cellText(cell)))) answered.push(returned);
  }
  await noteAnswer(tx, answered, submission);
}

/**
 * The submission that had sent cells of a held one anew before it was returned: it waits for sign-off itself, or its values
 * are in force already. Null: there is none.
 */
export async function earlyAnswer(
  tx: ReadTx,
  { submission, feed, heldSeq }: Pick<HeldSubmission, "submission" | "feed" | "heldSeq">,
): Promise<string | null> {
  const cells = await cellsOf(tx, submission);
  const held = new Set(cells.map(cellText));
  for (const later of await pendingSince(tx, feed, heldSeq))
    if ((await cellsOf(tx, later)).some((cell) => held.has(cellText(cell)))) return later;
  const commits = (await observationsOf(tx, cells)).flatMap((it) => it?.commitSeq ?? []);
  const order = await receivingOrder(tx, commits);
  const later = commits.find((commit) => (order.get(commit) ?? commit) > heldSeq);
  return later === undefined ? null : ((await provenanceOf(tx, [later])).get(later)?.submission ?? null);
}

async function cellsOf(tx: ReadTx, submission: string): Promise<Cell[]> {
  return (await heldRows(tx, submission)).map(readHeldRow);
}

function cellText({ indicator, area, period, breakdown, scenario }: Cell): string {
  return [indicator, area, period, breakdownKey(breakdown), scenario].join("\n");
}
