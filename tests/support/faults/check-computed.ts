import { writeMeta } from "@bochiso/db/repositories/meta";
import type { Store } from "@bochiso/db/store";
import { createCatalogueCache } from "../../../server/src/catalogue/catalogue-cache.ts";
import { createRecomputeAll } from "../../../server/src/compute/recompute-all.ts";
import { systemClock } from "../../../server/src/platform/clock.ts";

/** What a recompute of everything found in a database that nobody else uses. */
export interface ComputedReport {
  readonly computedCells: number;
  /** Computed cells that were not what the stored inputs give. */
  readonly differing: number;
  /** Balances of trade that are not exports less imports, by this test's own arithmetic. */
  readonly wrongBalances: number;
  readonly balances: number;
}

/** Computes every computed cell anew; where the write path left one behind its inputs, it changes. */
export async function checkComputed(store: Store): Promise<ComputedReport> {
  const balances = await checkBalances(store);
  await store.write((tx) => writeMeta(tx, "computedRules", "unknown"));
  const step = createRecomputeAll({ store, catalogue: createCatalogueCache(), clock: systemClock });
  let [computedCells, differing] = [0, 0];
  for (;;) {
    const { done, cells, changed } = await step();
    computedCells += cells;
    differing += changed;
    if (done) return { computedCells, differing, ...balances };
  }
}

const TRADE = ["trade.export.value", "trade.import.value", "trade.balance"] as const;

/** In single units, where nothing is added up, the balance is one subtraction. */
async function checkBalances(store: Store): Promise<Pick<ComputedReport, "balances" | "wrongBalances">> {
  const cells = await store.read(async (tx) => {
    const { series, observation } = tx.schema;
    const named = new Map((await tx.db.select().from(series)).map((it) => [it.id, it]));
    const found = new Map<string, number>();
    for (const { seriesId, ordinal, value } of await tx.db.select().from(observation)) {
      const { indicator, area, origin } = named.get(seriesId) ?? NONE;
      const isWanted = area.startsWith("vn63:") && origin === (indicator === "trade.balance" ? "computed" : "reported");
      if (isWanted && value !== null) found.set(`${indicator}|${area}|${ordinal}`, value);
    }
    return found;
  });
  let [balances, wrongBalances] = [0, 0];
  for (const [key, exported] of cells) {
    const [indicator, ...place] = key.split("|");
    if (indicator !== TRADE[0]) continue;
    const [imported, balance] = TRADE.slice(1).map((code) => cells.get([code, ...place].join("|")));
    if (imported === undefined) continue;
    balances += 1;
    if (balance !== exported - imported) wrongBalances += 1;
  }
  return { balances, wrongBalances };
}

const NONE = { indicator: "", area: "", origin: "" };
