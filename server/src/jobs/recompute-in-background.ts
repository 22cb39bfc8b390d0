import type { RecomputeProgress } from "../compute/recompute-all.ts";
import type { Services } from "../services.ts";

/** Between two lines of the log about how far it came. */
const LOG_EVERY_MS = 5_000;

/**
 * Computes stored cells anew where they were computed by other rules than those in force, step by step beside requests.
 * Returns how to stop it: the step under way is waited for, the next start goes on from there.
 */
export function recomputeInBackground({
  writer,
  logger,
  clock,
}: Pick<Services, "writer" | "logger" | "clock">): () => Promise<void> {
  let isStopped = false;
  const run = async (): Promise<void> => {
    let changed = 0;
    let logged: number | null = null;
    while (!isStopped) {
      const progress: RecomputeProgress = await writer.execute({ name: "recompute-step", input: {} });
      if (progress.of === 0) return;
      changed += progress.changed;
      const { done, indicators, of } = progress;
      const now = clock.now().getTime();
      if (!done && logged !== null && now - logged < LOG_EVERY_MS) continue;
      logged = now;
      logger.info({ indicators, of, changed }, done ? "computed cells follow the rules in force" : "computing anew");
      if (done) return;
    }
  };
  const running = run().catch((error: unknown) => logger.error({ err: error }, "cells could not be computed anew"));
  return async () => {
    isStopped = true;
    await running;
  };
}
