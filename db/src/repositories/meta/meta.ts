import { eq } from "drizzle-orm";
import type { ReadTx, WriteTx } from "../../unit-of-work.ts";

/** A fact about the installation, such as what it was seeded with; undefined where it was never written. */
export async function readMeta(tx: ReadTx, key: string): Promise<unknown> {
  const { meta } = tx.schema;
  const [found] = await tx.db.select({ value: meta.value }).from(meta).where(eq(meta.key, key));
  return found?.value;
}

/** Writes a fact about the installation (JSON). */
export async function writeMeta(tx: WriteTx, key: string, value: unknown): Promise<void> {
  const { meta } = tx.schema;
  await tx.db.insert(meta).values({ key, value }).onConflictDoUpdate({ target: meta.key, set: { value } });
}
