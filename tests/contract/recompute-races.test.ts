import { setTimeout as wait } from "node:timers/promises";
import { lockCommits } from "@bochiso/db/repositories/commits";
import { readMeta, writeMeta } from "@bochiso/db/repositories/meta";
import { openPostgresStore } from "@bochiso/db/store";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createCatalogueCache } from "../../server/src/catalogue/catalogue-cache.ts";
import { createRecomputeAll } from "../../server/src/compute/recompute-all.ts";
import { markRulesComputed } from "../../server/src/compute/rules-fingerprint.ts";
import { SMALL_COUNTRY } from "../../shared/src/aggregation/testing/index.ts";
import { anIndicator } from "../support/calculation/an-indicator.ts";
import { createPush } from "../support/calculation/push-rows.ts";
import { saveCatalogue, type TestCatalogue } from "../support/calculation/save-catalogue.ts";
import { type PostgresCluster, startPostgres } from "../support/postgres-cluster.ts";

const none = { area: "none", time: "none" } as const;
const CATALOGUE: TestCatalogue = {
  areas: SMALL_COUNTRY.filter(({ simulated }) => !simulated),
  definitions: [
    anIndicator("a.value", { aggregation: none }),
    anIndicator("a.double", { formula: "a.value * 2", aggregation: none }),
  ],
};
const clock = { now: () => new Date("2027-02-01T00:00:00.000Z") };

let cluster: PostgresCluster;
beforeAll(async () => {
  cluster = await startPostgres({ durability: "fast" });
});
afterAll(() => cluster.stop());

it("a step that waited while another server finished the work finds nothing left, and does not undo its mark", async () => {
  const databaseUrl = await cluster.createDatabase("recompute_races");
  const one = await openPostgresStore({ databaseUrl, allowUnsafe: true, poolSize: 4 });
  const two = await openPostgresStore({ databaseUrl, allowUnsafe: true, poolSize: 4 });
  try {
    await saveCatalogue(one, CATALOGUE);
    await createPush(one)([{ indicator: "a.value", area: "31", period: "2026-01", value: 5, status: "E" }]);
    await one.write((tx) => writeMeta(tx, "computedRules", "other"));
    const cache = createCatalogueCache();
    const locked = Promise.withResolvers<void>();
    const finishing = one.write(async (tx) => {
      await lockCommits(tx);
      locked.resolve();
      await wait(500);
      await markRulesComputed(tx, await cache.current(tx));
    });
    await locked.promise;
    const late = createRecomputeAll({ store: two, catalogue: createCatalogueCache(), clock })();
    await finishing;
    expect(await late).toMatchObject({ done: true, cells: 0 });
    expect(await one.read((tx) => readMeta(tx, "computedRules"))).toMatch(/^m\d+ [0-9a-f]{64}$/);
  } finally {
    await Promise.all([one.close(), two.close()]);
  }
});
