import type { Feed } from "@bochiso/db/repositories/feeds";
import { firstOwnReceipts } from "@bochiso/db/repositories/submissions";
import type { ReadTx } from "@bochiso/db/store";
import { SINCE_EVER } from "@bochiso/shared/feed";

/**
 * Since when something is expected of feeds: an agency whose published figures were loaded here is judged from its first own
 * submission on, null until then; simulated feeds always are.
 */
export async function connectedSince(
  tx: ReadTx,
  feeds: readonly Pick<Feed, "code" | "simulated">[],
): Promise<ReadonlyMap<string, string | null>> {
  const real = feeds.filter(({ simulated }) => !simulated).map(({ code }) => code);
  const own = await firstOwnReceipts(tx, real);
  return new Map(feeds.map(({ code, simulated }) => [code, simulated ? SINCE_EVER : (own.get(code) ?? null)]));
}
