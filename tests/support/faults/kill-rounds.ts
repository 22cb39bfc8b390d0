import { setTimeout as pause } from "node:timers/promises";
import { type LaunchedServer, launchProductionServer } from "../production-server.ts";
import { createBatchSource } from "./batch-source.ts";
import { type Chance, createChance } from "./chance.ts";
import type { FaultWorld } from "./fault-world.ts";
import { Ledger } from "./ledger.ts";
import { runSender, type SenderHabits, Whereabouts } from "./sender.ts";

export interface KillPlan {
  readonly world: FaultWorld;
  /** The built server. */
  readonly entry: string;
  readonly kills: number;
  readonly senders: number;
  readonly seed: number;
  readonly variables?: Readonly<Record<string, string>>;
  readonly habits?: SenderHabits;
  /** Done to a server under load, some time before it is killed. */
  readonly disturb?: (round: number) => Promise<void>;
  /** Another client beside the senders, which ends when it has seen everything. */
  readonly beside?: (where: Whereabouts, isAllSent: () => boolean) => Promise<unknown>;
  readonly log?: (message: string) => void;
}

export interface KillOutcome {
  readonly ledger: Ledger;
  readonly kills: number;
  /** Kills that came before the server answered. */
  readonly duringStart: number;
  /** Batches without an answer when their server was killed. */
  readonly unanswered: number;
}

/** Most acknowledgements in the life of a server, and the longest while after the last of them until it is killed. */
const MOST_ANSWERS = 80;
const LONGEST_WHILE_MS = 25;
const LONGEST_START_MS = 600;
const SHARE_DURING_START = 0.15;

/**
 * Senders push without a pause while their server is killed again and again at random moments, while it serves and while
 * it starts; in the end everything unanswered is sent again until it is answered, and the server is stopped.
 */
export async function killRounds(plan: KillPlan): Promise<KillOutcome> {
  const { world, kills, senders, seed, habits, log = () => undefined } = plan;
  const chance = createChance(seed);
  const ledger = new Ledger();
  const where = new Whereabouts();
  const running = Array.from({ length: senders }, (_, sender) => {
    const source = createBatchSource({ sender, keys: world.keys, chance: chance.fork() });
    return runSender(source, ledger, where, habits);
  });
  let isAllSent = false;
  const beside = plan.beside?.(where, () => isAllSent);
  let [done, duringStart, unanswered] = [0, 0, 0];
  let server: LaunchedServer | undefined;
  try {
    while (done < kills) {
      server = launch(plan);
      if (chance.is(SHARE_DURING_START)) {
        await Promise.race([pause(chance.below(LONGEST_START_MS)), server.address]);
        duringStart += 1;
      } else {
        await live(server, { where, ledger, chance });
        if (plan.disturb !== undefined) {
          await plan.disturb(done);
          await live(server, { where, ledger, chance });
        }
      }
      unanswered += ledger.sent.size - ledger.acknowledged.size;
      await server.kill();
      where.set(null);
      done += 1;
      if (done % 20 === 0) log(`${done} of ${kills} kills, ${ledger.acknowledged.size} acknowledged`);
    }
    server = launch(plan);
    where.finish();
    where.set(await server.address);
    await Promise.all(running);
    isAllSent = true;
    await beside;
    await server.stop();
  } catch (error) {
    where.abandon();
    await server?.kill();
    throw error;
  }
  return { ledger, kills: done, duringStart, unanswered };
}

function launch({ world, entry, variables }: KillPlan): LaunchedServer {
  return launchProductionServer({ dataDir: world.dataDir, demo: "0", entry, ...(variables ? { variables } : {}) });
}

/** Lives are counted in answers: a machine that is slow for a while must not make them empty. */
async function live(
  server: LaunchedServer,
  { where, ledger, chance }: { where: Whereabouts; ledger: Ledger; chance: Chance },
): Promise<void> {
  where.set(await server.address);
  await ledger.further(1 + chance.below(MOST_ANSWERS));
  await pause(chance.below(LONGEST_WHILE_MS));
}
