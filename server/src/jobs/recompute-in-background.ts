import { setTimeout as wait } from "node:timers/promises";
import type { RecomputeProgress } from "../compute/recompute-all.ts";
import type { Services } from "../services.ts";

/** Between two lines of the log about how far it came. */
const LOG_EVERY_MS = 5_000;
/** Before a step that failed is tried again: the database is busy, full or away, which passes. */
const RETRY_MS = 5_000;
/** How often it is looked whether a server of an older release, about to be replaced, stored cells of older rules. */
const LOOK_MS = 60_000;

/**
 * Computes stored cells anew where they were computed by other rules than those in force, step by step beside requests.
 * A step that fails is tried again: until the work is done cells are of two sets of rules, and changes of definitions wait.
 * Returns how to stop it: the step under way is waited for, the next start goes on from there.
 */
export function recomputeInBackground(
  { writer, logger, clock }: Pick<Services, "writer" | "logger" | "clock">,
  retryMs: number = RETRY_MS,
  lookMs: number = LOOK_MS,
): () => Promise<void> {
  const stopped = new AbortController();
  const { signal } = stopped;
  let changed = 0;
  let logged: number | null = null;
  let isHeld = false;
  const step = async (): Promise<"further" | "done"> => {
    const progress: RecomputeProgress = await writer.execute({ name: "recompute-step", input: {} });
    if (progress.heldBy !== undefined && !isHeld)
      logger.warn(
        { method: progress.heldBy },
        "a server of a newer release computed the stored cells: update this one",
      );
    isHeld = progress.heldBy !== undefined;
    if (progress.of === 0) return "done";
    changed += progress.changed;
    const { done, indicators, of } = progress;
    const now = clock.now().getTime();
    if (done || logged === null || now - logged >= LOG_EVERY_MS) {
      logged = now;
      logger.info({ indicators, of, changed }, done ? "computed cells follow the rules in force" : "computing anew");
    }
    if (done) [changed, logged] = [0, null];
    return done ? "done" : "further";
  };
  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      try {
        // Waiting ends when it is stopped, which is no fault.
        if ((await step()) === "done") await wait(lookMs, undefined, { signal, ref: false }).catch(() => undefined);
      } catch (error) {
        logger.error({ err: error }, "cells could not be computed anew; trying again");
        // Stopping ends the wait, which is no fault.
        await wait(retryMs, undefined, { signal, ref: false }).catch(() => undefined);
      }
    }
  };
  const running = run();
  return async () => {
    stopped.abort();
    await running;
  };
}
