import { and, asc, eq, gte, lte } from "drizzle-orm";
import type { ReadTx, WriteTx } from "../../unit-of-work.ts";
import { lastSequence } from "./find-submission.ts";

/** Sequence numbers that were skipped, first and last included. */
export interface SequenceGap {
  readonly feed: string;
  readonly first: number;
  readonly last: number;
  readonly foundAt: string;
}

/** The gaps of a feed that are still open, in order. */
export async function sequenceGaps(tx: ReadTx, feed: string): Promise<SequenceGap[]> {
  const { sequenceGap } = tx.schema;
  return await tx.db.select().from(sequenceGap).where(eq(sequenceGap.feed, feed)).orderBy(asc(sequenceGap.first));
}

/** The gap a sequence number would open; null where it follows, fills a gap, or is the first one. */
export async function gapBefore(
  tx: ReadTx,
  feed: string,
  sequence: number,
): Promise<Pick<SequenceGap, "first" | "last"> | null> {
  const last = await lastSequence(tx, feed);
  return last === null || sequence <= last + 1 ? null : { first: last + 1, last: sequence - 1 };
}

/**
 * Notes that a sequence number arrives: opens a gap before it, which is given back, or closes it within an open gap.
 * Call it before the submission is inserted.
 */
export async function recordSequence(
  tx: WriteTx,
  { feed, sequence, at }: { readonly feed: string; readonly sequence: number; readonly at: string },
): Promise<Pick<SequenceGap, "first" | "last"> | null> {
  const { sequenceGap } = tx.schema;
  const opened = await gapBefore(tx, feed, sequence);
  if (opened) {
    await tx.db.insert(sequenceGap).values({ feed, ...opened, foundAt: at });
    return opened;
  }
  const around = and(eq(sequenceGap.feed, feed), lte(sequenceGap.first, sequence), gte(sequenceGap.last, sequence));
  const [gap] = await tx.db.select().from(sequenceGap).where(around);
  if (!gap) return null;
  await tx.db.delete(sequenceGap).where(around);
  const left = [
    { ...gap, last: sequence - 1 },
    { ...gap, first: sequence + 1 },
  ].filter(({ first, last }) => first <= last);
  if (left.length > 0) await tx.db.insert(sequenceGap).values(left);
  return null;
}
