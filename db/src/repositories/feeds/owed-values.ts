import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { ReadTx, WriteTx } from "../../unit-of-work.ts";
import { heldRows, ROWS_PER_BLOCK } from "./held-submissions.ts";

/** How the JSON text of a row of a returned submission ends once its cell was sent anew. */
const SENT_ANEW = ',"sentAnew":true}';

/** Whether the cell of a row of a returned submission is still to be sent anew. */
function isOwedRow(text: string): boolean {
  return !text.endsWith(SENT_ANEW);
}

/** Puts down which rows of a returned submission were sent anew (those of `isSent` among the owed ones); gives how many are owed still. */
export async function noteSentAnew(
  tx: WriteTx,
  submission: string,
  isSent: (rowText: string) => boolean,
): Promise<number> {
  const { heldRow: r } = tx.schema;
  const before = await heldRows(tx, submission);
  const after = before.map((text) =>
    isOwedRow(text) && isSent(text) ? `${text.slice(0, -"}".length)}${SENT_ANEW}` : text,
  );
  for (let at = 0; at < after.length; at += ROWS_PER_BLOCK) {
    const rows = after.slice(at, at + ROWS_PER_BLOCK).join("\n");
    if (rows === before.slice(at, at + ROWS_PER_BLOCK).join("\n")) continue;
    const block = at / ROWS_PER_BLOCK;
    await tx.db
      .update(r)
      .set({ rows })
      .where(and(eq(r.submission, submission), eq(r.block, block)));
  }
  return after.filter(isOwedRow).length;
}

/** How many values of a returned submission are still to be sent anew. */
interface OwedValues {
  readonly feed: string;
  readonly submission: string;
  readonly owed: number;
}

/** Of the returned submissions whose rows are kept (of some, where they are named) what is still to be sent anew. */
export async function owedValues(tx: ReadTx, submissions?: readonly string[]): Promise<OwedValues[]> {
  const { submissionHold: h, heldRow: r } = tx.schema;
  if (submissions?.length === 0) return [];
  // Counted where the rows lie: a returned submission may have a hundred thousand.
  const lines = sql`length(${r.rows}) - length(replace(${r.rows}, ${"\n"}, '')) + 1`;
  const marks = sql`(length(${r.rows}) - length(replace(${r.rows}, ${SENT_ANEW}, ''))) / ${sql.raw(String(SENT_ANEW.length))}`;
  const found = await tx.db
    .select({ feed: h.feed, submission: h.submission, owed: sql<number>`sum(${lines} - ${marks})` })
    .from(h)
    .innerJoin(r, eq(r.submission, h.submission))
    .where(
      and(
        eq(h.state, "returned"),
        isNull(h.answeredBy),
        submissions === undefined ? undefined : inArray(h.submission, [...submissions]),
      ),
    )
    .groupBy(h.feed, h.submission);
  return found.map((it) => ({ ...it, owed: Number(it.owed) }));
}
