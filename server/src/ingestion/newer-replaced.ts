import { supersededOfLater } from "@bochiso/db/repositories/submissions";
import type { Commit, ReadTx } from "@bochiso/db/store";
import { breakdownKey } from "@bochiso/shared/breakdown";
import type { MergedSubmissionRow } from "./merge-rows.ts";

/** Cells looked for; a feed that sends more than this beside one bulk submission does not wait for answers. */
const MOST_CELLS = 20_000;

/**
 * The rows (numbers, ascending) that put a value over one which was received later but stored sooner, as happens when a
 * correction is sent before the bulk submission it corrects was answered: the last to commit stands. To be asked once they
 * are stored.
 */
export async function newerReplaced(
  tx: ReadTx,
  commit: Commit,
  asked: { readonly feed: string; readonly receivedAt: string; readonly merged: readonly MergedSubmissionRow[] },
): Promise<number[]> {
  const { feed, receivedAt, merged } = asked;
  const newer = await supersededOfLater(tx, { feed, receivedAt, supersededSeq: commit.seq, limit: MOST_CELLS });
  if (newer.length === 0) return [];
  const ordinals = new Set(newer.map(({ ordinal }) => ordinal));
  const cells = new Set(newer.map((it) => textOf({ ...it, breakdown: it.breakdownKey })));
  return merged.flatMap(({ row, content }) => {
    const { indicator, area, scenario, at } = row;
    // Of a hundred thousand rows few are of the same period: no text is made of the others.
    if (content === null || !ordinals.has(at.ordinal)) return [];
    const cell = { indicator, area, breakdown: breakdownKey(row.breakdown), scenario };
    return cells.has(textOf({ ...cell, periodType: at.type, ordinal: at.ordinal })) ? [row.row] : [];
  });
}

function textOf(cell: {
  indicator: string;
  area: string;
  breakdown: string;
  scenario: string;
  periodType: string;
  ordinal: number;
}): string {
  const { indicator, area, breakdown, scenario, periodType, ordinal } = cell;
  return [indicator, area, breakdown, scenario, periodType, ordinal].join("|");
}
