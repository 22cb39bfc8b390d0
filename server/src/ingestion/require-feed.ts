import type { Feed } from "@bochiso/db/repositories/feeds";
import { DomainError } from "@bochiso/shared/errors";
import type { Catalogue } from "../catalogue/catalogue.ts";

/** The feed a submission is for, which must be the key's own and active. Throws `feed-not-allowed`. */
export function requireFeedOfKey(catalogue: Catalogue, feedOfKey: string, feedOfBody: string): Feed {
  const feed = catalogue.feeds.get(feedOfKey);
  if (feed?.active && !feed.barred && feedOfBody === feedOfKey) return feed;
  throw new DomainError(
    "feed-not-allowed",
    { feed: feedOfBody.slice(0, 120), allowed: feedOfKey },
    {
      vi: `Khóa này chỉ được gửi cho kênh "${feedOfKey}" đang hoạt động.`,
      en: `This key may send for the feed "${feedOfKey}" only, while it is active.`,
    },
  );
}
