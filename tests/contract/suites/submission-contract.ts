import {
  addFeedScope,
  findApiKey,
  insertApiKey,
  lastHeartbeat,
  type NewFeed,
  ownersOf,
  recordHeartbeat,
  revokeApiKey,
  saveFeeds,
  scopeOfFeed,
} from "@bochiso/db/repositories/feeds";
import {
  insertSubmission,
  insertSubmissionRows,
  lastSequence,
  provenanceOf,
  readSubmissionRows,
  recordSequence,
  type SubmissionRecord,
  sequenceGaps,
  submissionById,
  submissionByIdempotencyKey,
  submissionBySequence,
  supersededOfLater,
} from "@bochiso/db/repositories/submissions";
import type { Store } from "@bochiso/db/store";
import { beforeEach, expect, it } from "vitest";
import { append, aSeries, aSubmission, aValue, makeSeries, minute } from "../world/builders.ts";
import type { ContractWorld } from "../world/contract-world.ts";

function aFeed(code: string): NewFeed {
  return {
    code,
    agency: "mof",
    name: { vi: "Hải quan", en: "Customs" },
    gapPolicy: "record",
    requireDigest: false,
    simulated: false,
    active: true,
    createdAt: minute(0),
    details: {},
  };
}

/** Feeds own cells, and what they send is kept with its answer. */
export function submissionContract(world: ContractWorld): void {
  beforeEach(async () => {
    await world.store.write((tx) => saveFeeds(tx, [aFeed("mof.customs"), aFeed("moh")]));
  });

  async function submit(store: Store, change: Partial<SubmissionRecord>): Promise<SubmissionRecord> {
    return await store.write(async (tx) => {
      const { seq } = await tx.nextCommit(minute(1));
      const record = aSubmission({ commitSeq: seq, ...change });
      const { feed, sequence, receivedAt } = record;
      if (sequence !== null) await recordSequence(tx, { feed, sequence, at: receivedAt });
      await insertSubmission(tx, record);
      return record;
    });
  }

  it("gives a submission back byte for byte, by id, key and sequence", async () => {
    const { store } = world;
    const stored = await submit(store, { sequence: 42 });
    const bytes = Buffer.from(stored.responseBody);
    for (const found of [
      await store.read((tx) => submissionById(tx, "sub-1")),
      await store.read((tx) => submissionByIdempotencyKey(tx, "mof.customs", "key-1")),
      await store.read((tx) => submissionBySequence(tx, "mof.customs", 42)),
    ]) {
      expect(found).toEqual({ ...stored, responseBody: bytes });
    }
    expect(await store.read((tx) => submissionByIdempotencyKey(tx, "moh", "key-1"))).toBeNull();
  });

  it("lets a feed use an idempotency key or a sequence number once, another feed the same ones", async () => {
    const { store } = world;
    await submit(store, { sequence: 1 });
    const inUse = { code: "idempotency-key-in-use" };
    await expect(submit(store, { id: "sub-2" })).rejects.toMatchObject(inUse);
    await expect(submit(store, { id: "sub-2", idempotencyKey: "key-2", sequence: 1 })).rejects.toMatchObject(inUse);
    await submit(store, { id: "sub-3", feed: "moh", sequence: 1 });
    const found = await store.read((tx) => provenanceOf(tx, [1, 2, 2]));
    expect(found.get(1)).toMatchObject({ submission: "sub-1", feed: "mof.customs", recordedAt: minute(1) });
    expect(found.get(2)).toMatchObject({ submission: "sub-3", feed: "moh" });
    expect(found.size).toBe(2);
  });

  it("finds cells of which a commit superseded a value of the feed that was received after a moment", async () => {
    const { store } = world;
    const seriesId = await makeSeries(store);
    const send = async (id: string, ordinal: number, change: Partial<SubmissionRecord>) => {
      const { seq } = await append(store, [{ seriesId, ordinal, previousRevision: 0, ...aValue("1") }]);
      await store.write((tx) =>
        insertSubmission(tx, aSubmission({ id, idempotencyKey: id, commitSeq: seq, ...change })),
      );
    };
    await send("before", 1, { receivedAt: minute(1) });
    await send("after", 2, { receivedAt: minute(3) });
    await send("other", 3, { receivedAt: minute(3), feed: "moh" });
    await send("left", 4, { receivedAt: minute(3) });
    const replaced = [1, 2, 3].map((ordinal) => ({ seriesId, ordinal, previousRevision: 1, ...aValue("2") }));
    const { seq: supersededSeq } = await append(store, replaced);
    const asked = { feed: "mof.customs", receivedAt: minute(2), supersededSeq, limit: 10 };
    expect(await store.read((tx) => supersededOfLater(tx, asked))).toEqual([{ ...aSeries(), ordinal: 2 }]);
  });

  it("keeps the outcome of every row across blocks, with the errors of the rejected", async () => {
    const { store } = world;
    const names = ["created", "revised", "unchanged", "retracted", "rejected"] as const;
    const outcomes = Array.from({ length: 9_001 }, (_, row) => names[row % names.length] ?? "created");
    const error = {
      pointer: "/observations/8999/value",
      row: 8999,
      code: "value-missing",
      detail: "d",
      detailVi: "thiếu",
    } as const;
    await store.write((tx) => insertSubmissionRows(tx, "sub-1", outcomes, [error]));
    expect(await store.read((tx) => readSubmissionRows(tx, "sub-1"))).toEqual({ outcomes, errors: [error] });
    expect(await store.read((tx) => readSubmissionRows(tx, "sub-2"))).toEqual({ outcomes: [], errors: [] });
  });

  it("shows gaps in the sequence until they are filled", async () => {
    const { store } = world;
    let count = 0;
    const send = (sequence: number) => {
      count += 1;
      return submit(store, { id: `s${count}`, idempotencyKey: `k${count}`, sequence });
    };
    const gaps = async () =>
      (await store.read((tx) => sequenceGaps(tx, "mof.customs"))).map(({ first, last }) => [first, last]);
    await send(10);
    await send(11);
    expect(await gaps()).toEqual([]);
    await send(20);
    expect(await gaps()).toEqual([[12, 19]]);
    await send(15);
    expect(await gaps()).toEqual([
      [12, 14],
      [16, 19],
    ]);
    await send(12);
    await send(19);
    await send(3);
    expect(await gaps()).toEqual([
      [13, 14],
      [16, 18],
    ]);
    expect(await store.read((tx) => lastSequence(tx, "mof.customs"))).toBe(20);
    expect(await store.read((tx) => lastSequence(tx, "moh"))).toBeNull();
  });

  it("gives a cell one owner only", async () => {
    const { store } = world;
    const cell = { indicator: "trade.export.value", area: "VN" };
    await store.write((tx) => addFeedScope(tx, "mof.customs", [cell, { ...cell, area: "01" }]));
    const second = store.write((tx) => addFeedScope(tx, "moh", [{ ...cell, area: "02" }, cell]));
    await expect(second).rejects.toMatchObject({ code: "scope-owned", facts: { owner: "mof.customs", area: "VN" } });
    const owners = await store.read((tx) => ownersOf(tx, [cell, { ...cell, area: "02" }, { ...cell, area: "01" }]));
    expect(owners).toEqual(["mof.customs", null, "mof.customs"]);
    expect(await store.read((tx) => scopeOfFeed(tx, "mof.customs"))).toEqual([{ ...cell, area: "01" }, cell]);
  });

  it("keeps keys by hash, revokes them once, and refuses a key of an unknown feed", async () => {
    const { store } = world;
    const key = {
      id: "k1",
      kind: "feed",
      feed: "moh",
      label: "HIS",
      secretHash: "h",
      createdAt: minute(0),
      expiresAt: null,
      revokedAt: null,
    } as const;
    await store.write((tx) => insertApiKey(tx, key));
    await store.write((tx) => revokeApiKey(tx, "k1", minute(1)));
    await store.write((tx) => revokeApiKey(tx, "k1", minute(2)));
    expect(await store.read((tx) => findApiKey(tx, "k1"))).toEqual({
      ...key,
      revokedAt: minute(1),
      cidrs: null,
      lastUsedAt: null,
      holder: "",
      replacedBy: null,
    });
    await expect(store.write((tx) => insertApiKey(tx, { ...key, id: "k2", feed: "nobody" }))).rejects.toThrow();
  });

  it("keeps the last sign of life of a feed", async () => {
    const { store } = world;
    for (const n of [1, 2])
      await store.write((tx) => recordHeartbeat(tx, { feed: "moh", at: minute(n), details: { n } }));
    expect(await store.read((tx) => lastHeartbeat(tx, "moh"))).toEqual({
      feed: "moh",
      at: minute(2),
      details: { n: 2 },
    });
  });
}
