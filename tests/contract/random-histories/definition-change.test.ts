import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PostgresCluster, startPostgres } from "../../support/postgres-cluster.ts";
import { changePlan } from "./changed-definitions.ts";
import { checkChange } from "./check-change.ts";
import { history } from "./history.ts";
import { openReplica, type Replica } from "./replica.ts";

const ON_SQLITE = 60;
const ON_POSTGRES = 15;
/** Histories that a change without maintenance must not survive. */
const CONTROL = 40;

describe("a change of definitions in the middle of a history", () => {
  let cluster: PostgresCluster;
  let sqlite: Replica;
  let postgres: Replica;
  beforeAll(async () => {
    cluster = await startPostgres({ durability: "fast" });
    sqlite = await openReplica();
    postgres = await openReplica({ databaseUrl: await cluster.createDatabase("changes") });
  });
  afterAll(async () => {
    await Promise.all([sqlite.close(), postgres.close()]);
    await cluster.stop();
  });

  const holds = (replica: Replica, numRuns: number, seed: number): Promise<void> =>
    fc.assert(
      fc.asyncProperty(history, changePlan, async (steps, plan) => {
        expect((await checkChange(replica, { history: steps, plan })).differences).toEqual([]);
      }),
      { numRuns, seed },
    );

  it(
    "leaves the old figures until the switch and the new ones after it, on SQLite",
    () => holds(sqlite, ON_SQLITE, 7),
    240_000,
  );

  it("does so on PostgreSQL", () => holds(postgres, ON_POSTGRES, 8), 240_000);

  it("would not without maintaining what is staged", async () => {
    const found = fc.sample(fc.tuple(history, changePlan), { numRuns: CONTROL, seed: 3 });
    let differences: readonly string[] = [];
    for (const [steps, plan] of found) {
      differences = (await checkChange(sqlite, { history: steps, plan, unseen: true })).differences;
      if (differences.length > 0) break;
    }
    expect(differences).not.toEqual([]);
  }, 240_000);
});
