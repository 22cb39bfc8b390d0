import {
  addDeliveries,
  addFeedScope,
  decideHeld,
  everDelivered,
  feedByCode,
  type HeldSubmission,
  handOverScope,
  heldRows,
  heldSubmission,
  insertApiKey,
  insertHeld,
  listApiKeys,
  listDeliveries,
  listOwnership,
  listRefusals,
  noteAnswer,
  noteKeyUses,
  noteRefusals,
  noteSentAnew,
  owedValues,
  type Refusal,
  releaseHeldRows,
  saveContract,
  saveFeeds,
} from "@bochiso/db/repositories/feeds";
import { addToOutbox, readOutbox, trimOutbox } from "@bochiso/db/repositories/outbox";
import {
  insertSubmission,
  listSubmissions,
  newestByWay,
  provenanceOf,
  receivingOrder,
  releaseIdempotencyKeys,
  submissionByIdempotencyKey,
} from "@bochiso/db/repositories/submissions";
import { createOwnership, holdsArea } from "@bochiso/shared/feed";
import { beforeEach, expect, it } from "vitest";
import { aSubmission, minute } from "../world/builders.ts";
import type { ContractWorld } from "../world/contract-world.ts";

const CODES = ["mof.customs", "moh", "mae"];
const CELL = { indicator: "trade.export.value", area: "VN" };

function named(code: string, vi = "Hải quan") {
  return { code, agency: "mof", name: { vi, en: "Customs" }, simulated: false, createdAt: minute(0), details: {} };
}

function aHold(change: Partial<HeldSubmission> = {}): HeldSubmission {
  const nothing = {
    decidedAt: null,
    decidedBy: null,
    note: null,
    decisionSeq: null,
    counts: null,
    deliveries: null,
    answeredBy: null,
  };
  return { submission: "sub-1", feed: "moh", heldSeq: 1, state: "pending", ...nothing, ...change };
}

function aRefusal(change: Partial<Refusal> = {}): Refusal {
  const words = { detail: "no", detailVi: "không" };
  const from = { keyId: null, person: null, idempotencyKey: null, requestId: "r-1", at: minute(1) };
  return {
    feed: "moh",
    subject: "s",
    code: "rows-refused",
    errorCount: 1,
    codes: {},
    errors: [],
    times: 1,
    ...words,
    ...from,
    ...change,
  };
}

/** Contracts, ownership in time, keys, held submissions, refusals, deliveries, and what is released after its time. */
export function feedContract(world: ContractWorld): void {
  beforeEach(async () => {
    await world.store.write(async (tx) => {
      await saveFeeds(
        tx,
        CODES.map((code) => named(code)),
      );
      await addFeedScope(tx, "mof.customs", [CELL, { ...CELL, area: "*" }]);
    });
  });

  async function ownersAt(at: string, area = CELL.area): Promise<string[]> {
    const scopes = createOwnership(await world.store.read((tx) => listOwnership(tx))).scopesAt(at);
    return [...scopes].flatMap(([feed, cells]) =>
      holdsArea(cells.get(CELL.indicator) ?? new Set(), area) ? [feed] : [],
    );
  }

  it("keeps a contract when its feed is loaded anew", async () => {
    const { store } = world;
    const contract = {
      active: false,
      gapPolicy: "refuse",
      requireDigest: true,
      requireSignOff: true,
      schedule: [{ periodType: "month", rule: { lagDays: 3, basis: "calendar", workingDays: true, proposed: false } }],
      heartbeatMinutes: 30,
    } as const;
    await store.write((tx) => saveContract(tx, "moh", { ...contract, schedule: [...contract.schedule] }));
    await store.write((tx) => saveFeeds(tx, [named("moh", "Bộ Y tế")]));
    expect(await store.read((tx) => feedByCode(tx, "moh"))).toMatchObject({ ...contract, name: { vi: "Bộ Y tế" } });
  });

  it("hands a cell over at a moment, and one area of all of them", async () => {
    const { store } = world;
    const one = { from: "mof.customs", to: "moh", at: minute(5), cells: [CELL] };
    await store.write((tx) => handOverScope(tx, one));
    await store.write((tx) => handOverScope(tx, { ...one, to: "mae", cells: [{ ...CELL, area: "01" }] }));
    expect([await ownersAt(minute(4)), await ownersAt(minute(5))]).toEqual([["mof.customs"], ["moh"]]);
    expect([await ownersAt(minute(5), "01"), await ownersAt(minute(5), "04")]).toEqual([["mae"], ["mof.customs"]]);
    const again = store.write((tx) => handOverScope(tx, { ...one, at: minute(6) }));
    await expect(again).rejects.toMatchObject({ code: "scope-not-owned" });
    const before = store.write((tx) => handOverScope(tx, { ...one, at: minute(3) }));
    await expect(before).rejects.toMatchObject({ code: "scope-changed" });
  });

  it("lets one of two hand-overs at once through, whatever their moments", async () => {
    const { store } = world;
    for (const [round, moments] of [
      [7, 8],
      [9, 9],
      [11, 10],
    ].entries()) {
      const cells = [{ indicator: `race.cell${round}`, area: "VN" }];
      await store.write((tx) => addFeedScope(tx, "mof.customs", cells));
      const outcomes = await Promise.allSettled(
        ["moh", "mae"].map((to, at) =>
          store.write((tx) => handOverScope(tx, { from: "mof.customs", to, at: minute(moments[at] ?? 0), cells })),
        ),
      );
      expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    }
  });

  it("notes the last use of keys, never an earlier one, nor one before the key was made", async () => {
    const { store } = world;
    const key = { kind: "feed", feed: "moh", label: "HIS", secretHash: "h", createdAt: minute(0) } as const;
    const open = { expiresAt: null, revokedAt: null, cidrs: ["10.0.0.0/8"], holder: "An" };
    await store.write((tx) => insertApiKey(tx, { ...key, ...open, id: "k1" }));
    for (const at of [minute(20), minute(10)]) await store.write((tx) => noteKeyUses(tx, [{ id: "k1", at }]));
    const [stored] = await store.read((tx) => listApiKeys(tx, { ids: ["k1"] }));
    expect(stored).toMatchObject({ lastUsedAt: minute(20), cidrs: ["10.0.0.0/8"], holder: "An" });
    await store.write((tx) => insertApiKey(tx, { ...key, ...open, id: "k2", createdAt: minute(14) }));
    await store.write((tx) => noteKeyUses(tx, [{ id: "k2", at: minute(10) }]));
    const [fresh] = await store.read((tx) => listApiKeys(tx, { ids: ["k2"] }));
    expect(fresh?.lastUsedAt).toBe(minute(14));
  });

  it("holds rows across blocks and takes one decision of two at once", async () => {
    const { store } = world;
    const rows = Array.from({ length: 1_203 }, (_, row) => JSON.stringify({ row, note: "một\ndòng" }));
    await store.write((tx) => insertHeld(tx, aHold(), rows));
    expect(await store.read((tx) => heldRows(tx, "sub-1"))).toEqual(rows);
    expect(await store.read((tx) => heldRows(tx, "sub-1", { offset: 499, limit: 503 }))).toEqual(
      rows.slice(499, 1_002),
    );
    const by = { name: "An", position: "Phó" };
    const decide = (state: "approved" | "returned", decisionSeq: number) =>
      store.write((tx) => decideHeld(tx, { ...aHold(), state, decidedAt: minute(2), decidedBy: by, decisionSeq }));
    const decided = await Promise.all([decide("approved", 8), decide("returned", 9)]);
    expect(decided.filter((one) => one)).toHaveLength(1);
    expect(await store.read((tx) => heldSubmission(tx, "sub-1"))).toMatchObject({ decidedBy: by });
  });

  it("lets go of the rows of approved and of long returned submissions, a bounded part at a time", async () => {
    const { store } = world;
    const rows = Array.from({ length: 501 }, (_, row) => JSON.stringify({ row }));
    const held = [
      aHold({ submission: "pending" }),
      aHold({ submission: "approved", state: "approved", decidedAt: minute(30), decisionSeq: 1 }),
      aHold({ submission: "returned", state: "returned", decidedAt: minute(2), decisionSeq: 2 }),
      aHold({ submission: "lately", state: "returned", decidedAt: minute(30), decisionSeq: 3 }),
    ];
    for (const one of held) await store.write((tx) => insertHeld(tx, one, rows));
    const release = () => store.write((tx) => releaseHeldRows(tx, minute(9), 3));
    expect([await release(), await release(), await release()]).toEqual([3, 1, 0]);
    const left: number[] = [];
    for (const { submission } of held) left.push((await store.read((tx) => heldRows(tx, submission))).length);
    expect(left).toEqual([501, 0, 0, 501]);
  });

  it("counts what of a returned submission is still owed, row by row", async () => {
    const { store } = world;
    const rows = Array.from({ length: 501 }, (_, row) => JSON.stringify({ row, note: '"sentAnew":true\n' }));
    await store.write((tx) => insertHeld(tx, aHold({ state: "returned", decisionSeq: 2 }), rows));
    const owed = () => store.read((tx) => owedValues(tx));
    const note = (sent: readonly number[]) =>
      store.write((tx) => noteSentAnew(tx, "sub-1", (text) => sent.includes(JSON.parse(text).row)));
    expect(await owed()).toEqual([{ feed: "moh", submission: "sub-1", owed: 501 }]);
    expect([await note([0, 500]), await note([500, 1])]).toEqual([499, 498]);
    expect(await owed()).toMatchObject([{ owed: 498 }]);
    expect(await store.read((tx) => owedValues(tx, ["sub-2"]))).toEqual([]);
    const kept = await store.read((tx) => heldRows(tx, "sub-1"));
    expect(kept.map((text) => JSON.parse(text).row)).toEqual(rows.map((_, row) => row));
    await store.write((tx) => noteAnswer(tx, "sub-1", "sub-2"));
    expect(await owed()).toEqual([]);
  });

  it("tells the newest submission of each way in which a feed sends", async () => {
    const { store } = world;
    const sent = [
      ["s-1", "k1", 1, 3],
      ["s-2", "k1", 5, 2],
      ["s-3", null, 4, 0],
      ["s-4", "seed", 6, 0],
    ] as const;
    for (const [id, keyId, at, rejected] of sent)
      await store.write(async (tx) => {
        const { seq: commitSeq } = await tx.nextCommit(minute(at));
        const counts = { ...aSubmission().counts, rejected };
        await insertSubmission(
          tx,
          aSubmission({ id, keyId, commitSeq, counts, receivedAt: minute(at), idempotencyKey: id, sequence: null }),
        );
      });
    const { feed } = aSubmission();
    const newest = await store.read((tx) => newestByWay(tx, minute(0), feed));
    expect(newest.toSorted((a, b) => (a.at < b.at ? -1 : 1))).toEqual([
      { feed, keyId: null, at: minute(4), rejected: 0 },
      { feed, keyId: "k1", at: minute(5), rejected: 2 },
    ]);
    expect(await store.read((tx) => newestByWay(tx, minute(5)))).toMatchObject([{ keyId: "k1" }]);
  });

  it("tells where the values of an approval come from", async () => {
    const { store } = world;
    for (const seq of [1, 2]) {
      await store.write(async (tx) => {
        const commit = await tx.nextCommit(minute(seq));
        if (seq === 1) await insertSubmission(tx, aSubmission({ commitSeq: commit.seq, keyId: "k1" }));
      });
    }
    await store.write((tx) => insertHeld(tx, aHold({ state: "approved", decisionSeq: 2 }), []));
    const found = await store.read((tx) => provenanceOf(tx, [1, 2]));
    expect(found.get(2)).toMatchObject({ submission: "sub-1", feed: "mof.customs", recordedAt: minute(2) });
    expect(await store.read((tx) => receivingOrder(tx, [1, 2]))).toEqual(new Map([[2, 1]]));
    const pending = { feed: "mof.customs", only: "pending", before: null, limit: 10 } as const;
    expect(await store.read((tx) => listSubmissions(tx, pending))).toEqual([]);
    expect((await store.read((tx) => listSubmissions(tx, { ...pending, only: "all" }))).map(({ id }) => id)).toEqual([
      "sub-1",
    ]);
  });

  it("counts the same refusal, and keeps the newest of a feed", async () => {
    const { store } = world;
    await store.write((tx) => noteRefusals(tx, [aRefusal({ times: 2 }), aRefusal({ feed: "mae" })], 3));
    const later = [2, 3, 4].map((n) => aRefusal({ subject: `s${n}`, at: minute(n) }));
    await store.write((tx) =>
      noteRefusals(tx, [...later, aRefusal({ at: minute(9), times: 5, person: "An", requestId: "r-9" })], 3),
    );
    const kept = await store.read((tx) => listRefusals(tx, "moh", 10));
    expect(kept.map(({ subject, times }) => [subject, times])).toEqual([
      ["s", 7],
      ["s4", 1],
      ["s3", 1],
    ]);
    expect(kept[0]).toMatchObject({ firstAt: minute(1), lastAt: minute(9), person: "An", requestId: "r-9" });
    expect(await store.read((tx) => listRefusals(tx, "mae", 10))).toHaveLength(1);
  });

  it("adds deliveries up and keeps the first moment", async () => {
    const { store } = world;
    const one = {
      feed: "moh",
      periodType: "month",
      indicator: "a.b",
      ordinal: 24_000,
      cells: 2,
      late: 0,
      replayed: 2,
    } as const;
    await store.write((tx) => addDeliveries(tx, [{ ...one, firstAt: minute(1), lastAt: minute(1) }]));
    await store.write((tx) =>
      addDeliveries(tx, [{ ...one, firstAt: minute(3), lastAt: minute(3), late: 2, replayed: 0 }]),
    );
    // What waited for sign-off came before what was approved sooner.
    await store.write((tx) =>
      addDeliveries(tx, [{ ...one, firstAt: minute(2), lastAt: minute(2), cells: 1, replayed: 0 }]),
    );
    const question = { feed: "moh", periodType: "month", from: 23_999 } as const;
    expect(await store.read((tx) => listDeliveries(tx, question))).toEqual([
      { ...one, firstAt: minute(1), lastAt: minute(3), cells: 5, late: 2, replayed: 2 },
    ]);
    const ever = [{ feed: "moh", periodType: "month", indicator: "a.b", since: 24_000 }];
    expect(await store.read((tx) => everDelivered(tx))).toEqual(ever);
    expect(await store.read((tx) => everDelivered(tx, "mae"))).toEqual([]);
  });

  it("releases idempotency keys by step, never those of replays", async () => {
    const { store } = world;
    const sent = [
      { id: "a", keyId: "k1" },
      { id: "b", keyId: "k1" },
      { id: "c", keyId: "seed" },
      { id: "d", keyId: "k1", receivedAt: minute(50) },
    ];
    for (const one of sent) {
      await store.write(async (tx) => {
        const { seq } = await tx.nextCommit(minute(1));
        await insertSubmission(
          tx,
          aSubmission({ commitSeq: seq, idempotencyKey: one.id, receivedAt: minute(1), ...one }),
        );
      });
    }
    const release = () => store.write((tx) => releaseIdempotencyKeys(tx, minute(40), 1));
    expect([await release(), await release(), await release()]).toEqual([1, 1, 0]);
    const found: (string | undefined)[] = [];
    for (const { id } of sent)
      found.push((await store.read((tx) => submissionByIdempotencyKey(tx, "mof.customs", id)))?.id);
    expect(found).toEqual([undefined, undefined, "c", "d"]);
    await store.write(async (tx) => {
      const { seq } = await tx.nextCommit(minute(60));
      await insertSubmission(tx, aSubmission({ commitSeq: seq, id: "again", idempotencyKey: "a" }));
    });
  });

  it("trims the outbox by step, at whole commits", async () => {
    const { store } = world;
    for (let n = 1; n <= 3; n += 1) {
      await store.write(async (tx) => {
        const commit = await tx.nextCommit(minute(n));
        await addToOutbox(tx, commit, [
          { topic: "x", payload: {} },
          { topic: "y", payload: {} },
        ]);
      });
    }
    expect(await store.write((tx) => trimOutbox(tx, 2, 1))).toBe(1);
    const left = () => store.read((tx) => readOutbox(tx, { after: { commitSeq: 0 }, limit: 10 }));
    expect((await left()).map(({ commitSeq }) => commitSeq)).toEqual([2, 2, 3, 3]);
    await store.write((tx) => trimOutbox(tx, 2, 10));
    expect((await left()).map(({ commitSeq }) => commitSeq)).toEqual([3, 3]);
  });
}
