import type { FeedSummary } from "@bochiso/shared/feed";
import { matchesFolded } from "../../../../lib/text/index.ts";
import { type FeedStanding, type FeedState, STATE_ORDER, standingsOf } from "../../common/feed-standings.ts";

export type ListedState = Exclude<FeedState, "tot">;

export interface FeedFilter {
  readonly state: ListedState | null;
  readonly text: string;
}

/** A feed with all that is to be said of it. */
export interface ListedFeed {
  readonly feed: FeedSummary;
  readonly standings: readonly FeedStanding[];
}

export interface ChosenFeeds {
  /** Feeds that have sent something, what asks for somebody first. */
  readonly active: readonly ListedFeed[];
  /** Feeds that never sent anything. */
  readonly silent: readonly ListedFeed[];
}

/** The feeds of a filter; within the same urgency the order of the server stays. */
export function chooseFeeds(feeds: readonly FeedSummary[], { state, text }: FeedFilter): ChosenFeeds {
  const listed = feeds
    .map((feed) => ({ feed, standings: standingsOf(feed) }))
    .filter(({ feed, standings }) => matches(feed, text) && (state === null || has(standings, state)));
  const isSilent = ({ standings }: ListedFeed): boolean => has(standings, "chua-gui") && !has(standings, "cho-duyet");
  return {
    active: listed.filter((it) => !isSilent(it)).toSorted((a, b) => urgency(a) - urgency(b)),
    silent: listed.filter(isSilent),
  };
}

/** How many feeds there are in each state. */
export function countStates(feeds: readonly FeedSummary[]): ReadonlyMap<FeedState, number> {
  const counts = new Map<FeedState, number>();
  for (const { state } of feeds.flatMap(standingsOf)) counts.set(state, (counts.get(state) ?? 0) + 1);
  return counts;
}

function matches({ code, name, agencyName }: FeedSummary, text: string): boolean {
  return text === "" || matchesFolded([code, name.vi, name.en, agencyName.vi, agencyName.en].join(" "), text);
}

function has(standings: readonly FeedStanding[], state: FeedState): boolean {
  return standings.some((standing) => standing.state === state);
}

function urgency({ standings }: ListedFeed): number {
  return STATE_ORDER.indexOf(standings[0]?.state ?? "tot");
}
