import type { FeedListModel } from "@bochiso/shared/feed";

/** What the cache asks; `now` in epoch milliseconds. */
export interface FeedListSource {
  head(): Promise<number>;
  now(): number;
  compute(): Promise<FeedListModel>;
}

interface Held {
  readonly seq: number;
  until: number;
  readonly answer: Promise<FeedListModel>;
}

/** Signs of life, refusals and uses of keys make no commit: they are shown after this long at the latest. */
const MAX_AGE_MS = 10_000;

/** The list of feeds, computed once however many screens ask: anew after a commit, at each moment something was due, and with age. */
export function createFeedListCache(source: FeedListSource): () => Promise<FeedListModel> {
  let held: Held | null = null;
  return async () => {
    const seq = await source.head();
    const now = source.now();
    if (held !== null && held.seq >= seq && now <= held.until) return held.answer;
    const computed: Held = { seq, until: now + MAX_AGE_MS, answer: source.compute() };
    held = computed;
    try {
      computed.until = Math.min(computed.until, ...dueMoments(await computed.answer));
    } catch (error) {
      if (held === computed) held = null;
      throw error;
    }
    return computed.answer;
  };
}

/** What is due at a moment is missing right after it. */
function dueMoments({ feeds }: FeedListModel): number[] {
  return feeds.flatMap(({ due }) => (due.next === null ? [] : [Date.parse(due.next.at)]));
}
