import type { FeedListModel } from "@bochiso/shared/feed";
import { expect, it, vi } from "vitest";
import { createFeedListCache } from "./feed-list-cache.ts";

const EMPTY: FeedListModel = { now: "2026-11-22T05:00:00.000Z", judgedSince: null, feeds: [] };

function world() {
  const at = { seq: 7, now: Date.parse(EMPTY.now) };
  const compute = vi.fn<() => Promise<FeedListModel>>(async () => EMPTY);
  const list = createFeedListCache({ head: async () => at.seq, now: () => at.now, compute });
  return { at, compute, list };
}

it("is computed once for screens that ask at once or within seconds, and anew after a commit or with age", async () => {
  const { at, compute, list } = world();
  await Promise.all([list(), list(), list()]);
  at.now += 5_000;
  await list();
  expect(compute).toHaveBeenCalledTimes(1);
  at.seq += 1;
  await list();
  expect(compute).toHaveBeenCalledTimes(2);
  at.now += 10_001;
  await list();
  expect(compute).toHaveBeenCalledTimes(3);
});

it("is computed anew right after the moment at which something was due", async () => {
  const { at, compute, list } = world();
  const next = { period: "2026-10", at: new Date(at.now + 3_000).toISOString() };
  const due = { due: { overdue: 0, next } } as FeedListModel["feeds"][number];
  compute.mockResolvedValueOnce({ ...EMPTY, feeds: [due] });
  await list();
  at.now += 3_000;
  await list();
  expect(compute).toHaveBeenCalledTimes(1);
  at.now += 1;
  await list();
  expect(compute).toHaveBeenCalledTimes(2);
});

it("keeps no failure", async () => {
  const { compute, list } = world();
  compute.mockRejectedValueOnce(new Error("busy"));
  await expect(list()).rejects.toThrow("busy");
  expect(await list()).toBe(EMPTY);
});
