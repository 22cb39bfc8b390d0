import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { RunningServer } from "../start-server.ts";
import { SIMULATED_FEED } from "./followed-series.ts";

/** A simulator that runs beside a server. */
export interface RunningSimulator {
  stop(): Promise<void>;
}

/** A thread that does not end when asked is ended. */
const STOP_MS = 2_000;

/**
 * Starts the fictional province beside a server that runs a demonstration: a thread that speaks HTTP to it. Null where there
 * is no key for it.
 */
export function startSimulator({
  url,
  demoKeys,
  services: { logger },
}: Pick<RunningServer, "url" | "demoKeys" | "services">): RunningSimulator | null {
  const key = demoKeys?.feeds[SIMULATED_FEED];
  if (key === undefined) return null;
  const worker = new Worker(new URL("./simulator-thread.ts", import.meta.url), { workerData: { url, key } });
  worker.unref();
  const ended = once(worker, "exit").then(
    () => undefined,
    (error: unknown) => logger.warn({ err: error }, "the simulator ended; nothing else is touched by it"),
  );
  return {
    stop: async () => {
      worker.postMessage("stop");
      await Promise.race([ended, wait(STOP_MS, undefined, { ref: false })]);
      await worker.terminate();
    },
  };
}
