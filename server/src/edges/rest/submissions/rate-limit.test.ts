import { expect, it } from "vitest";
import { createRateLimit } from "./rate-limit.ts";

const LIMITS = { requestsPerSecond: 2, requestsAtOnce: 4, bytesPerSecond: 100, bytesAtOnce: 1_000 };

function limited() {
  let now = 0;
  const rate = createRateLimit(LIMITS, () => now);
  const refusal = (key: string) => {
    try {
      rate.enter(key);
      return null;
    } catch (error) {
      return error;
    }
  };
  return { rate, refusal, pass: (ms: number) => (now += ms) };
}

it("lets a rush through, then as many as are refilled, and tells when", () => {
  const { refusal, pass } = limited();
  expect([1, 2, 3, 4].map(() => refusal("a"))).toEqual([null, null, null, null]);
  expect(refusal("a")).toMatchObject({ code: "rate-limited", facts: { retryAfter: 1 } });
  pass(500);
  expect([refusal("a"), refusal("a")]).toEqual([null, expect.objectContaining({ code: "rate-limited" })]);
});

it("keeps keys apart", () => {
  const { refusal } = limited();
  for (let at = 0; at < 5; at += 1) refusal("a");
  expect(refusal("b")).toBeNull();
});

it("waits until the bytes of a large body are paid off", () => {
  const { rate, refusal, pass } = limited();
  expect(refusal("a")).toBeNull();
  rate.spend("a", 1_500);
  expect(refusal("a")).toMatchObject({ facts: { retryAfter: 5 } });
  pass(5_000);
  expect(refusal("a")).toBeNull();
});
