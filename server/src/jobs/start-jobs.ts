import { takeKeyRequests } from "../auth/key-requests.ts";
import type { Services } from "../services.ts";
import { followDefinitionChanges } from "./follow-definition-changes.ts";
import { recomputeInBackground } from "./recompute-in-background.ts";

const KEY_REQUESTS_MS = 1_000;

/** Work that goes on beside requests. Returns how to stop it; a run under way is waited for. */
export function startJobs(services: Services): () => Promise<void> {
  const { config, writer, logger } = services;
  const stopRecompute = recomputeInBackground(services);
  const stopDefinitionChanges = followDefinitionChanges(services);
  let running: Promise<void> = Promise.resolve();
  let busy = false;
  const look = (): void => {
    if (busy) return;
    busy = true;
    running = takeKeyRequests(config.dataDir, (input) => writer.execute({ name: "create-key", input }))
      .catch((error: unknown) => logger.warn({ err: error }, "key requests could not be read"))
      .finally(() => {
        busy = false;
      });
  };
  const timer = setInterval(look, KEY_REQUESTS_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
    await stopRecompute();
    await stopDefinitionChanges();
  };
}
