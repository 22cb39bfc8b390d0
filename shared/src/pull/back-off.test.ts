import { expect, it } from "vitest";
import { backOffSeconds } from "./back-off.ts";

it("waits twice as long each time, up to six hours, and never less than half of that", () => {
  expect([1, 2, 3, 9, 10, 1_000].map((failures) => backOffSeconds(failures, 1))).toEqual([
    60, 120, 240, 15_360, 21_600, 21_600,
  ]);
  expect(backOffSeconds(3, 0)).toBe(120);
});

it("keeps to what the source asks, up to a day, and never comes sooner than it would", () => {
  expect(backOffSeconds(1, 1, 600)).toBe(600);
  expect(backOffSeconds(5, 1, 600)).toBe(960);
  expect(backOffSeconds(1, 1, 10_000_000)).toBe(86_400);
});
