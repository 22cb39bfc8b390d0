import { appendAudit, auditHash, listAudit, verifyAuditChain } from "@bochiso/db/repositories/audit";
import { commitAt, headCommit } from "@bochiso/db/repositories/commits";
import { readMeta, writeMeta } from "@bochiso/db/repositories/meta";
import { addToOutbox, readOutbox, trimOutbox } from "@bochiso/db/repositories/outbox";
import { defineStatement } from "@bochiso/db/statement";
import type { Store, WriteTx } from "@bochiso/db/store";
import { describe, expect, it } from "vitest";
import { minute } from "../world/builders.ts";
import type { ContractWorld } from "../world/contract-world.ts";

// Whoever tampers with the chain does not go through its repository.
const alter = defineStatement()(
  "alter_audit",
  { seq: "bigint" },
  "UPDATE audit_entry SET actor = 'x' FROM {rows} WHERE audit_entry.seq = v.seq",
);
const remove = defineStatement()(
  "remove_audit",
  { seq: "bigint" },
  "DELETE FROM audit_entry WHERE seq IN (SELECT v.seq FROM {rows})",
);
const move = defineStatement()(
  "move_audit",
  { seq: "bigint", to: "bigint" },
  'UPDATE audit_entry SET seq = v."to" FROM {rows} WHERE audit_entry.seq = v.seq',
);
const rehash = defineStatement()(
  "rehash_audit",
  { seq: "bigint", hash: "text" },
  "UPDATE audit_entry SET hash = v.hash FROM {rows} WHERE audit_entry.seq = v.seq",
);

/** Commits, what is told about them, and the unit of work they are made in. */
export function commitContract(world: ContractWorld): void {
  const commit = (store: Store, at: string) => store.write((tx) => tx.nextCommit(at));

  it("numbers commits without gaps and never lets the clock run backwards", async () => {
    const { store } = world;
    expect(await store.read(headCommit)).toMatchObject({ seq: 0 });
    const commits = [await commit(store, minute(5)), await commit(store, minute(1)), await commit(store, minute(7))];
    expect(commits).toEqual([
      { seq: 1, recordedAt: minute(5) },
      { seq: 2, recordedAt: minute(5) },
      { seq: 3, recordedAt: minute(7) },
    ]);
    expect(await store.read(headCommit)).toEqual(commits[2]);
    expect(await store.read((tx) => commitAt(tx, minute(4)))).toBeNull();
    expect(await store.read((tx) => commitAt(tx, "2026-01-01T07:05:00+07:00"))).toMatchObject({ seq: 2 });
  });

  it("gives one unit of work one commit, and gives back the number of a unit that fails", async () => {
    const { store } = world;
    const [first, again] = await store.write(async (tx) => [
      await tx.nextCommit(minute(1)),
      await tx.nextCommit(minute(2)),
    ]);
    expect(again).toEqual(first);
    const failing = store.write(async (tx) => {
      await writeMeta(tx, "half", true);
      await tx.nextCommit(minute(3));
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await store.read((tx) => readMeta(tx, "half"))).toBeUndefined();
    expect(await commit(store, minute(4))).toMatchObject({ seq: 2 });
  });

  it("refuses a unit of work inside another one", async () => {
    const { store } = world;
    const nested = { code: "nested-unit-of-work" };
    await expect(store.write(() => store.write(async () => 1))).rejects.toMatchObject(nested);
    await expect(store.write(() => store.read(async () => 1))).rejects.toMatchObject(nested);
    await expect(store.read(() => store.read(async () => 1))).rejects.toMatchObject(nested);
    expect(await store.write(async () => "free again")).toBe("free again");
  });

  it("reads one snapshot, whatever is committed meanwhile", async () => {
    const { store } = world;
    await commit(store, minute(1));
    const reading = Promise.withResolvers<void>();
    const written = Promise.withResolvers<void>();
    const heads = store.read(async (tx) => {
      const before = await headCommit(tx);
      reading.resolve();
      await written.promise;
      return [before.seq, (await headCommit(tx)).seq];
    });
    await reading.promise;
    await commit(store, minute(2));
    written.resolve();
    expect(await heads).toEqual([1, 1]);
    expect(await store.read(headCommit)).toMatchObject({ seq: 2 });
  });

  it("tells listeners of commits after they are readable, and a listener may read", async () => {
    const { store } = world;
    const told = Promise.withResolvers<number[]>();
    const stop = store.onCommitted(({ seq }) => {
      void store.read(headCommit).then((head) => told.resolve([seq, head.seq]));
    });
    await commit(store, minute(1));
    expect(await told.promise).toEqual([1, 1]);
    stop();
  });

  it("keeps facts of the installation", async () => {
    const { store } = world;
    await store.write((tx) => writeMeta(tx, "seed", { version: 1, mode: "real" }));
    await store.write((tx) => writeMeta(tx, "seed", { version: 2, mode: "Tỉnh Mẫu" }));
    expect(await store.read((tx) => readMeta(tx, "seed"))).toEqual({ version: 2, mode: "Tỉnh Mẫu" });
  });

  it("gives the outbox in the order of commits, from any entry on", async () => {
    const { store } = world;
    for (const n of [1, 2, 3]) {
      await store.write(async (tx) => {
        const made = await tx.nextCommit(minute(n));
        await addToOutbox(tx, made, [
          { topic: "observations", payload: { series: [n] } },
          { topic: "submissions", payload: { id: `s${n}` } },
        ]);
      });
    }
    const all = await store.read((tx) => readOutbox(tx, { after: { commitSeq: 0 }, limit: 100 }));
    expect(all.map(({ commitSeq, position, topic }) => [commitSeq, position, topic])).toEqual(
      [1, 2, 3].flatMap((seq) => [
        [seq, 0, "observations"],
        [seq, 1, "submissions"],
      ]),
    );
    expect(all[5]?.payload).toEqual({ id: "s3" });
    const rest = await store.read((tx) => readOutbox(tx, { after: { commitSeq: 1, position: 0 }, limit: 2 }));
    expect(rest).toEqual(all.slice(1, 3));
    await store.write((tx) => trimOutbox(tx, 2));
    expect(await store.read((tx) => readOutbox(tx, { after: { commitSeq: 0 }, limit: 100 }))).toEqual(all.slice(4));
  });

  describe("audit chain", () => {
    async function fill(store: Store): Promise<void> {
      for (const n of [1, 2, 3]) {
        await store.write(async (tx) => {
          const made = await tx.nextCommit(minute(n));
          const fact = { actor: "mof.customs", action: "submit", subject: `s${n}` };
          await appendAudit(tx, made, [
            { ...fact, details: { rows: n, note: "số liệu", nested: { b: 1, a: [true, null] } } },
            { ...fact, details: {} },
          ]);
        });
      }
    }
    const verdict = (store: Store) => store.read(verifyAuditChain);

    it("is whole as it was appended", async () => {
      await fill(world.store);
      expect(await verdict(world.store)).toEqual({ whole: true, entries: 6 });
      const later = await world.store.read((tx) => listAudit(tx, { afterSeq: 4, limit: 10 }));
      expect(later.map((entry) => entry.seq)).toEqual([5, 6]);
      expect(await world.store.read((tx) => listAudit(tx, { afterSeq: 0, limit: 9, subject: "s2" }))).toHaveLength(2);
    });

    const tampering: readonly (readonly [string, (tx: WriteTx) => Promise<unknown>, object])[] = [
      ["an altered entry", (tx) => tx.statements.run(alter, [{ seq: 3 }]), { seq: 3, fault: "altered" }],
      ["a missing entry", (tx) => tx.statements.run(remove, [{ seq: 4 }]), { seq: 4, fault: "missing" }],
      ["a chain cut short", (tx) => tx.statements.run(remove, [{ seq: 6 }]), { seq: 6, fault: "missing" }],
      [
        "two entries that changed places",
        async (tx) => {
          for (const [seq, to] of [
            [2, 99],
            [3, 2],
            [99, 3],
          ] as const)
            await tx.statements.run(move, [{ seq, to }]);
        },
        { seq: 2, fault: "altered" },
      ],
      [
        "an entry rehashed to hide its alteration",
        async (tx) => {
          await tx.statements.run(alter, [{ seq: 3 }]);
          const [entry] = await listAudit(tx, { afterSeq: 2, limit: 1 });
          if (entry) await tx.statements.run(rehash, [{ seq: 3, hash: auditHash(entry) }]);
        },
        { seq: 4, fault: "moved" },
      ],
    ];
    it.each(tampering)("finds %s", async (_, tamper, found) => {
      await fill(world.store);
      await world.store.write(async (tx) => {
        await tamper(tx);
      });
      expect(await verdict(world.store)).toEqual({ whole: false, ...found });
    });
  });
}
