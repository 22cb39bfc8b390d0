import { expect, it } from "vitest";
import { retryAfterSeconds } from "./retry-after.ts";

it("reads seconds and dates, and nothing else", () => {
  const now = Date.parse("2026-11-22T00:00:00Z");
  const headers = ["120", "Sun, 22 Nov 2026 00:01:00 GMT", "Sun, 22 Nov 2020 00:01:00 GMT", "soon", undefined];
  expect(headers.map((header) => retryAfterSeconds(header, now))).toEqual([120, 60, 0, null, null]);
});
