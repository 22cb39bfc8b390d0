import { setImmediate as nextTurn } from "node:timers/promises";
import type { Services } from "../services.ts";

/** How often it is looked whether rules or definitions changed. */
const LOOK_MS = 10_000;

/**
 * Judges what is stored by rules that are new or changed, step by step beside requests. A step that fails is tried again at
 * the next look. Returns how to stop it: the step under way is waited for, the next start goes on from there.
 */
export function recheckInBackground({ writer, logger }: Pick<Services, "writer" | "logger">): () => Promise<void> {
  let isStopped = false;
  let running: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    let steps = 0;
    while (!isStopped) {
      const { done, left } = await writer.execute({ name: "recheck-quality", input: {} });
      if (done && steps === 0) return;
      steps += 1;
      if (done) return logger.info({ steps }, "everything stored was judged by the quality rules in force");
      if (steps === 1) logger.info({ rules: left }, "judging what is stored by changed quality rules");
      // Between two steps everyone else has a turn.
      await nextTurn();
    }
  };
  const look = (): void => {
    running ??= run()
      .catch((error: unknown) => logger.warn({ err: error }, "quality rules wait: a step failed"))
      .finally(() => {
        running = null;
      });
  };
  const timer = setInterval(look, LOOK_MS);
  timer.unref();
  look();
  return async () => {
    isStopped = true;
    clearInterval(timer);
    await running;
  };
}
