import { execFileSync } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { launchProductionServer } from "../production-server.ts";
import { createBatchSource, SINGLE_ROWS } from "./batch-source.ts";
import { createChance } from "./chance.ts";
import { checkComputed } from "./check-computed.ts";
import { checkStore, type StoreReport } from "./check-store.ts";
import { type FaultWorld, faultWorld } from "./fault-world.ts";
import { withStore } from "./in-fault-world.ts";
import { Ledger } from "./ledger.ts";
import { createLoopDisk, type LoopDisk } from "./loop-disk.ts";
import { runSender, Whereabouts } from "./sender.ts";

export interface CutPlan {
  readonly entry: string;
  /** The last cut comes when so many submissions are acknowledged, each stamped before the cut of its round. */
  readonly acknowledgements: number;
  /** Most acknowledgements between two cuts. */
  readonly between: number;
  readonly seed: number;
  readonly log?: (message: string) => void;
}

export interface CutOutcome {
  readonly cuts: number;
  readonly ledger: Ledger;
  readonly report: StoreReport;
  readonly differing: number;
}

/** Provinces send single rows of their own: what is proved is the flush of every commit, not its computation. */
const SENDERS = [1, 3, 5, 7, 9, 11, 13, 15];
const LONGEST_WHILE_MS = 20;

/** Senders push while the power of the disk under their server is cut again and again. */
export async function powerCuts(plan: CutPlan): Promise<CutOutcome> {
  const disk = createLoopDisk();
  try {
    disk.mount();
    const world = await faultWorld(disk.folder);
    // What was there before the first cut was written long ago.
    execFileSync("sync", ["-f", disk.folder]);
    const { ledger, cuts } = await cutRounds(disk, world, plan);
    disk.mount();
    const found = await withStore(world, async (store) => ({
      report: await checkStore(store, ledger),
      differing: (await checkComputed(store)).differing,
    }));
    return { cuts, ledger, ...found };
  } finally {
    disk.remove();
  }
}

async function cutRounds(
  disk: LoopDisk,
  world: FaultWorld,
  { entry, acknowledgements, between, seed, log = () => undefined }: CutPlan,
): Promise<{ ledger: Ledger; cuts: number }> {
  const chance = createChance(seed);
  const ledger = new Ledger();
  const where = new Whereabouts();
  let isPowered = true;
  // Answers that are read after the stamp do not count, whenever they were sent.
  const habits = { counts: () => isPowered };
  const running = SENDERS.map((sender) => {
    const source = createBatchSource({ sender, keys: world.keys, chance: chance.fork(), sizes: SINGLE_ROWS });
    return runSender(source, ledger, where, habits);
  });
  let cuts = 0;
  try {
    while (ledger.acknowledged.size < acknowledgements) {
      const server = launchProductionServer({ dataDir: world.dataDir, demo: "0", entry });
      try {
        where.set(await server.address);
        isPowered = true;
        await ledger.further(1 + chance.below(between));
        await pause(chance.below(LONGEST_WHILE_MS));
        await disk.cut(() => {
          isPowered = false;
          where.set(null);
        });
        cuts += 1;
      } finally {
        await server.kill();
      }
      disk.unmount();
      log(`${cuts} cuts, ${ledger.acknowledged.size} of ${acknowledgements} acknowledgements`);
      if (ledger.acknowledged.size < acknowledgements) disk.mount();
    }
  } finally {
    where.abandon();
  }
  await Promise.all(running);
  return { ledger, cuts };
}
