import { headCommit } from "@bochiso/db/repositories/commits";
import { OUTBOX_PAGE, type OutboxEntry, readOutbox } from "@bochiso/db/repositories/outbox";
import type { ReadStore } from "@bochiso/db/store";
import type { Logger } from "../platform/logger.ts";
import type { LiveBus } from "./live-bus.ts";
import { liveChanges } from "./live-change.ts";

/** What the reader works with. `pollMs` is the safety net: hints of the writer come sooner. */
export interface OutboxReaderDeps {
  store: ReadStore;
  bus: LiveBus;
  logger: Pick<Logger, "warn">;
  pollMs?: number;
}

/** Follows the outbox and publishes what it finds. */
export interface OutboxReader {
  /** Starts at the head of the log: what was before is read by the screens themselves. */
  start(): Promise<void>;
  /** Something was committed: look now. */
  poke(): void;
  stop(): Promise<void>;
}

const POLL_MS = 500;

/** One reader per instance, however many screens are open. */
export function createOutboxReader({ store, bus, logger, pollMs = POLL_MS }: OutboxReaderDeps): OutboxReader {
  let running: Promise<void> | null = null;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  let soon: NodeJS.Immediate | undefined;

  const look = (): void => {
    if (running !== null) {
      again = true;
      return;
    }
    running = drain(store, bus)
      .catch((error: unknown) => logger.warn({ err: error }, "the outbox could not be read; trying again"))
      .finally(() => {
        running = null;
        if (!again) return;
        again = false;
        look();
      });
  };

  return {
    async start() {
      const { seq } = await store.read((tx) => headCommit(tx));
      bus.publish([], seq);
      timer = setInterval(look, pollMs);
      timer.unref();
    },
    poke: () => {
      // The sender's answer goes out first, and one look serves all that was committed in this turn.
      soon ??= setImmediate(() => {
        soon = undefined;
        look();
      });
    },
    async stop() {
      clearInterval(timer);
      clearImmediate(soon);
      again = false;
      await running;
    },
  };
}

/** Publishes everything after the bus's head, page by page, each page from one snapshot. */
async function drain(store: ReadStore, bus: LiveBus): Promise<void> {
  for (;;) {
    const { entries, head, whole } = await readAfter(store, bus.head(), OUTBOX_PAGE);
    bus.publish(liveChanges(entries), head);
    if (whole) return;
  }
}

/** Entries after a commit, cut at a whole commit, and the newest commit they reach. */
export async function readAfter(
  store: ReadStore,
  after: number,
  limit: number,
): Promise<{ entries: readonly OutboxEntry[]; head: number; whole: boolean }> {
  return store.read(async (tx) => {
    const { seq } = await headCommit(tx);
    if (seq <= after) return { entries: [], head: after, whole: true };
    const entries = await readOutbox(tx, { after: { commitSeq: after }, limit });
    if (entries.length < limit) return { entries, head: seq, whole: true };
    const last = entries.at(-1)?.commitSeq ?? seq;
    const complete = entries.filter(({ commitSeq }) => commitSeq < last);
    // One commit larger than a page is told as far as it was read: ids repeat, nothing is lost by asking again.
    if (complete.length === 0) return { entries, head: last, whole: false };
    return { entries: complete, head: complete.at(-1)?.commitSeq ?? after, whole: false };
  });
}
