import type { LiveChange } from "@bochiso/shared/screen";
import { createStore, type StoreApi } from "zustand/vanilla";

/** `connecting` before the first answer; `offline` when the browser says there is no network. */
export type Connection = "connecting" | "online" | "reconnecting" | "offline";

export interface LiveState {
  connection: Connection;
  /** This computer's time when `connection` last changed; ages run from it. */
  since: number;
  /** This computer's time of the last sign of life of the server. */
  heardAt: number | null;
  /** Server clock minus this computer's clock, ms. */
  clockOffset: number;
  /** Newest sequence known. */
  seq: number;
  /** The server process last heard; another one means catch up. */
  instance: string | null;
  paused: boolean;
  /** Changes that arrived while paused, applied on resume. */
  held: LiveChange[];
}

export type LiveStore = StoreApi<LiveState>;

/** State of the live connection, outside React Query because it is not the server's data. */
export function createLiveStore(now: number): LiveStore {
  return createStore<LiveState>(() => ({
    connection: "connecting",
    since: now,
    heardAt: null,
    clockOffset: 0,
    seq: 0,
    instance: null,
    paused: false,
    held: [],
  }));
}

/** How many cells' worth of news is held back while paused: indicator × area pairs, counted once each. */
export function heldCount(held: readonly LiveChange[]): number {
  const pairs = new Set<string>();
  for (const change of held) {
    for (const [indicator, areas] of Object.entries(change.changed)) {
      for (const area of areas) pairs.add(`${indicator}@${area}`);
    }
  }
  return pairs.size;
}
