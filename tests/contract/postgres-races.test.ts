import { openPostgresStore, type Store, type WriteTx } from "@bochiso/db/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SMALL_COUNTRY } from "../../shared/src/aggregation/testing/index.ts";
import { anIndicator } from "../support/calculation/an-indicator.ts";
import { createPush, type PushRows } from "../support/calculation/push-rows.ts";
import { saveCatalogue, type TestCatalogue } from "../support/calculation/save-catalogue.ts";
import { type PostgresCluster, startPostgres } from "../support/postgres-cluster.ts";

const ROUNDS = 40;
const none = { area: "none", time: "none" } as const;

/** Two operands of a ratio and two of a product, each from a source system of its own. */
const CATALOGUE: TestCatalogue = {
  areas: SMALL_COUNTRY.filter(({ simulated }) => !simulated),
  definitions: [
    anIndicator("r.above"),
    anIndicator("r.below"),
    anIndicator("r.ratio", { formula: "r.above / r.below", aggregation: { area: "recompute", time: "none" } }),
    anIndicator("p.factor", { periodType: "static", aggregation: none }),
    anIndicator("p.value", { aggregation: none }),
    anIndicator("p.product", { formula: "p.value * p.factor", aggregation: none }),
  ],
  feedOf: (indicator) => (["r.above", "p.factor"].includes(indicator) ? "feed.one" : "feed.two"),
};

let cluster: PostgresCluster;
let databases = 0;
beforeAll(async () => {
  cluster = await startPostgres({ durability: "fast" });
});
afterAll(() => cluster.stop());

/** Two servers on one database: pools, caches and connections of their own. */
interface TwoServers {
  readonly one: Store;
  readonly two: Store;
  close(): Promise<void>;
}

async function twoServers(): Promise<TwoServers> {
  databases += 1;
  const databaseUrl = await cluster.createDatabase(`races_${databases}`);
  const one = await openPostgresStore({ databaseUrl, allowUnsafe: true, poolSize: 4 });
  const two = await openPostgresStore({ databaseUrl, allowUnsafe: true, poolSize: 4 });
  await saveCatalogue(one, CATALOGUE);
  return {
    one,
    two,
    close: async () => {
      await Promise.all([one.close(), two.close()]);
    },
  };
}

function pushes(one: Store, two: Store, keyPrefix = "first"): readonly [PushRows, PushRows] {
  return [createPush(one, { feed: "feed.one", keyPrefix }), createPush(two, { feed: "feed.two", keyPrefix })];
}

const row = (indicator: string, area: string, period: string, value: number) => {
  return { indicator, area, period, value, status: "E" };
};

/** Periods without a value so far: ten years of months. */
const monthOf = (round: number): string =>
  `${2010 + Math.floor(round / 12)}-${String((round % 12) + 1).padStart(2, "0")}`;

async function storedValue(store: Store, indicator: string, area: string, ordinal: number): Promise<number | null> {
  const { series, rows } = await store.read(async (tx) => ({
    series: await tx.db.select().from(tx.schema.series),
    rows: await tx.db.select().from(tx.schema.observation),
  }));
  const own = series.find((it) => it.indicator === indicator && it.area === area && it.origin === "computed");
  return rows.find((it) => it.seriesId === own?.id && it.ordinal === ordinal)?.value ?? null;
}

const ordinalOf = (round: number): number => 2010 * 12 + round;

describe("two servers push at the same instant", () => {
  it("both operands of a ratio that had none: the ratio is theirs", async () => {
    const { one, two, close } = await twoServers();
    try {
      const [above, below] = pushes(one, two);
      for (let round = 0; round < ROUNDS; round += 1) {
        await Promise.all([
          above([row("r.above", "vn63:10", monthOf(round), 7 + round)]),
          below([row("r.below", "vn63:10", monthOf(round), 3 + round)]),
        ]);
        expect(await storedValue(one, "r.ratio", "vn63:10", ordinalOf(round))).toBe((7 + round) / (3 + round));
      }
    } finally {
      await close();
    }
  }, 120_000);

  it("both operands of a ratio again and again: never an old numerator over a new denominator", async () => {
    const { one, two, close } = await twoServers();
    try {
      const [above, below] = pushes(one, two);
      for (let round = 1; round <= ROUNDS; round += 1) {
        await Promise.all([
          above([row("r.above", "vn63:11", monthOf(0), round)]),
          below([row("r.below", "vn63:11", monthOf(0), 100 + round)]),
        ]);
        expect(await storedValue(two, "r.ratio", "vn63:11", ordinalOf(0))).toBe(round / (100 + round));
      }
    } finally {
      await close();
    }
  }, 120_000);

  it("a constant and the first value of a month, planned before either is stored: the product has the new constant", async () => {
    const { one, two, close } = await twoServers();
    try {
      expect(await interleaved(one, two)).toBe(5 * 30);
    } finally {
      await close();
    }
  });

  it("without the lock on commits the same interleaving leaves the old constant in the product", async () => {
    const { one, two, close } = await twoServers();
    try {
      expect(await interleaved(withoutCommitLock(one), withoutCommitLock(two), heldAfterPlanning)).toBe(5 * 20);
    } finally {
      await close();
    }
  });
});

/**
 * A constant changes from 20 to 30 while the value 5 of a new month arrives. Both are prepared before either is written;
 * the value is written first, by the constant it finds. Gives the product that is left.
 */
async function interleaved(one: Store, two: Store, held = heldAtWrite): Promise<number | null> {
  const [factor, value] = pushes(one, two);
  await factor([row("p.factor", "vn63:12", "2010-01-01", 20)]);
  await value([row("p.value", "vn63:12", monthOf(0), 1)]);
  const [planned, bothPlanned] = barrier(2);
  const valueWritten = Promise.withResolvers<void>();
  const [late] = pushes(
    held(one, async () => {
      planned();
      await bothPlanned;
      await valueWritten.promise;
    }),
    two,
    "second",
  );
  const [, early] = pushes(
    one,
    held(two, async () => {
      planned();
      await bothPlanned;
    }),
    "second",
  );
  await Promise.all([
    late([row("p.factor", "vn63:12", "2010-01-01", 30)]),
    early([row("p.value", "vn63:12", monthOf(1), 5)]).then(() => valueWritten.resolve()),
  ]);
  return storedValue(one, "p.product", "vn63:12", ordinalOf(1));
}

/** Something to call so many times, and what is kept once it was. */
function barrier(count: number): readonly [() => void, Promise<void>] {
  const opened = Promise.withResolvers<void>();
  let arrived = 0;
  const arrive = (): void => {
    arrived += 1;
    if (arrived === count) opened.resolve();
  };
  return [arrive, opened.promise];
}

/** A store whose writes begin only when `held` lets them: what was planned outside is old by then. */
function heldAtWrite(store: Store, held: () => Promise<void>): Store {
  return {
    ...store,
    write: async (work, options) => {
      await held();
      return store.write(work, options);
    },
  };
}

/** A store whose writes stop before they lock what they planned: without the lock on commits another one can commit meanwhile. */
function heldAfterPlanning(store: Store, held: () => Promise<void>): Store {
  const series = async (tx: WriteTx, ids: readonly number[]): Promise<void> => {
    await held();
    return tx.locks.series(ids);
  };
  return {
    ...store,
    write: (work, options) =>
      store.write((tx) => work({ ...tx, locks: { ...tx.locks, series: (ids) => series(tx, ids) } }), options),
  };
}

/** A store that leaves the lock on commits out and says that nobody else wrote. */
function withoutCommitLock(store: Store): Store {
  return {
    ...store,
    write: (work, options) =>
      store.write((tx) => work({ ...tx, locks: { ...tx.locks, commits: () => Promise.resolve(false) } }), options),
  };
}
