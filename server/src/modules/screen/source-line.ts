import type { Provenance } from "@bochiso/db/repositories/submissions";
import type { SourceLine } from "@bochiso/shared/screen";
import type { Text } from "@bochiso/shared/text";
import type { ScreenWorld } from "./screen-world.ts";

/** Publishers that are no agencies of the catalogue. */
const OTHER_PUBLISHERS: Readonly<Record<string, Text>> = {
  "oog.dvcqg": { vi: "Cổng Dịch vụ công quốc gia", en: "National Public Service Portal" },
  opendengue: { vi: "OpenDengue", en: "OpenDengue" },
};

const SYSTEM: Text = { vi: "Hệ thống tính", en: "Computed by the system" };

/** Who stands behind a commit, as read under a card. Null where the commit is not known. */
export function sourceLine(world: Pick<ScreenWorld, "agencies">, source: Provenance | undefined): SourceLine | null {
  if (source === undefined) return null;
  return {
    publisher: publisherName(world, source) ?? SYSTEM,
    document: source.document,
    feed: source.feed,
    receivedAt: source.receivedAt ?? source.recordedAt,
    submission: source.submission,
  };
}

/**
 * Who published the figure, given by code or by the name on its table; else the agency of the feed; null where nothing
 * was submitted.
 */
export function publisherName(
  { agencies }: Pick<ScreenWorld, "agencies">,
  { publisher, feed }: Pick<Provenance, "publisher" | "feed">,
): Text | null {
  if (publisher !== null) {
    const agency = agencies.get(publisher) ?? [...agencies.values()].find(({ name }) => name.vi === publisher);
    return agency?.name ?? OTHER_PUBLISHERS[publisher] ?? { vi: publisher, en: publisher };
  }
  return feed === null ? null : (agencies.get(feed)?.name ?? { vi: feed, en: feed });
}
