import type { LiveBeat, LiveChange, LiveEvent } from "@bochiso/shared/screen";
import type { QueryClient } from "@tanstack/react-query";
import type { ScreenSource } from "../source/screen-source.ts";
import type { Connection, LiveStore } from "./live-store.ts";
import { isOfFeeds, isTouched } from "./touches.ts";

interface Deps {
  source: Pick<ScreenSource, "listen">;
  queryClient: QueryClient;
  store: LiveStore;
  now: () => number;
}

/** Silence after which the connection no longer counts as alive; the server beats more often than this. */
export const SILENCE_MS = 35_000;

/** Kinds of queries that stand for values; the shell and search do not go stale with them. */
const VALUE_KINDS: ReadonlySet<unknown> = new Set([
  "overview",
  "group",
  "indicator",
  "comparison",
  "explain",
  "indicators",
  "feeds",
  "feed",
  "submissions",
  "submission",
  "refusals",
  "expected",
  "keys",
  "signature-keys",
  "flags",
  "flag",
  "scores",
  "heat",
  "rules",
  "locks",
  "pulls",
]);

/** Refetches exactly the queries that show something the change touched. */
export function applyChange(queryClient: QueryClient, change: LiveChange): void {
  void queryClient.invalidateQueries({
    predicate: ({ queryKey: [kind], state }) =>
      isTouched(kind, state.data, change.changed) || isOfFeeds(kind, change.feeds),
  });
}

/** Refetches every screen: what was missed is unknown. */
export function catchUp(queryClient: QueryClient): void {
  void queryClient.invalidateQueries({ predicate: (query) => VALUE_KINDS.has(query.queryKey[0]) });
}

function setConnection(store: LiveStore, connection: Connection, now: number): void {
  if (store.getState().connection !== connection) store.setState({ connection, since: now });
}

function onChange({ queryClient, store }: Deps, change: LiveChange): void {
  const state = store.getState();
  store.setState({ seq: Math.max(state.seq, change.seq) });
  if (state.paused) store.setState({ held: [...state.held, change] });
  else applyChange(queryClient, change);
}

/**
 * A beat of another process, or one whose head is beyond what was heard, means events were missed: everything is
 * refetched once, then the head is taken over.
 */
function onBeat({ queryClient, store, now }: Deps, beat: LiveBeat): void {
  const state = store.getState();
  const restarted = state.instance !== null && state.instance !== beat.instance;
  const missed = state.seq > 0 && beat.seq > state.seq;
  store.setState({
    instance: beat.instance,
    seq: Math.max(restarted ? 0 : state.seq, beat.seq),
    clockOffset: Date.parse(beat.serverTime) - now(),
  });
  if (restarted || missed) catchUp(queryClient);
}

/** Holds back or releases updates; on release the held changes are applied as one. */
export function setPaused({ queryClient, store }: Pick<Deps, "queryClient" | "store">, paused: boolean): void {
  const held = store.getState().held;
  store.setState({ paused, held: [] });
  if (!paused) for (const change of held) applyChange(queryClient, change);
}

/** Listens for live changes and keeps the store honest about the connection; returns how to stop. */
export function connectLive(deps: Deps, sinceSeq: number): () => void {
  const { source, store, now } = deps;
  store.setState({ seq: sinceSeq });
  const heard = () => {
    store.setState({ heardAt: now() });
    setConnection(store, "online", now());
  };
  const stop = source.listen(sinceSeq, {
    onOpened: heard,
    onEvent(event: LiveEvent) {
      heard();
      if (event.kind === "change") onChange(deps, event);
      else onBeat(deps, event);
    },
    onLost: () => setConnection(store, navigator.onLine ? "reconnecting" : "offline", now()),
  });
  const watch = setInterval(() => {
    const { heardAt, connection } = store.getState();
    if (connection === "online" && heardAt !== null && now() - heardAt > SILENCE_MS) {
      setConnection(store, "reconnecting", now());
    }
  }, 5_000);
  const offline = () => setConnection(store, "offline", now());
  const online = () => setConnection(store, "reconnecting", now());
  addEventListener("offline", offline);
  addEventListener("online", online);
  return () => {
    stop();
    clearInterval(watch);
    removeEventListener("offline", offline);
    removeEventListener("online", online);
  };
}
