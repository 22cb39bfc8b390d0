import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PostgresCluster, startPostgres } from "../../support/postgres-cluster.ts";
import { changePlan, chosenEdits } from "./changed-definitions.ts";
import { checkChange } from "./check-change.ts";
import { history } from "./history.ts";
import { openReplica, type Replica } from "./replica.ts";

const ON_SQLITE = 30;
const ON_POSTGRES = 5;
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

  /** What is found wrong over random histories, each with a change in its middle. */
  async function found(replica: Replica, numRuns: number, seed: number): Promise<string[]> {
    const differences: string[] = [];
    for (const [steps, plan] of fc.sample(fc.tuple(history, changePlan), { numRuns, seed })) {
      const outcome = await checkChange(replica, { history: steps, plan });
      const told = `${JSON.stringify(chosenEdits(plan))} ${JSON.stringify(plan)} ${JSON.stringify(steps)}`;
      if (outcome.differences.length > 0) differences.push(...outcome.differences, told);
    }
    return differences;
  }

  it("leaves the old figures until the switch and the new ones after it, on SQLite", async () => {
    expect(await found(sqlite, ON_SQLITE, 7)).toEqual([]);
  }, 900_000);

  it("does so on PostgreSQL", async () => {
    expect(await found(postgres, ON_POSTGRES, 8)).toEqual([]);
  }, 900_000);

  it("would not without maintaining what is staged", async () => {
    const samples = fc.sample(fc.tuple(history, changePlan), { numRuns: CONTROL, seed: 3 });
    let differences: readonly string[] = [];
    for (const [steps, plan] of samples) {
      differences = (await checkChange(sqlite, { history: steps, plan, unseen: true })).differences;
      if (differences.length > 0) break;
    }
    expect(differences).not.toEqual([]);
  }, 240_000);
});
