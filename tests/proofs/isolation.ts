import { monitorEventLoopDelay } from "node:perf_hooks";
import { LIMITS } from "../../server/src/ingestion/limits.ts";
import { type SeededServer, startSeededServer } from "../support/seeded-server.ts";
import { type Asker, askFromThread } from "./kit/ask-from-thread.ts";
import { quantile, round } from "./kit/figures.ts";
import type { Proof, ProofContext, ProofResult } from "./kit/proof-definition.ts";
import { pushFromThread } from "./kit/push-from-thread.ts";

const FULL_ROWS = 100_000;
const SMALL_ROWS = 10_000;
const WARM_UP_MS = 1_000;
/** Long enough for as many measurements as a quantile needs. */
const QUIET_MS = 6_000;
const GOAL = 2;
/** Milliseconds for which one process may answer nobody. */
const LOOP_GOAL = 50;
/** One sender, as fast as it is answered: what is measured is the server, not its limit per key. */
const UNLIMITED = { BOCHISO_REQUESTS_PER_SECOND: "100000" };
/** What is published as the memory that working on one submission takes at most. */
const MEMORY_GOAL_MB = LIMITS.workingBytes / 1e6;
const YEARS = { bulk: 1900, singles: 1950, warmUp: 1990 };

/**
 * Leaders read and single rows arrive, first on a quiet server, then while a bulk submission is taken in. Reading and sending
 * go on one after another without a pause, as fast as they are answered.
 */
export const proof: Proof = {
  promise:
    "While 100,000 rows are taken in, the p99 of a leader's snapshot and of a single-row submission stay within 2 × quiet, the process that answers is never held for more than 50 ms, and memory grows by no more than is published.",
  run: async (context) => {
    const server = await startSeededServer({ variables: UNLIMITED });
    try {
      return await measure(server, context);
    } finally {
      await server.remove();
    }
  },
};

async function measure(server: SeededServer, { args, log }: ProofContext): Promise<ProofResult> {
  const count = args.includes("--small") ? SMALL_ROWS : FULL_ROWS;
  // Asking is the work of other machines, as are writing and sending the body.
  const askers = {
    leader: askFromThread(server, { asks: "snapshot", firstYear: YEARS.singles }),
    source: askFromThread(server, { asks: "single", firstYear: YEARS.singles }),
  };
  const warmUp = await pushFromThread(server, { rows: 2_000, firstYear: YEARS.warmUp, idempotencyKey: "warm-up" });
  const sendBulk = await pushFromThread(server, { rows: count, firstYear: YEARS.bulk, idempotencyKey: "bulk" });
  await beside(askers, warmUp);
  await beside(askers, () => wait(WARM_UP_MS));
  log("quiet");
  const quiet = await beside(askers, () => wait(QUIET_MS));
  log(`while ${count} rows are taken in`);
  const rss = watchMemory();
  const busy = await beside(askers, sendBulk);
  const peakMb = rss();
  await Promise.all([askers.leader.close(), askers.source.close()]);
  log("control: a process that is held");
  const control = await holdLoop();
  const ratios = {
    snapshot: p99(busy.snapshots) / p99(quiet.snapshots),
    single: p99(busy.singles) / p99(quiet.singles),
  };
  return {
    figures: {
      rows: count,
      bulkMs: Math.round(busy.ms),
      snapshotsMeasured: busy.snapshots.length,
      snapshotP99QuietMs: round(p99(quiet.snapshots)),
      snapshotP99BusyMs: round(p99(busy.snapshots)),
      snapshotRatio: round(ratios.snapshot),
      singlesMeasured: busy.singles.length,
      singleP99QuietMs: round(p99(quiet.singles)),
      singleP50BusyMs: round(quantile(busy.singles, 0.5)),
      singleP99BusyMs: round(p99(busy.singles)),
      singleLongestBusyMs: round(Math.max(...busy.singles)),
      singleRatio: round(ratios.single),
      ratioGoal: GOAL,
      loopHeldQuietMs: round(quiet.heldMs),
      loopHeldBusyMs: round(busy.heldMs),
      loopHeldGoalMs: LOOP_GOAL,
      memoryGrowthMb: peakMb,
      memoryGoalMb: Math.round(MEMORY_GOAL_MB),
      controlLoopHeldMs: round(control),
    },
    passed:
      ratios.snapshot <= GOAL &&
      ratios.single <= GOAL &&
      busy.heldMs <= Math.max(LOOP_GOAL, quiet.heldMs) &&
      peakMb <= MEMORY_GOAL_MB,
    control: { broken: "the loop held for 200 ms", failed: control > LOOP_GOAL },
  };
}

const p99 = (values: readonly number[]): number => quantile(values, 0.99);

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

interface Beside {
  readonly ms: number;
  readonly snapshots: number[];
  readonly singles: number[];
  /** The longest time for which the event loop did not turn. */
  readonly heldMs: number;
}

async function beside(
  { leader, source }: Readonly<Record<"leader" | "source", Asker>>,
  work: () => Promise<unknown>,
): Promise<Beside> {
  const delay = watchLoop();
  const started = performance.now();
  leader.begin();
  source.begin();
  await work();
  const ms = performance.now() - started;
  const [snapshots, singles] = await Promise.all([leader.end(), source.end()]);
  return { ms, snapshots, singles, heldMs: delay() };
}

/** Tells the longest time for which the event loop did not turn since. */
function watchLoop(): () => number {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  return () => {
    delay.disable();
    return delay.max / 1e6;
  };
}

/** Looks at the memory of the process ten times a second; tells by how many MB it grew at most. */
function watchMemory(): () => number {
  const before = process.memoryUsage().rss;
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 100);
  return () => {
    clearInterval(timer);
    return Math.round((peak - before) / 1e6);
  };
}

async function holdLoop(): Promise<number> {
  const held = watchLoop();
  await wait(20);
  const end = performance.now() + 200;
  while (performance.now() < end);
  await wait(20);
  return held();
}
