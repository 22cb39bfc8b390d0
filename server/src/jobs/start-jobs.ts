import { takeKeyRequests } from "../auth/key-requests.ts";
import type { Services } from "../services.ts";
import { followDefinitionChanges } from "./follow-definition-changes.ts";
import { keepFeedNotes } from "./keep-feed-notes.ts";
import { pullSources } from "./pull-sources.ts";
import { recheckInBackground } from "./recheck-in-background.ts";
import { recomputeInBackground } from "./recompute-in-background.ts";
import { tidyUp } from "./tidy-up.ts";
import { watchStorage } from "./watch-storage.ts";

const KEY_REQUESTS_MS = 1_000;

/** Work that goes on beside requests. Returns how to stop it; a run under way is waited for. */
export function startJobs(services: Services): () => Promise<void> {
  const { config, writer, logger } = services;
  const stopRecompute = recomputeInBackground(services);
  const stopDefinitionChanges = followDefinitionChanges(services);
  const stopFeedNotes = keepFeedNotes(services);
  const stopTidying = tidyUp(services);
  const stopStorage = watchStorage(services);
  const stopRecheck = recheckInBackground(services);
  const stopPulls = pullSources(services);
  let running: Promise<void> = Promise.resolve();
  let busy = false;
  const look = (): void => {
    if (busy) return;
    busy = true;
    running = takeKeyRequests(config.dataDir, {
      create: (input) => writer.execute({ name: "create-key", input }),
      rotate: (input) => writer.execute({ name: "rotate-key", input }),
      revoke: (input) => writer.execute({ name: "revoke-key", input }),
    })
      .catch((error: unknown) => logger.warn({ err: error }, "key requests could not be read"))
      .finally(() => {
        busy = false;
      });
  };
  const timer = setInterval(look, KEY_REQUESTS_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    stopStorage();
    await running;
    await stopPulls();
    await stopTidying();
    await stopFeedNotes();
    await stopRecompute();
    await stopDefinitionChanges();
    await stopRecheck();
  };
}
