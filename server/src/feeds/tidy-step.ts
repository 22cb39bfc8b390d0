import { commitAt } from "@bochiso/db/repositories/commits";
import { purgeRefusals, releaseHeldRows } from "@bochiso/db/repositories/feeds";
import { trimOutbox } from "@bochiso/db/repositories/outbox";
import { purgePullRuns } from "@bochiso/db/repositories/pulls";
import { releaseIdempotencyKeys } from "@bochiso/db/repositories/submissions";
import type { Store, WriteTx } from "@bochiso/db/store";
import type { TidyOutput } from "./feed-commands.ts";

const DAY_MS = 86_400_000;

/**
 * How long things are kept, in days. Idempotency keys: at least 400 by the contract, and as long the rows of a returned
 * submission, which are written down nowhere else; those of an approved one go at once, for its values stand in its commit.
 */
export const KEPT_DAYS = { idempotencyKeys: 400, returnedRows: 400, refusals: 90, pullRuns: 90, outbox: 7 } as const;

/** Of each kind in one step: others write in between. */
const PER_STEP = 1_000;
/** Blocks of 500 rows in one step. */
const BLOCKS_PER_STEP = 50;

/** Releases what was kept long enough, a bounded part of it. */
export async function tidyStep(deps: { store: Store }, { now }: { now: string }): Promise<TidyOutput> {
  const before = (days: number): string => new Date(Date.parse(now) - days * DAY_MS).toISOString();
  return await deps.store.write(async (tx) => {
    const releasedKeys = await releaseIdempotencyKeys(tx, before(KEPT_DAYS.idempotencyKeys), PER_STEP);
    const refusals = await purgeRefusals(tx, before(KEPT_DAYS.refusals), PER_STEP);
    const outbox = await trimStep(tx, before(KEPT_DAYS.outbox));
    const heldBlocks = await releaseHeldRows(tx, before(KEPT_DAYS.returnedRows), BLOCKS_PER_STEP);
    const pullRuns = await purgePullRuns(tx, before(KEPT_DAYS.pullRuns), PER_STEP);
    const counts = { releasedKeys, refusals, outbox, pullRuns };
    const further = heldBlocks >= BLOCKS_PER_STEP || Object.values(counts).some((it) => it >= PER_STEP);
    return { ...counts, heldBlocks, further };
  });
}

/** Everybody who follows is far beyond; who is not reads the whole anew. */
async function trimStep(tx: WriteTx, before: string): Promise<number> {
  const last = await commitAt(tx, before);
  return last === null ? 0 : await trimOutbox(tx, last.seq, PER_STEP);
}
