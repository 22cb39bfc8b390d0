import { expect, it } from "vitest";
import { mendedSince } from "./mended-since.ts";

const NEWEST = [
  { feed: "moh", keyId: "k1", at: "2026-11-22T05:00:00.000Z", rejected: 0 },
  { feed: "moh", keyId: null, at: "2026-11-20T05:00:00.000Z", rejected: 0 },
];

it.each([
  ["moh", "k1", "2026-11-22T04:00:00.000Z", "2026-11-22T05:00:00.000Z"],
  ["moh", "k1", "2026-11-22T06:00:00.000Z", null],
  ["moh", "k2", "2026-11-22T04:00:00.000Z", null],
  ["moh", null, "2026-11-22T04:00:00.000Z", null],
  ["nso", "k1", "2026-11-22T04:00:00.000Z", null],
])("what %s was refused by key %s at %s is mended since %s", (feed, keyId, lastAt, since) => {
  expect(mendedSince(NEWEST)({ feed, keyId, lastAt })).toBe(since);
});
