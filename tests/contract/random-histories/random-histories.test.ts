import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PostgresCluster, startPostgres } from "../../support/postgres-cluster.ts";
import { type BreakEdge, withBrokenIndex, withoutOneEdge, withoutOneStep } from "./broken-index.ts";
import { checkHistory } from "./check-history.ts";
import { history } from "./history.ts";
import { openReplica, type Replica } from "./replica.ts";

/** The full number is `pnpm proof random-histories`. */
const ON_SQLITE = 60;
const ON_BOTH = 20;
/** Histories that a broken index must not survive. */
const CONTROL = 30;

describe("what the writes keep up equals everything computed from scratch", () => {
  let cluster: PostgresCluster;
  let sqlite: Replica;
  let postgres: Replica;
  beforeAll(async () => {
    cluster = await startPostgres({ durability: "fast" });
    sqlite = await openReplica();
    postgres = await openReplica({ databaseUrl: await cluster.createDatabase("histories") });
  });
  afterAll(async () => {
    await Promise.all([sqlite.close(), postgres.close()]);
    await cluster.stop();
  });

  const expectEqual = (replicas: readonly Replica[], numRuns: number, seed: number): Promise<void> =>
    fc.assert(
      fc.asyncProperty(history, async (steps) => {
        expect((await checkHistory(replicas, steps)).differences).toEqual([]);
      }),
      { numRuns, seed },
    );

  it("on SQLite", () => expectEqual([sqlite], ON_SQLITE, 20_260_101), 120_000);

  it(
    "on PostgreSQL, with the same bits as on SQLite",
    () => expectEqual([sqlite, postgres], ON_BOTH, 20_260_102),
    120_000,
  );

  it.each<[string, BreakEdge]>([
    ["an edge", withoutOneEdge],
    ["a step of an edge", withoutOneStep],
  ])(
    "is told apart from a dependency index without %s",
    async (_what, breakEdge) => {
      const broken = await openReplica({ alter: (catalogue) => withBrokenIndex(catalogue, breakEdge) });
      try {
        const found = fc.sample(history, { numRuns: CONTROL, seed: 6 });
        let differences: readonly string[] = [];
        for (const steps of found) {
          differences = (await checkHistory([broken], steps)).differences;
          if (differences.length > 0) break;
        }
        expect(differences).not.toEqual([]);
      } finally {
        await broken.close();
      }
    },
    120_000,
  );
});
