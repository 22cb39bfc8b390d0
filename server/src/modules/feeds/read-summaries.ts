import {
  type ApiKey,
  type Feed,
  listApiKeys,
  listHeartbeats,
  openReturnCounts,
  owedValues,
  recentRefusals,
  refusalCounts,
} from "@bochiso/db/repositories/feeds";
import { failingPullSources, lastFailedRun } from "@bochiso/db/repositories/pulls";
import {
  feedActivity,
  feedHeads,
  gapCounts,
  newestByWay,
  pendingCounts,
  REPLAYED,
} from "@bochiso/db/repositories/submissions";
import type { ReadTx } from "@bochiso/db/store";
import type { BuiltStrip, FeedSummary, HeartbeatState } from "@bochiso/shared/feed";
import { keyState } from "../../auth/key-state.ts";
import type { Catalogue } from "../../catalogue/catalogue.ts";
import { contractOf } from "../../feeds/change-contract.ts";
import { mendedSince } from "./mended-since.ts";

const DAY_MS = 86_400_000;
const RECENT_DAYS = 30;

/** A feed with the strips it was judged by. */
export interface SummaryQuestion {
  readonly tx: ReadTx;
  readonly catalogue: Catalogue;
  readonly feeds: readonly Feed[];
  readonly strips: ReadonlyMap<string, readonly BuiltStrip[]>;
  readonly connected: ReadonlyMap<string, string | null>;
  readonly now: string;
}

/** What the list shows of each feed, in the order of `feeds`. */
export async function readSummaries({ tx, catalogue, feeds, now, ...judged }: SummaryQuestion): Promise<FeedSummary[]> {
  const since = new Date(Date.parse(now) - RECENT_DAYS * DAY_MS).toISOString();
  const codes = feeds.map(({ code }) => code);
  const known = {
    heads: await feedHeads(tx, codes),
    activity: await feedActivity(tx, since),
    refusals: await refusalCounts(tx, since),
    standing: await standingFaults(tx, since),
    gaps: await gapCounts(tx),
    pending: await pendingCounts(tx),
    returned: await openReturnCounts(tx),
    owed: Map.groupBy(await owedValues(tx), ({ feed }) => feed),
    beats: new Map((await listHeartbeats(tx)).map((beat) => [beat.feed, beat.at])),
    keys: Map.groupBy(await listApiKeys(tx), (key) => key.feed),
    pulls: await failingPulls(tx),
    scopes: catalogue.ownership.scopesAt(now),
  };
  return feeds.map((feed): FeedSummary => {
    const { code } = feed;
    const own = judged.strips.get(code) ?? [];
    const head = known.heads.get(code);
    const recent = known.activity.get(code) ?? { submissions: 0, received: 0, rejected: 0 };
    const refusals = known.refusals.get(code);
    return {
      code,
      name: feed.name,
      agency: feed.agency,
      agencyName: catalogue.agencies.get(feed.agency)?.name ?? { vi: feed.agency, en: feed.agency },
      simulated: feed.simulated,
      barred: feed.barred,
      contract: contractOf(feed),
      indicators: known.scopes.get(code)?.size ?? 0,
      keys: keysOf(known.keys.get(code) ?? [], now),
      lastPush: lastPushOf(head, now),
      heartbeat: heartbeatOf(feed, known.beats.get(code) ?? null, now),
      sequence: { last: head?.sequence ?? null, ...(known.gaps.get(code) ?? { gaps: 0, missing: 0 }) },
      connected: (judged.connected.get(code) ?? null) !== null,
      recent: { ...recent, accepted: recent.received - recent.rejected, refusedRequests: refusals?.times ?? 0 },
      standing: known.standing.get(code) ?? NO_FAULTS,
      lastRefusalAt: refusals?.lastAt ?? null,
      failingPulls: known.pulls.get(code) ?? null,
      pending: known.pending.get(code) ?? 0,
      // Without sign-off nothing is held, so nothing would answer what was returned.
      returned: feed.requireSignOff ? (known.returned.get(code) ?? 0) : 0,
      owedValues: feed.requireSignOff ? (known.owed.get(code) ?? []).reduce((sum, { owed }) => sum + owed, 0) : 0,
      due: { overdue: own.reduce((sum, { overdue }) => sum + overdue, 0), next: nextOf(own) },
      strip: shownStrip(own),
    };
  });
}

const NO_FAULTS: FeedSummary["standing"] = { rejected: 0, refusedRequests: 0 };

/** Per feed the faults of the last days that nothing which came the same way has left behind since. */
async function standingFaults(tx: ReadTx, since: string): Promise<Map<string, FeedSummary["standing"]>> {
  const newest = await newestByWay(tx, since);
  const mended = mendedSince(newest);
  const found = new Map<string, FeedSummary["standing"]>();
  const add = (feed: string, { rejected, refusedRequests }: FeedSummary["standing"]): void => {
    const known = found.get(feed) ?? NO_FAULTS;
    found.set(feed, {
      rejected: known.rejected + rejected,
      refusedRequests: known.refusedRequests + refusedRequests,
    });
  };
  for (const { feed, rejected } of newest) add(feed, { rejected, refusedRequests: 0 });
  for (const refusal of await recentRefusals(tx, since))
    if (mended(refusal) === null) add(refusal.feed, { rejected: 0, refusedRequests: refusal.times });
  return found;
}

/** Per feed how many of its sources fail now, and why the first does. */
async function failingPulls(tx: ReadTx): Promise<Map<string, NonNullable<FeedSummary["failingPulls"]>>> {
  const found = new Map<string, NonNullable<FeedSummary["failingPulls"]>>();
  for (const { code, feed } of await failingPullSources(tx)) {
    const known = found.get(feed);
    const run = known === undefined ? await lastFailedRun(tx, code) : null;
    const reason = known?.reason ?? { vi: run?.faultVi ?? "", en: run?.fault ?? "" };
    found.set(feed, { count: (known?.count ?? 0) + 1, reason });
  }
  return found;
}

/** The strip that says most: the one in which most is behind, else that with the most indicators. */
function shownStrip(strips: readonly BuiltStrip[]): FeedSummary["strip"] {
  return strips.toSorted((a, b) => b.overdue - a.overdue)[0]?.strip ?? null;
}

function keysOf(keys: readonly ApiKey[], now: string): FeedSummary["keys"] {
  const live = keys.filter((key) => keyState(key, now) === "live");
  return {
    live: live.length,
    nextExpiry: live.flatMap(({ expiresAt }) => expiresAt ?? []).sort()[0] ?? null,
    lastUsedAt:
      keys
        .flatMap(({ lastUsedAt }) => lastUsedAt ?? [])
        .sort()
        .at(-1) ?? null,
  };
}

function lastPushOf(
  head: { submission: string | null; receivedAt: string | null; keyId: string | null } | undefined,
  now: string,
): FeedSummary["lastPush"] {
  if (head === undefined || head.submission === null || head.receivedAt === null) return null;
  const { submission, receivedAt, keyId } = head;
  return { submission, receivedAt, replayed: keyId === REPLAYED, ageMs: Date.parse(now) - Date.parse(receivedAt) };
}

function heartbeatOf({ heartbeatMinutes }: Feed, at: string | null, now: string): FeedSummary["heartbeat"] {
  return { state: heartbeatState(heartbeatMinutes, at, now), at };
}

function heartbeatState(minutes: number | null, at: string | null, now: string): HeartbeatState {
  if (minutes === null) return "not-agreed";
  if (at === null) return "never";
  return Date.parse(now) - Date.parse(at) > minutes * 60_000 ? "silent" : "alive";
}

function nextOf(strips: readonly BuiltStrip[]): FeedSummary["due"]["next"] {
  return strips.flatMap(({ next }) => next ?? []).sort((a, b) => (a.at < b.at ? -1 : 1))[0] ?? null;
}
