import { recordHeartbeat } from "@bochiso/db/repositories/feeds";
import type { Store } from "@bochiso/db/store";

/** Notes a feed's sign of life. It is no figure: it takes no commit number and makes no history. */
export async function recordFeedHeartbeat(
  deps: { store: Store },
  input: { feed: string; at: string; details: Readonly<Record<string, string>> },
): Promise<{ at: string }> {
  await deps.store.write((tx) => recordHeartbeat(tx, input));
  return { at: input.at };
}
