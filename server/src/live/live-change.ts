import type { OutboxEntry } from "@bochiso/db/repositories/outbox";
import type { LiveChange } from "@bochiso/shared/screen";
import { z } from "zod";

/** What the writer puts into the outbox about changed cells: indicator → areas, inputs and derived alike. */
const ChangedCells = z.object({ changed: z.record(z.string(), z.array(z.string())) });
/** And about what stands around values: the feeds concerned. */
const ChangedFeeds = z.object({ feeds: z.array(z.string()) });

interface Gathered {
  readonly changed: Map<string, Set<string>>;
  readonly feeds: Set<string>;
}

/** The live change of every commit, in order; entries that no screen shows are left out. */
export function liveChanges(entries: readonly OutboxEntry[]): LiveChange[] {
  const bySeq = new Map<number, Gathered>();
  for (const { commitSeq, payload } of entries) {
    const cells = ChangedCells.safeParse(payload).data?.changed;
    const feeds = ChangedFeeds.safeParse(payload).data?.feeds;
    if (cells === undefined && feeds === undefined) continue;
    const known = bySeq.get(commitSeq) ?? { changed: new Map<string, Set<string>>(), feeds: new Set<string>() };
    bySeq.set(commitSeq, known);
    for (const feed of feeds ?? []) known.feeds.add(feed);
    for (const [indicator, areas] of Object.entries(cells ?? {})) {
      known.changed.set(indicator, new Set([...(known.changed.get(indicator) ?? []), ...areas]));
    }
  }
  return [...bySeq].map(([seq, { changed, feeds }]) => ({
    kind: "change",
    seq,
    changed: Object.fromEntries([...changed].map(([indicator, areas]) => [indicator, [...areas]])),
    ...(feeds.size === 0 ? {} : { feeds: [...feeds] }),
  }));
}
