import { lockCommits } from "@bochiso/db/repositories/commits";
import { type ApiKey, findApiKey, lockFeed } from "@bochiso/db/repositories/feeds";
import type { WriteTx } from "@bochiso/db/store";
import { keyUnknown } from "./key-errors.ts";

/**
 * A key as it stands once nobody else can change it: what else is done to keys of its feed waits, and beside a reader's key,
 * which has no feed, every other commit. Throws `key-unknown`.
 */
export async function lockKey(tx: WriteTx, id: string): Promise<ApiKey> {
  const found = await findApiKey(tx, id);
  if (found === null) throw keyUnknown(id);
  if (found.feed === null) await lockCommits(tx);
  else await lockFeed(tx, found.feed);
  return (await findApiKey(tx, id)) ?? found;
}
