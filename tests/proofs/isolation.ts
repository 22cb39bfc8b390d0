import { monitorEventLoopDelay } from "node:perf_hooks";
import { LIMITS } from "../../server/src/ingestion/limits.ts";
import { type SeededServer, startSeededServer } from "../support/seeded-server.ts";
import { quantile, round } from "./kit/figures.ts";
import type { Proof, ProofContext, ProofResult } from "./kit/proof-definition.ts";
import { FORMATS, provinceMonths } from "./kit/province-months.ts";
import { pushFromThread } from "./kit/push-from-thread.ts";
import { type TimedPush, timedPush } from "./kit/timed-push.ts";

const FULL_ROWS = 100_000;
const SMALL_ROWS = 10_000;
const QUIET = 60;
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
  const sender = timedPush(server);
  const singles = singlesFrom(sender);
  await sender.push(FORMATS.json(provinceMonths(2_000, YEARS.warmUp)), "warm-up");
  await Promise.all([repeat(QUIET / 4, singles), repeat(QUIET / 4, () => snapshot(server))]);
  log("quiet");
  const quiet = await beside(server, singles, untilEnough);
  log(`while ${count} rows are taken in`);
  // Writing and sending the body is the work of another machine.
  const sendBulk = await pushFromThread(server, FORMATS.json(provinceMonths(count, YEARS.bulk)), "bulk");
  const rss = watchMemory();
  const busy = await beside(server, singles, sendBulk);
  const peakMb = rss();
  sender.close();
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

/** Long enough for as many measurements as a quantile needs. */
const untilEnough = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 6_000));

interface Beside {
  readonly ms: number;
  readonly snapshots: number[];
  readonly singles: number[];
  /** The longest time for which the event loop did not turn. */
  readonly heldMs: number;
}

async function beside(
  server: SeededServer,
  single: () => Promise<number>,
  work: () => Promise<unknown>,
): Promise<Beside> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const snapshots: number[] = [];
  const singles: number[] = [];
  let isDone = false;
  delay.enable();
  const started = performance.now();
  const working = work().finally(() => {
    isDone = true;
  });
  const reading = (async () => {
    while (!isDone) snapshots.push(await snapshot(server));
  })();
  const sending = (async () => {
    while (!isDone) singles.push(await single());
  })();
  await Promise.all([working, reading, sending]);
  delay.disable();
  return { ms: performance.now() - started, snapshots, singles, heldMs: delay.max / 1e6 };
}

async function repeat(times: number, ask: () => Promise<number>): Promise<void> {
  for (let at = 0; at < times; at += 1) await ask();
}

async function snapshot(server: SeededServer): Promise<number> {
  const input = encodeURIComponent(JSON.stringify({ scope: "cp" }));
  const started = performance.now();
  const response = await fetch(`${server.url}/trpc/overview.get?input=${input}`);
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`the snapshot was answered with ${response.status}`);
  return performance.now() - started;
}

function singlesFrom(sender: TimedPush): () => Promise<number> {
  const rows = provinceMonths(20_000, YEARS.singles).values();
  let at = 0;
  return async () => {
    at += 1;
    const row = rows.next().value;
    if (row === undefined) throw new Error("no row is left to send");
    return (await sender.push(FORMATS.json([row]), `single-${at}`)).ms;
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
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  await new Promise((resolve) => setTimeout(resolve, 20));
  const end = performance.now() + 200;
  while (performance.now() < end);
  await new Promise((resolve) => setTimeout(resolve, 20));
  delay.disable();
  return delay.max / 1e6;
}
