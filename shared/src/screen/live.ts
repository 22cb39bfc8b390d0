/** One outbox event as screens get it: which series changed, never the values. */
export interface LiveChange {
  kind: "change";
  seq: number;
  /** Indicator code → areas with a changed cell (inputs and derived alike). */
  changed: Record<string, string[]>;
  /** Feeds of which something else changed: a submission that waits or is decided, a contract, a key; absent where none. */
  feeds?: string[];
}

/** Heartbeat with the server's clock and head of the log; a client that missed events refetches. */
export interface LiveBeat {
  kind: "beat";
  seq: number;
  serverTime: string;
  /** Identifies the server process: a new one means reconnect and catch up. */
  instance: string;
}

export type LiveEvent = LiveChange | LiveBeat;
