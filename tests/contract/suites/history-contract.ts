import {
  appendObservations,
  type ChangeCursor,
  type ChangesPage,
  changesSince,
  readAsOf,
  readHistory,
  readRanges,
} from "@bochiso/db/repositories/observations";
import { expect, it } from "vitest";
import { append, aValue, makeSeries, minute } from "../world/builders.ts";
import type { ContractWorld } from "../world/contract-world.ts";

/** History is appended to, and any moment of it can be read. */
export function historyContract(world: ContractWorld): void {
  it("keeps what a revision supersedes, with every column it had", async () => {
    const { store } = world;
    const seriesId = await makeSeries(store);
    const first = {
      ...aValue("42150.30"),
      note: "số ước",
      windowStart: "2025-12-15",
      windowEnd: "2026-01-14",
      baseYear: 2020,
      coverageHave: 31,
      coverageOf: 34,
      flags: "recast partial",
    };
    await append(store, [{ seriesId, ordinal: 24312, ...first }]);
    await append(store, [{ seriesId, ordinal: 24312, ...aValue("42151") }]);

    const history = await store.read((tx) => readHistory(tx, seriesId, 24312));
    expect(history).toMatchObject([
      { revision: 1, commitSeq: 1, supersededSeq: 2, ...first, missingReason: null, errorCode: null, retracted: 0 },
      { revision: 2, commitSeq: 2, supersededSeq: null, value: 42151, valueText: "42151", note: null, flags: null },
    ]);
    // Rare columns of the superseded revision do not linger in the current one.
    expect(history[1]).toMatchObject({ windowStart: null, windowEnd: null, baseYear: null, coverageHave: null });
  });

  it("reads every cell as it stood after any commit", async () => {
    const { store } = world;
    const seriesId = await makeSeries(store);
    await append(store, [{ seriesId, ordinal: 1, ...aValue("10") }]);
    await append(store, [
      { seriesId, ordinal: 1, ...aValue("11") },
      { seriesId, ordinal: 2, ...aValue("20") },
    ]);
    await append(store, [{ seriesId, ordinal: 1, missingReason: "retracted", retracted: 1, note: "gửi nhầm" }]);

    const ranges = [{ seriesId, from: 0, to: 9 }];
    const asOf = (seq: number) =>
      store.read(async (tx) => (await readAsOf(tx, ranges, seq)).map(({ ordinal, value }) => [ordinal, value]));
    expect(await asOf(0)).toEqual([]);
    expect(await asOf(1)).toEqual([[1, 10]]);
    expect(await asOf(2)).toEqual([
      [1, 11],
      [2, 20],
    ]);
    expect(await asOf(3)).toEqual([
      [1, null],
      [2, 20],
    ]);
    const current = await store.read((tx) => readRanges(tx, ranges));
    expect(current).toEqual(await store.read((tx) => readAsOf(tx, ranges, 3)));
  });

  it("leaves the current values alone when nothing is appended", async () => {
    const { store } = world;
    const seriesId = await makeSeries(store);
    await append(store, [{ seriesId, ordinal: 1, ...aValue("10") }]);
    const ranges = [{ seriesId, from: 0, to: 9 }];
    const before = await store.read((tx) => readRanges(tx, ranges));
    await append(store, []);
    expect(await store.read((tx) => readRanges(tx, ranges))).toEqual(before);
    expect(await store.read((tx) => readHistory(tx, seriesId, 1))).toHaveLength(1);
  });

  it("refuses a cell said to be new that exists, and stores nothing of that unit", async () => {
    const { store } = world;
    const seriesId = await makeSeries(store);
    await append(store, [{ seriesId, ordinal: 1, ...aValue("10") }]);
    const wrong = append(store, [
      { seriesId, ordinal: 2, ...aValue("20") },
      { seriesId, ordinal: 1, ...aValue("11"), previousRevision: 0 },
    ]);
    await expect(wrong).rejects.toThrow();
    const now = await store.read((tx) => readRanges(tx, [{ seriesId, from: 0, to: 9 }]));
    expect(now).toMatchObject([{ ordinal: 1, value: 10, revision: 1 }]);
  });

  it("refuses a cell that appears twice in one append", async () => {
    const seriesId = await makeSeries(world.store);
    const row = { seriesId, ordinal: 1, ...aValue("10") };
    await expect(append(world.store, [row, row])).rejects.toThrow("twice");
  });

  it("takes two revisions of a cell in one commit, of which only the last is ever seen as of it", async () => {
    const { store } = world;
    const seriesId = await makeSeries(store);
    await store.write(async (tx) => {
      const commit = await tx.nextCommit(minute(0));
      await appendObservations(tx, commit, [{ seriesId, ordinal: 1, ...aValue("1") }]);
      await appendObservations(tx, commit, [{ seriesId, ordinal: 1, ...aValue("2") }]);
    });
    const seen = await store.read((tx) => readAsOf(tx, [{ seriesId, from: 1, to: 1 }], 1));
    expect(seen).toMatchObject([{ value: 2, revision: 2 }]);
    expect(await store.read((tx) => readHistory(tx, seriesId, 1))).toHaveLength(2);
  });

  it("keeps doubles and decimals to the last bit", async () => {
    const { store } = world;
    const seriesId = await makeSeries(store);
    const texts = [
      "0.1",
      "1e-320",
      "1.7976931348623157e308",
      "-0.30000000000000004",
      "0",
      "12345678901234567890.123456789",
    ];
    await append(
      store,
      texts.map((text, ordinal) => ({ seriesId, ordinal, ...aValue(text) })),
    );
    const rows = await store.read((tx) => readRanges(tx, [{ seriesId, from: 0, to: texts.length }]));
    expect(rows.map((row) => row.valueText)).toEqual(texts);
    expect(rows.map((row) => row.value)).toEqual(texts.map(Number));
  });

  it("tells every change exactly once and in order, however small the pages", async () => {
    const { store } = world;
    const a = await makeSeries(store);
    const b = await makeSeries(store, { area: "01" });
    await append(store, [
      { seriesId: b, ordinal: 1, ...aValue("1") },
      { seriesId: a, ordinal: 2, ...aValue("2") },
      { seriesId: a, ordinal: 1, ...aValue("3") },
    ]);
    await append(store, [{ seriesId: a, ordinal: 1, ...aValue("4") }]);
    await append(store, [{ seriesId: b, ordinal: 1, ...aValue("5") }]);
    const expected = [
      [1, a, 1, 3],
      [1, a, 2, 2],
      [1, b, 1, 1],
      [2, a, 1, 4],
      [3, b, 1, 5],
    ];
    const pageAfter = (after: ChangeCursor, limit: number) => store.read((tx) => changesSince(tx, { after, limit }));
    for (const limit of [1, 2, 3, 100]) {
      const told: (number | null)[][] = [];
      let after: ChangeCursor | null = { commitSeq: 0 };
      while (after) {
        const page: ChangesPage = await pageAfter(after, limit);
        told.push(...page.changes.map((change) => [change.commitSeq, change.seriesId, change.ordinal, change.value]));
        after = page.next;
      }
      expect(told).toEqual(expected);
    }
    const late = await store.read((tx) =>
      changesSince(tx, { after: { commitSeq: 1 }, limit: 10, filter: { areas: ["01"] } }),
    );
    expect(late.changes).toMatchObject([{ commitSeq: 3, area: "01", revision: 2 }]);
  });
}
