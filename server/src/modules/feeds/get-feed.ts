import { listAudit } from "@bochiso/db/repositories/audit";
import { listOwnership } from "@bochiso/db/repositories/feeds";
import { sequenceGaps } from "@bochiso/db/repositories/submissions";
import type { ReadTx } from "@bochiso/db/store";
import type { FeedModel, HandOver, HandOverLine, OwnedIndicator, OwnershipRow } from "@bochiso/shared/feed";
import { SINCE_EVER } from "@bochiso/shared/feed";
import { feedUnknown } from "../../auth/create-key.ts";
import type { Catalogue } from "../../catalogue/catalogue.ts";
import { connectedSince } from "../../feeds/connected-since.ts";
import { deliveryStart } from "../../feeds/delivery-start.ts";
import { dueRuleOf } from "../../feeds/due-rule-of.ts";
import type { FeedDeps } from "./feed-deps.ts";
import { readStrips } from "./read-strips.ts";
import { readSummaries } from "./read-summaries.ts";

const LISTED = { handOvers: 500, changes: 50, areas: 100 };

/** One feed with everything a steward looks at. Throws `feed-unknown`. */
export async function getFeed(
  { store, catalogue: cache, clock }: FeedDeps,
  { feed: code }: { feed: string },
): Promise<FeedModel> {
  const now = clock.now().toISOString();
  return await store.read(async (tx) => {
    const catalogue = await cache.current(tx);
    const feed = catalogue.feeds.get(code);
    if (feed === undefined) throw feedUnknown(code);
    const start = await deliveryStart(tx);
    const feeds = [feed];
    const connected = await connectedSince(tx, feeds);
    const strips = await readStrips(tx, { catalogue, feeds, now, start, connected });
    const [summary] = await readSummaries({ tx, catalogue, feeds, strips, connected, now });
    if (summary === undefined) throw feedUnknown(code);
    return {
      ...summary,
      now,
      judgedSince: start.judgedSince,
      strips: (strips.get(code) ?? []).map(({ strip }) => strip),
      gaps: (await sequenceGaps(tx, code)).map(({ first, last, foundAt }) => ({ first, last, foundAt })),
      owns: owned(catalogue, code, now),
      handOvers: handOversOf(await listOwnership(tx), code)
        .slice(0, LISTED.handOvers)
        .map((it) => named(it, catalogue)),
      changes: await changesOf(tx, code),
    };
  });
}

function owned(catalogue: Catalogue, code: string, now: string): OwnedIndicator[] {
  const feed = catalogue.feeds.get(code);
  return [...(catalogue.ownership.scopesAt(now).get(code) ?? [])]
    .map(([indicator, areas]) => {
      const definition = catalogue.definitions.get(indicator);
      const rule = definition === undefined || feed === undefined ? null : dueRuleOf(feed, definition);
      return {
        code: indicator,
        name: definition?.name ?? { vi: indicator, en: indicator },
        periodType: definition?.periodType ?? null,
        areas: [...areas].sort().slice(0, LISTED.areas),
        areaCount: areas.size,
        dueRule: rule,
      };
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Each row after the first of a cell is a hand-over from the row before; a first row by name takes from `*`. */
function handOversOf(rows: readonly OwnershipRow[], feed: string): HandOver[] {
  const before = new Map<string, string | null>();
  const handOvers: HandOver[] = [];
  for (const { indicator, area, validFrom, feed: to } of [...rows].sort((a, b) =>
    a.validFrom < b.validFrom ? -1 : 1,
  )) {
    const key = `${indicator}\n${area}`;
    const wildcard = `${indicator}\n${area.startsWith("demo:") ? "demo:*" : "*"}`;
    const from = before.get(key) ?? before.get(wildcard) ?? null;
    before.set(key, to);
    if (validFrom !== SINCE_EVER && (from === feed || to === feed)) {
      handOvers.push({ indicator, area, at: validFrom, from, to });
    }
  }
  return handOvers.reverse();
}

function named(handOver: HandOver, { definitions, feeds }: Catalogue): HandOverLine {
  const { indicator, from, to } = handOver;
  const nameOf = (feed: string | null) => (feed === null ? null : (feeds.get(feed)?.name ?? { vi: feed, en: feed }));
  const indicatorName = definitions.get(indicator)?.name ?? { vi: indicator, en: indicator };
  return { ...handOver, indicatorName, fromName: nameOf(from), toName: nameOf(to) };
}

async function changesOf(tx: ReadTx, feed: string): Promise<FeedModel["changes"]> {
  const entries = await listAudit(tx, { afterSeq: 0, limit: 1_000, subject: `feed:${feed}` });
  return entries
    .toReversed()
    .slice(0, LISTED.changes)
    .map(({ recordedAt, actor, action, details }) => ({ at: recordedAt, actor, action, details: JSON.parse(details) }));
}
