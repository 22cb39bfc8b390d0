import { launchProductionServer } from "../production-server.ts";
import { createBatchSource } from "./batch-source.ts";
import { createChance } from "./chance.ts";
import type { ChangeReader } from "./change-reader.ts";
import type { FaultWorld } from "./fault-world.ts";
import { Ledger } from "./ledger.ts";
import { runSender, Whereabouts } from "./sender.ts";

const SENDERS = 4;

/** Senders push until so many batches are acknowledged while a reader follows; the reader ends when it has seen all. */
export async function pushWhileRead(options: {
  readonly world: FaultWorld;
  readonly entry: string;
  readonly reader: ChangeReader;
  readonly acknowledgements: number;
  readonly seed: number;
}): Promise<void> {
  const { world, entry, reader, acknowledgements, seed } = options;
  const chance = createChance(seed);
  const ledger = new Ledger();
  const where = new Whereabouts();
  const server = launchProductionServer({ dataDir: world.dataDir, demo: "0", entry });
  try {
    where.set(await server.address);
    let isAllSent = false;
    const reading = reader.follow(where, () => isAllSent);
    const sending = Array.from({ length: SENDERS }, (_, sender) =>
      runSender(createBatchSource({ sender, keys: world.keys, chance: chance.fork() }), ledger, where),
    );
    await ledger.further(acknowledgements);
    where.finish();
    await Promise.all(sending);
    isAllSent = true;
    await reading;
  } finally {
    where.abandon();
    await server.kill();
  }
}
