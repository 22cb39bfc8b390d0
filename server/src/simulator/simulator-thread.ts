import { parentPort, workerData } from "node:worker_threads";
import { systemChance } from "../platform/chance.ts";
import { systemClock } from "../platform/clock.ts";
import { simulate } from "./simulate.ts";

/** Any message ends it. */
const stopped = new AbortController();
parentPort?.once("message", () => stopped.abort());

await simulate({
  url: String(workerData.url),
  key: String(workerData.key),
  clock: systemClock,
  chance: systemChance,
  signal: stopped.signal,
});
// Connections kept open for the next request would hold the thread for seconds.
process.exit(0);
