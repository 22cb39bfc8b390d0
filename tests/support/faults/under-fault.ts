import { setTimeout as pause } from "node:timers/promises";
import { type LaunchedServer, launchProductionServer } from "../production-server.ts";
import { createBatchSource } from "./batch-source.ts";
import { createChance } from "./chance.ts";
import { checkComputed } from "./check-computed.ts";
import { checkStore, faultsOf, type StoreReport } from "./check-store.ts";
import type { FaultWorld } from "./fault-world.ts";
import { withStore } from "./in-fault-world.ts";
import { Ledger } from "./ledger.ts";
import { exchange, runSender, Whereabouts } from "./sender.ts";

/** What goes wrong under a running server, and how it is put right. */
export interface Fault {
  /** Errors of system calls, written as names. */
  readonly variables?: Readonly<Record<string, string>>;
  inject(server: LaunchedServer): Promise<void> | void;
  /** The fault shows while it lasts: so many answers that acknowledge nothing, or acknowledgements in spite of it. */
  readonly shows: { readonly refusals: number } | { readonly acknowledgements: number };
  heal(server: LaunchedServer): Promise<void> | void;
}

export interface FaultOutcome {
  readonly report: StoreReport;
  readonly differing: number;
  readonly complaints: readonly string[];
  readonly acknowledged: number;
  /** Acknowledged after the fault was over, by the same process. */
  readonly afterwards: number;
  /** Answers while the fault lasted and after it, by status and code. */
  readonly answers: Readonly<Record<string, number>>;
  /** Status of a read during the fault. */
  readonly readDuring: number;
}

const SENDERS = 4;
const BEFORE = 12;
const AFTER = 12;
const MOST_IN_SPITE = 200;
const STEP_MS = 20;
const LIMIT_MS = 120_000;

/** Senders push; the fault comes, shows and goes; they push on. In the end everything acknowledged must be there. */
export async function underFault(
  fault: Fault,
  { world, entry, seed }: { readonly world: FaultWorld; readonly entry: string; readonly seed: number },
): Promise<FaultOutcome> {
  const chance = createChance(seed);
  const ledger = new Ledger();
  const where = new Whereabouts();
  const { variables = {} } = fault;
  const server = launchProductionServer({ dataDir: world.dataDir, demo: "0", entry, variables });
  const running = Array.from({ length: SENDERS }, (_, sender) =>
    runSender(createBatchSource({ sender, keys: world.keys, chance: chance.fork() }), ledger, where),
  );
  try {
    const url = await server.address;
    where.set(url);
    await ledger.further(BEFORE);
    await fault.inject(server);
    const since = new Map(ledger.answers);
    const { shows } = fault;
    const readDuring = await statusOfRead(url, world.keys.reader);
    const acknowledgedBefore = ledger.acknowledged.size;
    if ("acknowledgements" in shows) await ledger.further(shows.acknowledgements);
    else {
      // A server that acknowledges although it should not is left to it for a while.
      const isEnough = () => ledger.acknowledged.size - acknowledgedBefore >= MOST_IN_SPITE;
      await until(() => refusalsOf(ledger.answers) - refusalsOf(since) >= shows.refusals || isEnough());
    }
    await fault.heal(server);
    const before = ledger.acknowledged.size;
    await ledger.further(AFTER);
    where.finish();
    await Promise.all(running);
    const afterwards = ledger.acknowledged.size - before;
    await server.stop();
    const checked = await withStore(world, async (store) => ({
      report: await checkStore(store, ledger),
      differing: (await checkComputed(store)).differing,
    }));
    const { complaints, acknowledged } = ledger;
    const answers = Object.fromEntries(
      [...ledger.answers].map(([name, count]) => [name, count - (since.get(name) ?? 0)]),
    );
    return { ...checked, complaints, acknowledged: acknowledged.size, afterwards, answers, readDuring };
  } finally {
    where.abandon();
    await server.kill();
  }
}

/** Everything about an outcome that should not be. */
export function wrongOf({ report, differing, complaints, afterwards, readDuring }: FaultOutcome): number {
  return faultsOf(report) + differing + complaints.length + (afterwards === 0 ? 1 : 0) + (readDuring === 200 ? 0 : 1);
}

function refusalsOf(answers: ReadonlyMap<string, number>): number {
  return [...answers].filter(([name]) => name.startsWith("5")).reduce((sum, [, count]) => sum + count, 0);
}

async function statusOfRead(url: string, key: string): Promise<number> {
  const address = new URL("/api/v1/observations?indicator=trade.export.value&limit=10", url);
  const answer = await exchange(address, { method: "GET", headers: { authorization: `Bearer ${key}` } });
  return answer?.status ?? 0;
}

async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; !isSo(); waited += STEP_MS) {
    if (waited > LIMIT_MS) throw new Error("the fault did not show");
    await pause(STEP_MS);
  }
}
