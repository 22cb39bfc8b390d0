import { expect, it } from "vitest";
import { ANY_NUMBER, numberHint } from "./number-hint.ts";

it.each([
  ["9.850,5", "9850.5"],
  ["38 510,2", "38510.2"],
  ["1.234.567", "1234567"],
])("%j is told as %s", (sent, expected) => {
  const { expected: told, reason } = numberHint(sent);
  expect(told).toBe(expected);
  expect(reason?.vi).toContain(`dùng dấu chấm thập phân: ${expected}`);
});

it("tells both readings where a mark has two", () => {
  expect(numberHint("1,234").expected).toBe("1234, 1.234");
  expect(numberHint("1,234").reason?.en).toContain("1234 or 1.234");
});

it.each(["ba", "", "x".repeat(10_000), true, null, {}, ["1"]])("of %j nothing is guessed", (sent) => {
  expect(numberHint(sent)).toEqual({ expected: ANY_NUMBER });
});
