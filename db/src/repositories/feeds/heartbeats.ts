import { eq } from "drizzle-orm";
import type { Details } from "../../schema/index.ts";
import type { ReadTx, WriteTx } from "../../unit-of-work.ts";

/** The last sign of life of a feed. */
export interface Heartbeat {
  readonly feed: string;
  readonly at: string;
  readonly details: Details;
}

export async function recordHeartbeat(tx: WriteTx, { feed, at, details }: Heartbeat): Promise<void> {
  const { heartbeat } = tx.schema;
  await tx.db
    .insert(heartbeat)
    .values({ feed, at, details })
    .onConflictDoUpdate({ target: heartbeat.feed, set: { at, details } });
}

export async function lastHeartbeat(tx: ReadTx, feed: string): Promise<Heartbeat | null> {
  const { heartbeat } = tx.schema;
  const [found] = await tx.db.select().from(heartbeat).where(eq(heartbeat.feed, feed));
  return found ?? null;
}

/** The last sign of life of every feed that ever gave one. */
export async function listHeartbeats(tx: ReadTx): Promise<Heartbeat[]> {
  return await tx.db.select().from(tx.schema.heartbeat);
}
