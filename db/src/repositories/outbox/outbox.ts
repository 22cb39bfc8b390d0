import { asc, lte } from "drizzle-orm";
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

/** Entries that are read at once at most. */
export const OUTBOX_PAGE = 500;

type StoredEvent = Omit<OutboxEntry, "payload"> & { readonly payload: string };

/** Asked after every commit. */
const readPage = defineStatement<StoredEvent>()(
  "read_outbox_page",
  { commitSeq: "bigint", position: "int" },
  `SELECT o.commit_seq AS "commitSeq", o.position AS "position", o.topic AS "topic", o.payload AS "payload"
   FROM {rows} JOIN outbox o ON (o.commit_seq, o.position) > (v."commitSeq", v.position)
   ORDER BY o.commit_seq, o.position LIMIT ${OUTBOX_PAGE}`,
);
/** After every entry of a commit. */
const LAST_POSITION = 2 ** 31 - 1;

/** Entries after the cursor in the order of commits; at most `limit`, which is a page at most. */
export async function readOutbox(
  tx: ReadTx,
  { after, limit }: { readonly after: OutboxCursor; readonly limit: number },
): Promise<OutboxEntry[]> {
  const { commitSeq, position = LAST_POSITION } = after;
  const found = await tx.statements.all(readPage, [{ commitSeq, position }]);
  return found.slice(0, limit).map((entry) => ({ ...entry, payload: JSON.parse(entry.payload) as Details }));
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
