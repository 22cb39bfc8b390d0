import { setTimeout as wait } from "node:timers/promises";
import type { Services } from "../services.ts";

/** Between two looks; what is kept for days need not go at the minute. */
const EVERY_MS = 3_600_000;
/** Before the first one: the start of a server has other things to write. */
const FIRST_MS = 60_000;
/** Between two steps everyone else has a turn. */
const PAUSE_MS = 50;

/** Releases what was kept long enough, in bounded steps, every hour. Returns how to stop it; a step under way is waited for. */
export function tidyUp(
  { writer, logger, clock }: Pick<Services, "writer" | "logger" | "clock">,
  { firstMs, everyMs }: { firstMs: number; everyMs: number } = { firstMs: FIRST_MS, everyMs: EVERY_MS },
): () => Promise<void> {
  const stopped = new AbortController();
  const { signal } = stopped;
  const pause = (ms: number): Promise<unknown> => wait(ms, undefined, { signal, ref: false }).catch(() => undefined);
  const run = async (): Promise<void> => {
    await pause(firstMs);
    while (!signal.aborted) {
      try {
        const done = await writer.execute({ name: "tidy-step", input: { now: clock.now().toISOString() } });
        await pause(done.further ? PAUSE_MS : everyMs);
      } catch (error) {
        logger.warn({ err: error }, "what was kept long enough could not be released; trying again later");
        await pause(everyMs);
      }
    }
  };
  const running = run();
  return async () => {
    stopped.abort();
    await running;
  };
}
