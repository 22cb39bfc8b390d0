import { headCommit } from "@bochiso/db/repositories/commits";
import { readMeta, writeMeta } from "@bochiso/db/repositories/meta";
import type { ReadTx, WriteTx } from "@bochiso/db/store";
import { z } from "zod";

/** Where it is remembered since when deliveries are noted. */
const DELIVERIES_KEY = "deliveriesNoted";
const SEEDING_KEY = "seeding";

const DeliveriesNoted = z.object({ since: z.string().nullable() });
const Seeding = z.object({ loadedAt: z.string() });

/** What the punctuality of this installation can be judged by. */
export interface DeliveryStart {
  /** Deliveries are noted since then; null: since the first commit. */
  readonly judgedSince: string | null;
  /** Replays received from then on have no moment of publication. */
  readonly undatedSince: string | null;
}

export async function deliveryStart(tx: ReadTx): Promise<DeliveryStart> {
  const noted = DeliveriesNoted.safeParse(await readMeta(tx, DELIVERIES_KEY)).data;
  const seeding = Seeding.safeParse(await readMeta(tx, SEEDING_KEY)).data;
  return { judgedSince: noted?.since ?? null, undatedSince: seeding?.loadedAt ?? null };
}

/** Remembers once since when deliveries are noted: a database older than that is not judged by what nobody wrote down. */
export async function noteDeliveriesFromNow(tx: WriteTx, now: string): Promise<void> {
  if ((await readMeta(tx, DELIVERIES_KEY)) !== undefined) return;
  const { seq } = await headCommit(tx);
  await writeMeta(tx, DELIVERIES_KEY, { since: seq === 0 ? null : now });
}
