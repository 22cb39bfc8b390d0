import type { FeedListModel } from "@bochiso/shared/feed";
import { connectedSince } from "../../feeds/connected-since.ts";
import { deliveryStart } from "../../feeds/delivery-start.ts";
import type { FeedDeps } from "./feed-deps.ts";
import { readStrips } from "./read-strips.ts";
import { readSummaries } from "./read-summaries.ts";

/** Every feed: agencies first, then provinces in the order of their codes, simulated ones last. */
export async function listFeeds({ store, catalogue: cache, clock }: FeedDeps): Promise<FeedListModel> {
  const now = clock.now().toISOString();
  return await store.read(async (tx) => {
    const catalogue = await cache.current(tx);
    const start = await deliveryStart(tx);
    const feeds = [...catalogue.feeds.values()].sort((a, b) => orderOf(a).localeCompare(orderOf(b), "en"));
    const connected = await connectedSince(tx, feeds);
    const strips = await readStrips(tx, { catalogue, feeds, now, start, connected });
    return {
      now,
      judgedSince: start.judgedSince,
      feeds: await readSummaries({ tx, catalogue, feeds, strips, connected, now }),
    };
  });
}

function orderOf({ code, simulated }: { code: string; simulated: boolean }): string {
  const group = simulated ? 2 : code.startsWith("prov.") ? 1 : 0;
  return `${group} ${code}`;
}
