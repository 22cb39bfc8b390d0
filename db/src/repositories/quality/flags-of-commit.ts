import { asc, eq } from "drizzle-orm";
import type { ReadTx } from "../../unit-of-work.ts";
import type { StoredFlag } from "./stored-flag.ts";

/** The flags that a commit was the last to change, by id. */
export async function flagsOfCommit(tx: ReadTx, commitSeq: number): Promise<StoredFlag[]> {
  const { qualityFlag: f } = tx.schema;
  return await tx.db.select().from(f).where(eq(f.changedSeq, commitSeq)).orderBy(asc(f.id));
}
