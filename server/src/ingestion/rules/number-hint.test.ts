import { expect, it } from "vitest";
import { ANY_NUMBER, numberHint } from "./number-hint.ts";

it.each([
  ["9850,5", "9850.5", "dùng dấu chấm thập phân: 9850.5"],
  ["9.850,5", "9850.5", "bỏ dấu phân cách hàng nghìn: 9850.5 (text/csv dùng dấu ; ghi 9850,5 cũng được)"],
  ["9,850.5", "9850.5", "bỏ dấu phân cách hàng nghìn: 9850.5 (text/csv dùng dấu ; ghi 9850,5 cũng được)"],
  ["38 510.2", "38510.2", "bỏ dấu phân cách hàng nghìn: 38510.2"],
  ["1.234.567", "1234567", "bỏ dấu phân cách hàng nghìn: 1234567"],
  ["\u22122.5", "-2.5", ": ghi -2.5"],
  [" 12 ", "12", ": ghi 12"],
  [" 12.5 ", "12.5", ": ghi 12.5"],
])("%j is told as %s, with what keeps it from being one", (sent, expected, advice) => {
  const { expected: told, reason } = numberHint(sent);
  expect(told).toBe(expected);
  expect(reason?.vi.endsWith(advice)).toBe(true);
});

it("tells both readings where a mark has two", () => {
  expect(numberHint("1,234").expected).toBe("1234, 1.234");
  expect(numberHint("1,234").reason?.en).toContain("1234 or 1.234");
});

it.each(["ba", "", "x".repeat(10_000), true, null, {}, ["1"]])("of %j nothing is guessed", (sent) => {
  expect(numberHint(sent)).toEqual({ expected: ANY_NUMBER });
});
