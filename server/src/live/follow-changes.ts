import { headCommit } from "@bochiso/db/repositories/commits";
import { OUTBOX_PAGE, readOutbox } from "@bochiso/db/repositories/outbox";
import type { ReadStore } from "@bochiso/db/store";
import type { LiveBeat, LiveChange, LiveEvent } from "@bochiso/shared/screen";
import type { Clock } from "../platform/clock.ts";
import type { LiveBus } from "./live-bus.ts";
import { liveChanges } from "./live-change.ts";
import { readAfter } from "./outbox-reader.ts";

/** What a live connection needs. `instance` names the server process: a new one means catch up. */
export interface FollowDeps {
  store: ReadStore;
  bus: LiveBus;
  clock: Clock;
  instance: string;
  heartbeatMs?: number;
}

const HEARTBEAT_MS = 5_000;
/** More than this was missed: refetching everything costs less than telling it. */
const CATCH_UP_LIMIT = OUTBOX_PAGE;

/**
 * Changes after a sequence, first those missed (out of the outbox), then as they come, with a beat at the start and
 * whenever nothing was said for a while. A beat whose sequence lies beyond what was told means: refetch.
 */
export async function* followChanges(
  deps: FollowDeps,
  sinceSeq: number | null,
  signal: AbortSignal | undefined,
): AsyncGenerator<LiveEvent> {
  const { bus, heartbeatMs = HEARTBEAT_MS } = deps;
  const inbox = bus.subscribe();
  try {
    let told = sinceSeq ?? bus.head();
    if (sinceSeq !== null) {
      const missed = await missedSince(deps.store, sinceSeq);
      yield* missed.changes;
      told = missed.head;
    }
    yield beat(deps, told);
    while (!isAborted(signal)) {
      const { changes, overflowed } = inbox.take();
      for (const change of changes) {
        if (change.seq <= told) continue;
        told = change.seq;
        yield change;
      }
      if (overflowed || changes.length === 0) {
        // The head may lie beyond the last change: commits without values, or changes dropped on overflow.
        told = Math.max(told, bus.head());
        if (overflowed) yield beat(deps, told);
        const arrived = await inbox.wait(heartbeatMs, signal);
        if (!arrived && !isAborted(signal)) yield beat(deps, Math.max(told, bus.head()));
      }
    }
  } finally {
    inbox.close();
  }
}

/** What a screen missed; none, and the head, where it is too much or no longer kept. */
async function missedSince(store: ReadStore, since: number): Promise<{ changes: LiveChange[]; head: number }> {
  const { entries, head, whole } = await readAfter(store, since, CATCH_UP_LIMIT);
  if (whole && head <= since) return { changes: [], head };
  return await store.read(async (tx) => {
    const newest = await headCommit(tx);
    const [oldest] = await readOutbox(tx, { after: { commitSeq: 0 }, limit: 1 });
    const kept = oldest !== undefined && oldest.commitSeq <= since + 1;
    return whole && kept ? { changes: liveChanges(entries), head } : { changes: [], head: newest.seq };
  });
}

function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

function beat({ clock, instance }: FollowDeps, seq: number): LiveBeat {
  return { kind: "beat", seq, serverTime: clock.now().toISOString(), instance };
}
