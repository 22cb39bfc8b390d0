import { lockFeed } from "@bochiso/db/repositories/feeds";
import { type PullSource, pullSourceByCode } from "@bochiso/db/repositories/pulls";
import type { WriteTx } from "@bochiso/db/store";
import { pullFault } from "../pull-fault.ts";

/** A source under the lock of its feed: what several do to it at once is done one after the other. Throws `pull-unknown`. */
export async function lockedSource(tx: WriteTx, code: string): Promise<PullSource> {
  const seen = await pullSourceByCode(tx, code);
  if (seen === null) throw pullFault("pull-unknown", { source: code.slice(0, 80) });
  // A source never changes its feed, so the lock is the right one.
  await lockFeed(tx, seen.feed);
  return (await pullSourceByCode(tx, code)) ?? seen;
}
