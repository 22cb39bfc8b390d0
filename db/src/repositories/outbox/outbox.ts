import { and, asc, eq, gt, lte, or } from "drizzle-orm";
import type { Details } from "../../schema/index.ts";
import { defineStatement } from "../../statement/index.ts";
import type { Commit, ReadTx, WriteTx } from "../../unit-of-work.ts";

/** Something others want to know: ids of what changed, never values. */
export interface OutboxEvent {
  readonly topic: string;
  readonly payload: Details;
}

export interface OutboxEntry extends OutboxEvent {
  readonly commitSeq: number;
  readonly position: number;
}

/** After which entry to go on; `{ commitSeq }` alone is after everything of that commit. */
export interface OutboxCursor {
  readonly commitSeq: number;
  readonly position?: number;
}

const insertEvent = defineStatement<never>()(
  "insert_outbox",
  { commitSeq: "bigint", position: "int", topic: "text", payload: "text" },
  `INSERT INTO outbox (commit_seq, position, topic, payload)
   SELECT v."commitSeq", v.position, v.topic, v.payload FROM {rows}`,
);

/** Adds the events of a commit, in their order from `firstPosition` on; a position is taken once per commit. */
export async function addToOutbox(
  tx: WriteTx,
  commit: Commit,
  events: readonly OutboxEvent[],
  firstPosition = 0,
): Promise<void> {
  await tx.statements.run(
    insertEvent,
    events.map(({ topic, payload }, at) => ({
      commitSeq: commit.seq,
      position: firstPosition + at,
      topic,
      payload: JSON.stringify(payload),
    })),
  );
}

/** Entries after the cursor in the order of commits; at most `limit`. */
export async function readOutbox(
  tx: ReadTx,
  options: { readonly after: OutboxCursor; readonly limit: number },
): Promise<OutboxEntry[]> {
  const { outbox } = tx.schema;
  const { commitSeq, position } = options.after;
  const later = gt(outbox.commitSeq, commitSeq);
  return await tx.db
    .select()
    .from(outbox)
    .where(
      position === undefined ? later : or(later, and(eq(outbox.commitSeq, commitSeq), gt(outbox.position, position))),
    )
    .orderBy(asc(outbox.commitSeq), asc(outbox.position))
    .limit(options.limit);
}

/**
 * Removes entries up to a commit that every reader has long passed: the oldest `limit` of them and what else is of the same
 * commit, or all. Gives how many were looked at.
 */
export async function trimOutbox(
  tx: WriteTx,
  upToSeq: number,
  limit: number = Number.MAX_SAFE_INTEGER,
): Promise<number> {
  const { outbox } = tx.schema;
  const old = await tx.db
    .select({ commitSeq: outbox.commitSeq })
    .from(outbox)
    .where(lte(outbox.commitSeq, upToSeq))
    .orderBy(asc(outbox.commitSeq))
    .limit(limit);
  const last = old.at(-1);
  if (last !== undefined) await tx.db.delete(outbox).where(lte(outbox.commitSeq, last.commitSeq));
  return old.length;
}
