import { expect, it } from "vitest";
import { LIMITS } from "../limits.ts";
import { tooLarge } from "./decode-error.ts";

it.each([
  ["wireBytes", "lớn hơn 32 MiB"],
  ["inflatedBytes", "lớn hơn 128 MiB"],
  ["observations", "hơn 100.000 dòng"],
  ["depth", "quá 8 cấp"],
  ["stringBytes", "dài hơn 4.096 byte"],
] as const)("%s is told as people write it: %s", (limit, vi) => {
  const { facts, text } = tooLarge(limit);
  expect(facts).toEqual({ limit, max: LIMITS[limit] });
  expect(text.vi).toContain(vi);
  expect(text.en).toMatch(/^[A-Z].*\.$/);
});

it("a limit is told with its place where that is known", () => {
  const { facts, text } = tooLarge("stringBytes", { line: 3, row: 1, pointer: "/1/note" });
  expect(facts).toEqual({ limit: "stringBytes", max: LIMITS.stringBytes, line: 3, row: 1, pointer: "/1/note" });
  expect(text.vi).toBe("Dòng 3, /1/note: Có chuỗi ký tự dài hơn 4.096 byte: rút ngắn lại.");
});
