import { saveFeeds } from "@bochiso/db/repositories/feeds";
import {
  beginPullRun,
  changePullSource,
  duePullSources,
  endPullRun,
  failingPullSources,
  lastFailedRun,
  listPullRuns,
  type PullSource,
  pullSourceByCode,
  purgePullRuns,
  savePullSource,
  takePullSource,
} from "@bochiso/db/repositories/pulls";
import { PullConfig } from "@bochiso/shared/pull";
import { beforeEach, expect, it } from "vitest";
import { minute } from "../world/builders.ts";
import type { ContractWorld } from "../world/contract-world.ts";

const CONFIG = PullConfig.parse({
  code: "nguon",
  feed: "moh",
  name: { vi: "Nguồn", en: "Source" },
  url: "https://vi-du.gov.vn/so-lieu",
  format: { kind: "json" },
  rows: [
    {
      indicator: { constant: "trade.export.value" },
      area: { constant: "VN" },
      period: { field: "ky" },
      value: { field: "so" },
    },
  ],
  schedule: { kind: "every", minutes: 5 },
});

function aSource(code: string, change: Partial<PullSource> = {}): PullSource {
  const none = { askedBy: null, answeredAt: null, run: null, runBy: null, runUntil: null };
  const memory = { etag: null, lastModified: null, lastKey: null, lastDigest: null, lastRefused: 0 };
  const stated = { version: 1, enabled: true, changedAt: minute(0), changedBy: "cli", failures: 0 };
  return {
    code,
    feed: "moh",
    config: { ...CONFIG, code },
    nextAt: minute(5),
    ...stated,
    ...none,
    ...memory,
    ...change,
  };
}

const turn = (at: number, change: object = {}) => ({ process: "a", alone: false, now: minute(at), ...change });

/** Sources that are asked on a schedule, the same on both databases. */
export function pullContract(world: ContractWorld): void {
  beforeEach(async () => {
    const feed = { code: "moh", agency: "moh", name: { vi: "Y tế", en: "Health" }, simulated: false };
    await world.store.write((tx) => saveFeeds(tx, [{ ...feed, createdAt: minute(0), details: {} }]));
  });

  const take = (source: string, run: string, asks: ReturnType<typeof turn>) =>
    world.store.write((tx) => takePullSource(tx, { source, run, until: minute(60), turn: asks }));

  it("gives a source to one of several who ask at once, when it is due and not before", async () => {
    await world.store.write((tx) => savePullSource(tx, aSource("nguon")));
    expect(await take("nguon", "early", turn(4))).toBe(false);
    const taken = await Promise.all(["b", "c", "d"].map((process) => take("nguon", process, turn(5, { process }))));
    expect(taken.filter(Boolean)).toHaveLength(1);
    const { run, config } = (await world.store.read((tx) => pullSourceByCode(tx, "nguon"))) ?? aSource("");
    expect(["b", "c", "d"]).toContain(run);
    expect(config).toEqual(CONFIG);
  });

  it("gives it to another where its time is over, or where no other process can have it", async () => {
    const held = { run: "old", runBy: "b", runUntil: minute(30) };
    await world.store.write((tx) => savePullSource(tx, aSource("nguon", held)));
    const due = (asks: ReturnType<typeof turn>) => world.store.read((tx) => duePullSources(tx, asks, 9));
    expect(await due(turn(10))).toEqual([]);
    expect(await take("nguon", "new", turn(10))).toBe(false);
    expect(await due(turn(10, { process: "b", alone: true }))).toEqual([]);
    expect(await due(turn(10, { alone: true }))).toEqual(["nguon"]);
    expect(await take("nguon", "new", turn(31))).toBe(true);
  });

  it("lists who is due, the longest waiting first, and who fails with the last reason", async () => {
    await world.store.write(async (tx) => {
      await savePullSource(tx, aSource("a", { nextAt: minute(3) }));
      await savePullSource(tx, aSource("b", { nextAt: minute(2), failures: 2 }));
      await savePullSource(tx, aSource("c", { nextAt: null, enabled: false, failures: 1 }));
      for (const [id, at] of [
        ["r1", 0],
        ["r2", 1],
        ["r3", 2],
      ] as const) {
        const begun = {
          id,
          source: "b",
          version: 1,
          trigger: "schedule",
          actor: "pull:b",
          startedAt: minute(at),
        } as const;
        await beginPullRun(tx, begun);
      }
      await endPullRun(tx, "r1", { outcome: "failed", faultVi: "cũ" });
      await endPullRun(tx, "r2", { outcome: "failed", faultVi: "mới" });
      // What is over stays as it ended.
      await endPullRun(tx, "r2", { outcome: "stored" });
      await changePullSource(tx, "a", { askedBy: "cli" });
    });
    await world.store.read(async (tx) => {
      expect(await duePullSources(tx, turn(9), 9)).toEqual(["b", "a"]);
      expect((await failingPullSources(tx)).map(({ code }) => code)).toEqual(["b"]);
      expect((await lastFailedRun(tx, "b"))?.faultVi).toBe("mới");
      expect((await listPullRuns(tx, "b", 2)).map(({ id, outcome }) => [id, outcome])).toEqual([
        ["r3", null],
        ["r2", "failed"],
      ]);
    });
    expect(await world.store.write((tx) => purgePullRuns(tx, minute(2), 1))).toBe(1);
    expect(await world.store.write((tx) => purgePullRuns(tx, minute(2), 9))).toBe(1);
  });
}
