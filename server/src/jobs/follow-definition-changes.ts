import { setImmediate as nextTurn } from "node:timers/promises";
import { takeChangeRequests } from "../definitions/change-requests.ts";
import type { Services } from "../services.ts";

/** How often open changes are looked at: a day begins, a request is left, another server staged one. */
const LOOK_MS = 2_000;

/**
 * Takes changes of definitions from staging to the switch, step by step beside requests, and works off what the command
 * line left. Returns how to stop it: the step under way is waited for, the next start goes on from there.
 */
export function followDefinitionChanges({
  config,
  writer,
  logger,
}: Pick<Services, "config" | "writer" | "logger">): () => Promise<void> {
  let isStopped = false;
  let running: Promise<void> | null = null;
  let isHeld = false;
  const advance = async (): Promise<"further" | "later"> => {
    const outcome = await writer.execute({ name: "advance-definition-changes", input: {} });
    // Said once each time it begins, not at every look.
    if (outcome === "held" && !isHeld)
      logger.warn("a server of a newer release computes a change of definitions: this one leaves it alone; update it");
    isHeld = outcome === "held";
    return outcome === "further" ? "further" : "later";
  };
  const run = async (): Promise<void> => {
    await takeChangeRequests(config.dataDir, {
      stage: (input) => writer.execute({ name: "stage-definition-change", input }),
      cancel: (input) => writer.execute({ name: "cancel-definition-change", input }),
    });
    while (!isStopped && (await advance()) === "further") {
      // Between two steps everyone else has a turn.
      await nextTurn();
    }
  };
  const look = (): void => {
    running ??= run()
      .catch((error: unknown) => logger.warn({ err: error }, "changes of definitions wait: a step failed"))
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
