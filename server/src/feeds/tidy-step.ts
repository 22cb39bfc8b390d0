import { commitAt } from "@bochiso/db/repositories/commits";
import { purgeRefusals } from "@bochiso/db/repositories/feeds";
import { trimOutbox } from "@bochiso/db/repositories/outbox";
import { releaseIdempotencyKeys } from "@bochiso/db/repositories/submissions";
import type { Store, WriteTx } from "@bochiso/db/store";
import type { TidyOutput } from "./feed-commands.ts";

const DAY_MS = 86_400_000;

/** How long things are kept, in days. Idempotency keys: at least 400 by the contract. */
export const KEPT_DAYS = { idempotencyKeys: 400, refusals: 90, outbox: 7 } as const;

/** Of each kind in one step: others write in between. */
const PER_STEP = 1_000;

/** Releases what was kept long enough, a bounded part of it. */
export async function tidyStep(deps: { store: Store }, { now }: { now: string }): Promise<TidyOutput> {
  const before = (days: number): string => new Date(Date.parse(now) - days * DAY_MS).toISOString();
  return await deps.store.write(async (tx) => {
    const releasedKeys = await releaseIdempotencyKeys(tx, before(KEPT_DAYS.idempotencyKeys), PER_STEP);
    const refusals = await purgeRefusals(tx, before(KEPT_DAYS.refusals), PER_STEP);
    const outbox = await trimStep(tx, before(KEPT_DAYS.outbox));
    const further = [releasedKeys, refusals, outbox].some((count) => count >= PER_STEP);
    return { releasedKeys, refusals, outbox, further };
  });
}

/** Everybody who follows is far beyond; who is not reads the whole anew. */
async function trimStep(tx: WriteTx, before: string): Promise<number> {
  const last = await commitAt(tx, before);
  return last === null ? 0 : await trimOutbox(tx, last.seq, PER_STEP);
}
