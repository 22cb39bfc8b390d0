import { duePullSources } from "@bochiso/db/repositories/pulls";
import { systemChance } from "../platform/chance.ts";
import { takePullRequests } from "../pull/pull-requests.ts";
import { runPull } from "../pull/run-pull.ts";
import type { Services } from "../services.ts";

/** How often due sources and requests of the command line are looked for. */
const LOOK_MS = 1_000;
/** Sources asked at the same time by one process. */
const AT_ONCE = 4;

/**
 * Asks sources when they are due. Returns how to stop it: answers that are still being read are let go and asked for again at
 * the next start, submissions under way are waited for.
 */
export function pullSources(services: Services, everyMs: number = LOOK_MS): () => Promise<void> {
  const { store, clock, instance, logger, writer, config, storageGate } = services;
  const deps = { ...services, chance: systemChance };
  const stopped = new AbortController();
  const running = new Map<string, Promise<void>>();
  const start = (source: string): void => {
    const run = runPull(deps, { source, signal: stopped.signal })
      .then(() => undefined)
      .catch((error: unknown) => logger.warn({ err: error, source }, "a pull could not be noted; it is tried again"))
      .finally(() => running.delete(source));
    running.set(source, run);
  };
  const look = async (): Promise<void> => {
    await takePullRequests(config.dataDir, (command) => writer.execute(command));
    // Nothing could be stored of what was pulled now.
    if (running.size >= AT_ONCE || storageGate.isLow()) return;
    const turn = { process: instance, alone: store.dialect === "sqlite", now: clock.now().toISOString() };
    const due = await store.read((tx) => duePullSources(tx, turn, AT_ONCE));
    for (const source of due) {
      if (!stopped.signal.aborted && !running.has(source) && running.size < AT_ONCE) start(source);
    }
  };
  let looking: Promise<void> | null = null;
  const timer = setInterval(() => {
    looking ??= look()
      .catch((error: unknown) => logger.warn({ err: error }, "due sources could not be looked for"))
      .finally(() => {
        looking = null;
      });
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    stopped.abort();
    await looking;
    await Promise.all(running.values());
  };
}
