import { Receipt } from "@bochiso/shared/submission";
import { launchProductionServer } from "../production-server.ts";
import { type Batch, underKey } from "./batch.ts";
import { createBatchSource } from "./batch-source.ts";
import { createChance } from "./chance.ts";
import { type CuttingProxy, startCuttingProxy } from "./cutting-proxy.ts";
import type { FaultWorld } from "./fault-world.ts";
import { Ledger } from "./ledger.ts";
import { exchange, runSender, Whereabouts } from "./sender.ts";

export interface LinePlan {
  readonly world: FaultWorld;
  readonly entry: string;
  readonly senders: number;
  /** Sending again after a lost answer, so many times in all. */
  readonly retries: number;
  readonly seed: number;
  /** What a careless sender does: a fresh idempotency key for every try. */
  readonly freshKeys?: boolean;
  readonly log?: (message: string) => void;
}

/** Share of lost answers after which a sender asks first. */
const SHARE_ASKING = 0.25;

/** Senders push over a line that breaks at random bytes, and send again or ask until they know. */
export async function pushOverBrokenLine(plan: LinePlan): Promise<{ ledger: Ledger; cuts: CuttingProxy["cuts"] }> {
  const { world, entry, senders, retries, seed, log = () => undefined } = plan;
  const chance = createChance(seed);
  const ledger = new Ledger();
  const where = new Whereabouts();
  const server = launchProductionServer({ dataDir: world.dataDir, demo: "0", entry });
  const url = await server.address;
  const proxy = await startCuttingProxy(url, chance.fork());
  try {
    where.set(proxy.url);
    const again = (batch: Batch, attempt: number): Batch => {
      if (ledger.retries >= retries) where.finish();
      if (ledger.retries % 1_000 === 0)
        log(`${ledger.retries} of ${retries} retries, ${ledger.promised.length} batches`);
      return plan.freshKeys === true ? underKey(batch, `${batch.idempotencyKey}.${attempt}`) : batch;
    };
    const asking = chance.fork();
    const ask = (batch: Batch): Promise<string | null> =>
      plan.freshKeys !== true && asking.is(SHARE_ASKING) ? askFor(url, batch) : Promise.resolve(null);
    await Promise.all(
      Array.from({ length: senders }, (_, sender) => {
        const source = createBatchSource({ sender, keys: world.keys, chance: chance.fork() });
        return runSender(source, ledger, where, { again, ask });
      }),
    );
    return { ledger, cuts: proxy.cuts };
  } finally {
    await proxy.close();
    await server.stop();
  }
}

/** `GET /api/v1/submissions?idempotencyKey=`: the receipt, or null where there is none. */
async function askFor(url: string, { idempotencyKey, headers }: Batch): Promise<string | null> {
  const address = new URL("/api/v1/submissions", url);
  address.searchParams.set("idempotencyKey", idempotencyKey);
  const answer = await exchange(address, { method: "GET", headers: { authorization: headers["authorization"] ?? "" } });
  if (answer?.status === 404) return null;
  if (answer?.status !== 200) throw new Error(`asking for a receipt was answered ${answer?.status} ${answer?.text}`);
  const told: unknown = JSON.parse(answer.text);
  const receipt = typeof told === "object" && told !== null && "receipt" in told ? told.receipt : null;
  return JSON.stringify(Receipt.parse(receipt));
}
