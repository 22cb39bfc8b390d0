import { listDefinitionChanges, rebase } from "@bochiso/db/repositories/definition-changes";
import { readMeta, writeMeta } from "@bochiso/db/repositories/meta";
import type { Store } from "@bochiso/db/store";
import { openPostgresStore, openSqliteStore } from "@bochiso/db/store";
import { openTestStore } from "@bochiso/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCatalogueCache } from "../../server/src/catalogue/catalogue-cache.ts";
import { createRecomputeAll } from "../../server/src/compute/recompute-all.ts";
import { METHOD } from "../../server/src/compute/rules-fingerprint.ts";
import { advanceDefinitionChanges } from "../../server/src/definitions/advance-definition-changes.ts";
import { changeContract, contractOf } from "../../server/src/feeds/change-contract.ts";
import { fixedClock } from "../../server/src/platform/clock.ts";
import { SMALL_COUNTRY } from "../../shared/src/aggregation/testing/index.ts";
import { anIndicator } from "../support/calculation/an-indicator.ts";
import { createDefinitionChanges } from "../support/calculation/change-definitions.ts";
import { createPush, type PushRows } from "../support/calculation/push-rows.ts";
import { saveCatalogue, TEST_FEED } from "../support/calculation/save-catalogue.ts";
import { type PostgresCluster, startPostgres } from "../support/postgres-cluster.ts";

const NONE = { area: "none", time: "none" } as const;
const WORLD = {
  definitions: [
    anIndicator("t.a", { aggregation: NONE }),
    anIndicator("t.b", { aggregation: NONE }),
    anIndicator("d.sum", { formula: "t.a + t.b", aggregation: NONE }),
    anIndicator("d.twice", { formula: "d.sum * 2", aggregation: NONE }),
    anIndicator("d.apart", { formula: "t.b * 3", aggregation: NONE }),
  ],
  areas: SMALL_COUNTRY.filter(({ simulated }) => !simulated),
};
const PROVINCE = "34";
const TURNED = { code: "d.sum", formula: "t.a - t.b" };

const months = Array.from({ length: 12 }, (_, at) => `2025-${String(at + 1).padStart(2, "0")}`);
const rows = (a: number, b: number, periods = months) =>
  periods.flatMap((period) => [
    { indicator: "t.a", area: PROVINCE, period, value: a, status: "P" },
    { indicator: "t.b", area: PROVINCE, period, value: b, status: "P" },
  ]);

/** Values in force of a computed indicator, month by month. */
async function inForce(store: Store, indicator: string): Promise<(number | null)[]> {
  const found = await store.read(async (tx) => ({
    series: await tx.db.select().from(tx.schema.series),
    cells: await tx.db.select().from(tx.schema.observation),
  }));
  const own = found.series.find(
    (it) => it.indicator === indicator && it.area === PROVINCE && it.origin === "computed" && it.breakdownKey === "",
  );
  const cells = found.cells.filter((it) => it.seriesId === own?.id).sort((a, b) => a.ordinal - b.ordinal);
  return cells.map(({ value }) => value);
}

const all = (value: number | null): (number | null)[] => months.map(() => value);

describe.each(["sqlite", "postgres"] as const)("a change of definitions on %s", (dialect) => {
  let cluster: PostgresCluster | undefined;
  let databases = 0;
  beforeAll(async () => {
    if (dialect === "postgres") cluster = await startPostgres({ durability: "fast" });
  });
  afterAll(() => cluster?.stop());

  async function opened() {
    databases += 1;
    const databaseUrl = await cluster?.createDatabase(`change_${databases}`);
    const { store, location, close } = await openTestStore(databaseUrl === undefined ? {} : { databaseUrl });
    await saveCatalogue(store, WORLD);
    const push: PushRows = createPush(store);
    expect((await push(rows(10, 1))).kind).toBe("stored");
    return { store, location, close, push };
  }

  it("goes on where it was cut off, in another process", async () => {
    const { store, location, close, push } = await opened();
    const limits = { cells: 5, reads: 500 };
    const changes = createDefinitionChanges(store, { limits });
    await changes.stage([TURNED]);
    for (let steps = 0; steps < 3; steps += 1) expect(await changes.advance()).toBe("further");
    const [before] = await changes.list();
    expect([before?.state, before?.doneCells]).toEqual(["computing", 10]);
    await push(rows(20, 1, months.slice(0, 2)));
    await store.close();
    const again =
      dialect === "sqlite"
        ? await openSqliteStore({ databaseFile: location })
        : await openPostgresStore({ databaseUrl: location, allowUnsafe: true });
    const resumed = createDefinitionChanges(again, { limits });
    const [stored] = await resumed.list();
    expect([stored?.state, stored?.doneCells]).toEqual(["computing", 10]);
    await resumed.finish();
    expect((await resumed.list()).map(({ state, doneCells, ofCells }) => [state, doneCells, ofCells])).toEqual([
      ["in-force", 24, 24],
    ]);
    expect(await inForce(again, "d.twice")).toEqual([38, 38, ...all(18).slice(2)]);
    await again.close();
    if (dialect === "sqlite") await close().catch(() => undefined);
  });

  it("goes on beside a contract that changes, whose feeds alone are read anew", async () => {
    const { store, close, push } = await opened();
    const changes = createDefinitionChanges(store, { limits: { cells: 5, reads: 500 } });
    await changes.stage([TURNED]);
    for (let steps = 0; steps < 3; steps += 1) await changes.advance();
    const cache = createCatalogueCache();
    const before = await store.read((tx) => cache.current(tx));
    const feed = before.feeds.get(TEST_FEED);
    if (feed === undefined) throw new Error("the world has its feed");
    const contract = { ...contractOf(feed), heartbeatMinutes: 30 };
    const asked = { feed: TEST_FEED, contract, reason: "kiểm thử", at: "2027-01-01T00:00:00.000Z", actor: "test" };
    await changeContract({ store }, { ...asked, seen: contractOf(feed) });
    const after = await store.read((tx) => cache.current(tx));
    expect(after.feeds.get(TEST_FEED)?.heartbeatMinutes).toBe(30);
    expect([after.version === before.version, after.graph === before.graph]).toEqual([false, true]);
    await push(rows(20, 1, months.slice(0, 2)));
    expect((await changes.list()).map(({ state, doneCells }) => [state, doneCells])).toEqual([["computing", 10]]);
    expect(await changes.advance()).toBe("further");
    expect((await changes.list()).map(({ doneCells }) => doneCells)).toEqual([12]);
    await changes.finish();
    expect(await inForce(store, "d.twice")).toEqual([38, 38, ...all(18).slice(2)]);
    await close();
  });

  it("leaves nothing of a step that fails half way", async () => {
    const { store, close } = await opened();
    const changes = createDefinitionChanges(store, { limits: { cells: 5, reads: 500 } });
    await changes.stage([TURNED]);
    await changes.advance();
    const failing: Store = {
      ...store,
      write: (work, options) =>
        store.write(async (tx) => {
          await work(tx);
          throw new Error("cut off");
        }, options),
    };
    const deps = { store: failing, catalogue: createCatalogueCache(), clock: fixedClock("2027-01-01T00:00:00Z") };
    await expect(advanceDefinitionChanges(deps)).rejects.toThrow("cut off");
    expect((await changes.list()).map(({ doneCells }) => doneCells)).toEqual([0]);
    await changes.finish();
    expect(await inForce(store, "d.sum")).toEqual(all(9));
    await close();
  });

  it("waits for the beginning of its day in Viet Nam, and maintains both until then", async () => {
    const { store, close, push } = await opened();
    const evening = createDefinitionChanges(store, { clock: fixedClock("2026-12-31T16:59:59Z") });
    await evening.stage([TURNED], "2027-01-01");
    await evening.finish();
    expect((await evening.list()).map(({ state }) => state)).toEqual(["ready"]);
    await push(rows(50, 5, ["2025-12"]));
    expect((await inForce(store, "d.sum")).at(-1)).toBe(55);
    const midnight = createDefinitionChanges(store, { clock: fixedClock("2026-12-31T17:00:00Z") });
    await midnight.finish();
    expect((await inForce(store, "d.sum")).at(-1)).toBe(45);
    expect((await inForce(store, "d.twice")).at(-1)).toBe(90);
    await close();
  });

  it("revises only what differs", async () => {
    const { store, close } = await opened();
    const changes = createDefinitionChanges(store);
    const before = await store.read((tx) => tx.db.select().from(tx.schema.observationRevision));
    await changes.stage([{ code: "d.sum", formula: "t.b + t.a" }]);
    await changes.finish();
    expect((await changes.list()).map(({ state }) => state)).toEqual(["in-force"]);
    expect(await store.read((tx) => tx.db.select().from(tx.schema.observationRevision))).toEqual(before);
    await close();
  });

  it("is refused beside one that reaches the same indicators, and goes on beside one that does not", async () => {
    const { store, close } = await opened();
    const changes = createDefinitionChanges(store);
    await changes.stage([TURNED], "2030-01-01");
    const codesOf = async (edit: { code: string; formula: string }) => {
      const staged = await changes.stage([edit]);
      return staged.kind === "refused" ? staged.problems.map(({ code }) => code) : staged.kind;
    };
    expect(await codesOf({ code: "d.twice", formula: "d.sum * 4" })).toEqual(["change-overlaps"]);
    expect(await codesOf({ code: "d.apart", formula: "d.sum * 4" })).toEqual(["change-overlaps"]);
    expect(await codesOf({ code: "d.apart", formula: "t.b * 4" })).toBe("staged");
    await changes.finish();
    expect((await changes.list()).map(({ state }) => state)).toEqual(["ready", "in-force"]);
    expect([await inForce(store, "d.apart"), await inForce(store, "d.sum")]).toEqual([all(4), all(11)]);
    const later = createDefinitionChanges(store, { clock: fixedClock("2030-01-01T00:00:00Z") });
    await later.finish();
    expect([await inForce(store, "d.sum"), await inForce(store, "d.twice")]).toEqual([all(9), all(18)]);
    await close();
  });

  it("cancelled, leaves nothing but the record that it was there", async () => {
    const { store, close } = await opened();
    const changes = createDefinitionChanges(store);
    const staged = await changes.stage([TURNED], "2030-01-01");
    await changes.finish();
    if (staged.kind === "staged") await changes.cancel(staged.id);
    await changes.finish();
    const left = await store.read(async (tx) => [
      ...(await tx.db.select().from(tx.schema.stagedSeries)),
      ...(await tx.db.select().from(tx.schema.stagedCell)),
    ]);
    expect(left).toEqual([]);
    expect((await changes.list()).map(({ state, holdsCells }) => [state, holdsCells])).toEqual([["cancelled", false]]);
    expect(await inForce(store, "d.sum")).toEqual(all(11));
    await close();
  });

  it("a push prepared before the switch and stored after it is computed by what is in force then", async () => {
    const { store, close } = await opened();
    const changes = createDefinitionChanges(store);
    await changes.stage([TURNED], "2027-01-01");
    while ((await changes.list())[0]?.state === "computing") await changes.advance();
    // The pipeline has read its catalogue and is about to store; exactly then the definitions change.
    let isSwitched = false;
    const late: Store = {
      ...store,
      write: async (work, options) => {
        if (!isSwitched) {
          isSwitched = true;
          await changes.finish();
        }
        return store.write(work, options);
      },
    };
    expect((await createPush(late, { keyPrefix: "late" })(rows(30, 2))).kind).toBe("stored");
    expect(await inForce(store, "d.sum")).toEqual(all(28));
    await close();
  });

  /** As if a server of another release had computed the change: its mark in place of this one's. */
  async function computedBy(store: Store, method: number): Promise<void> {
    await store.write(async (tx) => {
      for (const { id, baseVersion } of await listDefinitionChanges(tx, ["computing", "ready"]))
        await rebase(tx, [id], baseVersion.replace(/^m\d+ /, `m${method} `));
    });
  }

  it("computed by a server of a newer release is left to it, and started anew there after a push through this one", async () => {
    const { store, close, push } = await opened();
    const changes = createDefinitionChanges(store);
    await changes.stage([TURNED], "2027-01-01");
    while ((await changes.list())[0]?.state === "computing") await changes.advance();
    await computedBy(store, METHOD + 1);
    expect(await changes.advance()).toBe("held");
    await push(rows(20, 1));
    const [told] = await changes.list();
    expect([told?.state, told?.baseVersion]).toEqual(["ready", `m${METHOD + 1} stale`]);
    expect(await changes.advance()).toBe("held");
    expect(await inForce(store, "d.sum")).toEqual(all(21));
    await close();
  });

  it("computed by a server of an older release starts anew here, whatever that one stored meanwhile", async () => {
    const { store, close, push } = await opened();
    const changes = createDefinitionChanges(store);
    await changes.stage([TURNED], "2027-01-01");
    while ((await changes.list())[0]?.state === "computing") await changes.advance();
    await computedBy(store, METHOD - 1);
    await push(rows(20, 1));
    expect((await changes.list())[0]?.baseVersion).toBe(`m${METHOD} stale`);
    await changes.finish();
    expect((await changes.list()).map(({ state }) => state)).toEqual(["in-force"]);
    expect([await inForce(store, "d.sum"), await inForce(store, "d.twice")]).toEqual([all(19), all(38)]);
    await close();
  });

  it("leaves cells that a newer release computed alone, and marks what it stores beside them as older", async () => {
    const { store, close, push } = await opened();
    const rules = () => store.read((tx) => readMeta(tx, "computedRules"));
    await store.write((tx) => writeMeta(tx, "computedRules", `m${METHOD + 1} ${"0".repeat(64)}`));
    const step = createRecomputeAll({
      store,
      catalogue: createCatalogueCache(),
      clock: fixedClock("2027-01-01T00:00:00Z"),
    });
    expect(await step()).toMatchObject({ done: true, heldBy: METHOD + 1, cells: 0 });
    await push(rows(30, 1));
    expect(await rules()).toBe(`m${METHOD + 1} mixed`);
    await close();
  });
});
