import { DomainError } from "@bochiso/shared/errors";
import fc from "fast-check";
import { expect, it } from "vitest";
import { idempotencyKeyOf } from "./idempotency-key.ts";

/** A key as the bytes of a header come in: one character each. */
const received = (text: string): string => Buffer.from(text).toString("latin1");

function refusalOf(lines: string[] | undefined): string {
  try {
    return idempotencyKeyOf(lines);
  } catch (error) {
    if (error instanceof DomainError) return `${error.code}: ${error.text.en}`;
    throw error;
  }
}

it("is taken as it is written in ASCII", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 255 }), (key) => {
      expect(idempotencyKeyOf([key])).toBe(key);
    }),
  );
});

it.each(["khóa-05", "Biểu số liệu 03.json-3efc", "a\tb", "a\u007fb", "a\u0085b"])(
  "is refused with %j, which its sender would not find again",
  (key) => {
    expect(refusalOf([received(key)])).toMatch(/^idempotency-key-missing: .* ASCII .*0x20 to 0x7E/);
  },
);

it("is refused where it is missing, too long, or sent twice", () => {
  for (const lines of [undefined, [], [""], ["k".repeat(256)]])
    expect(refusalOf(lines)).toMatch(/^idempotency-key-missing: .* 1–255 characters is required/);
  expect(refusalOf(["a", "a"])).toMatch(/^idempotency-key-missing: .* sent 2 times/);
});
