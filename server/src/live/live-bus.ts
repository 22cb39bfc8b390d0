import type { LiveChange } from "@bochiso/shared/screen";

/** Changes waiting for one screen. `overflowed`: it was too slow and all were dropped up to now; it must refetch. */
export interface Inbox {
  take(): { changes: LiveChange[]; overflowed: boolean };
  /** Resolves when something arrives (true), after `timeoutMs` or when the signal aborts (false). */
  wait(timeoutMs: number, signal: AbortSignal | undefined): Promise<boolean>;
  close(): void;
}

/** Hands the changes of the outbox to every open screen of this instance. */
export interface LiveBus {
  /** Newest commit whose changes were all published. */
  head(): number;
  publish(changes: readonly LiveChange[], head: number): void;
  subscribe(): Inbox;
  /** Number of open screens. */
  size(): number;
}

/** Changes a screen may fall behind before it is told to refetch instead. */
const INBOX_LIMIT = 1_000;

/** A bus that starts at a commit. */
export function createLiveBus(initialHead = 0): LiveBus {
  const inboxes = new Set<(changes: readonly LiveChange[]) => void>();
  let head = initialHead;
  return {
    head: () => head,
    size: () => inboxes.size,
    publish(changes, newHead) {
      head = Math.max(head, newHead);
      if (changes.length > 0) for (const deliver of inboxes) deliver(changes);
    },
    subscribe() {
      const { inbox, deliver } = createInbox(() => inboxes.delete(deliver));
      inboxes.add(deliver);
      return inbox;
    },
  };
}

function createInbox(onClose: () => void) {
  let waiting: LiveChange[] = [];
  let overflowed = false;
  let wake: (() => void) | null = null;
  const deliver = (changes: readonly LiveChange[]): void => {
    // What comes after a gap is dropped too: a change told later would pass for the news of everything before it.
    overflowed ||= waiting.length + changes.length > INBOX_LIMIT;
    if (overflowed) waiting = [];
    else waiting.push(...changes);
    wake?.();
  };
  const inbox: Inbox = {
    take() {
      const taken = { changes: waiting, overflowed };
      waiting = [];
      overflowed = false;
      return taken;
    },
    wait(timeoutMs, signal) {
      if (waiting.length > 0 || overflowed || signal?.aborted === true)
        return Promise.resolve(signal?.aborted !== true);
      return new Promise((resolve) => {
        const finish = (arrived: boolean): void => {
          clearTimeout(timer);
          signal?.removeEventListener("abort", abort);
          wake = null;
          resolve(arrived);
        };
        const abort = (): void => finish(false);
        const timer = setTimeout(abort, timeoutMs);
        signal?.addEventListener("abort", abort, { once: true });
        wake = () => finish(true);
      });
    },
    close: onClose,
  };
  return { inbox, deliver };
}
