import { DomainError } from "@bochiso/shared/errors";
import type { FeedSource, QualitySource } from "../lib/source/index.ts";
import { aFeedList, aFeedModel, aKey } from "./feed-fixtures.ts";

const absent = (): Promise<never> =>
  Promise.reject(new DomainError("fixture-absent", {}, { vi: "Chưa có dữ liệu thử", en: "No fixture" }));

/** Feeds made of fixtures; nothing can be changed unless a test says how. */
export function fixtureFeeds(patch: Partial<FeedSource> = {}): FeedSource {
  return {
    list: async () => aFeedList(),
    get: async (feed) => aFeedModel({ code: feed }),
    submissions: async () => ({ submissions: [], next: null }),
    submission: absent,
    rowErrors: async () => [],
    refusals: async () => [],
    keys: async () => [aKey()],
    example: async () => ({
      row: { indicator: "trade.export.value", area: "VN", period: "2026-10", value: "42150.3", status: "A" },
      accepts: true,
      needsDigest: false,
      needsSignature: false,
    }),
    expected: async ({ feed, period }) => ({ feed, period, lines: [], neverSent: [] }),
    makeKey: absent,
    rotateKey: absent,
    revokeKey: absent,
    changeContract: absent,
    handOver: absent,
    decide: absent,
    send: absent,
    ...patch,
  };
}

/** Quality made of fixtures. */
export function fixtureQuality(patch: Partial<QualitySource> = {}): QualitySource {
  return {
    flags: async () => ({ rows: [], total: 0, counts: { open: 0, confirmed: 0, wrong: 0, resolved: 0 }, next: null }),
    flag: absent,
    scores: absent,
    heat: async ({ by }) => ({ by, months: [], rows: [] }),
    review: absent,
    ...patch,
  };
}
