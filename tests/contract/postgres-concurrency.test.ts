import { appendAudit, verifyAuditChain } from "@bochiso/db/repositories/audit";
import { headCommit } from "@bochiso/db/repositories/commits";
import { appendObservations, changesSince, readHistory, readRanges } from "@bochiso/db/repositories/observations";
import { addToOutbox, readOutbox } from "@bochiso/db/repositories/outbox";
import { lockSeries, resolveSeries } from "@bochiso/db/repositories/series";
import { openPostgresStore, type Store } from "@bochiso/db/store";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type PostgresCluster, startPostgres } from "../support/postgres-cluster.ts";
import { append, aSeries, aValue, makeSeries, minute } from "./world/builders.ts";

/** What SQLite's one writer hides: several servers writing at the same time. */
describe("several writers on PostgreSQL", () => {
  let cluster: PostgresCluster;
  let databaseUrl = "";
  let databases = 0;
  let stores: Store[] = [];

  beforeAll(async () => {
    cluster = await startPostgres();
  });
  afterAll(() => cluster.stop());
  beforeEach(async () => {
    databases += 1;
    databaseUrl = await cluster.createDatabase(`race_${databases}`);
    // Both servers start at once and migrate the same empty database.
    stores = await Promise.all([1, 2].map(() => openPostgresStore({ databaseUrl, poolSize: 8 })));
  });
  afterEach(async () => {
    await Promise.all(stores.map((store) => store.close()));
  });
  const storeOf = (n: number): Store => {
    const store = stores[n % stores.length];
    if (!store) throw new Error("No store");
    return store;
  };
  const times = <T>(count: number, each: (n: number) => Promise<T>) =>
    Promise.all(Array.from({ length: count }, (_, n) => each(n)));

  it("lose no revision of one cell, locked or not", async () => {
    const seriesId = await makeSeries(storeOf(0));
    await times(30, (n) => append(storeOf(n), [{ seriesId, ordinal: 1, ...aValue(`${n}`) }], minute(n)));
    const history = await storeOf(0).read((tx) => readHistory(tx, seriesId, 1));
    expect(history.map((row) => row.revision)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
    expect(new Set(history.map((row) => row.valueText)).size).toBe(30);
    const seqs = history.map((row) => row.commitSeq);
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
    expect(history.slice(0, -1).map((row) => row.supersededSeq)).toEqual(seqs.slice(1));
  });

  it("read under the lock what the writer before them committed", async () => {
    const seriesId = await makeSeries(storeOf(0));
    await append(storeOf(0), [{ seriesId, ordinal: 1, ...aValue("0") }]);
    await times(25, (n) =>
      storeOf(n).write(async (tx) => {
        await lockSeries(tx, [seriesId]);
        const [current] = await readRanges(tx, [{ seriesId, from: 1, to: 1 }]);
        const value = (current?.value ?? Number.NaN) + 1;
        const commit = await tx.nextCommit(minute(1));
        await appendObservations(tx, commit, [{ seriesId, ordinal: 1, value, valueText: `${value}` }]);
      }),
    );
    const [total] = await storeOf(0).read((tx) => readRanges(tx, [{ seriesId, from: 1, to: 1 }]));
    expect(total).toMatchObject({ value: 25, revision: 26 });
  });

  it("give every new series one number, whoever makes it first", async () => {
    const keys = Array.from({ length: 20 }, (_, n) => aSeries({ area: `${10 + n}` }));
    const made = await times(8, (n) =>
      storeOf(n).write((tx) => resolveSeries(tx, n % 2 === 0 ? keys : [...keys].reverse())),
    );
    for (const [n, ids] of made.entries()) expect(n % 2 === 0 ? ids : [...ids].reverse()).toEqual(made[0]);
  });

  it("show commits in the order of their numbers: whoever sees one sees all before it", async () => {
    const seen: { head: number; entries: number[] }[] = [];
    let writing = true;
    const watching = (async () => {
      while (writing) {
        seen.push(
          await storeOf(1).read(async (tx) => ({
            entries: (await readOutbox(tx, { after: { commitSeq: 0 }, limit: 1_000 })).map((entry) => entry.commitSeq),
            head: (await headCommit(tx)).seq,
          })),
        );
      }
    })();
    await times(60, (n) =>
      storeOf(n).write(async (tx) => {
        const commit = await tx.nextCommit(minute(n));
        await addToOutbox(tx, commit, [{ topic: "t", payload: { n } }]);
        await appendAudit(tx, commit, [{ actor: `${n}`, action: "write", subject: "race", details: {} }]);
      }),
    );
    writing = false;
    await watching;
    for (const { head, entries } of seen) expect(entries).toEqual(Array.from({ length: head }, (_, at) => at + 1));
    expect(await storeOf(0).read(headCommit)).toMatchObject({ seq: 60 });
    expect(await storeOf(0).read(verifyAuditChain)).toEqual({ whole: true, entries: 60 });
  });

  it("repeat the whole unit after a deadlock, and both are committed", async () => {
    const a = await makeSeries(storeOf(0));
    const b = await makeSeries(storeOf(0), { area: "01" });
    let attempts = 0;
    const bothHold = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    await times(2, (n) =>
      storeOf(n).write(async (tx) => {
        attempts += 1;
        // Against the order of keys, which `lockSeries` keeps within one call: a sure deadlock.
        const [first, second] = n === 0 ? [a, b] : [b, a];
        await lockSeries(tx, [first]);
        bothHold[n]?.resolve();
        await Promise.all(bothHold.map((one) => one.promise));
        await lockSeries(tx, [second]);
        const commit = await tx.nextCommit(minute(n));
        await appendObservations(
          tx,
          commit,
          [a, b].map((seriesId) => ({ seriesId, ordinal: n, ...aValue("1") })),
        );
      }),
    );
    expect(attempts).toBe(3);
    const { changes } = await storeOf(0).read((tx) => changesSince(tx, { after: { commitSeq: 0 }, limit: 10 }));
    expect(changes.map((change) => change.commitSeq)).toEqual([1, 1, 2, 2]);
  });

  it("are told when a unit hid a failed statement, instead of a commit that stored nothing", async () => {
    const hidden = storeOf(0).write(async (tx) => {
      await tx.nextCommit(minute(1));
      const orphan = { feed: "nobody", at: minute(0), details: {} };
      await tx.db
        .insert(tx.schema.heartbeat)
        .values(orphan)
        .then(
          () => undefined,
          () => undefined,
        );
    });
    await expect(hidden).rejects.toThrow("hid a failed statement");
    expect(await storeOf(0).read(headCommit)).toMatchObject({ seq: 0 });
  });

  it("do not start on a server that would lose what it acknowledged", async () => {
    const unsafe = new URL(databaseUrl);
    unsafe.searchParams.set("options", "-c synchronous_commit=off");
    const opening = openPostgresStore({ databaseUrl: unsafe.href });
    await expect(opening).rejects.toMatchObject({ code: "storage-unsafe", facts: { setting: "synchronous_commit" } });
  });
});
