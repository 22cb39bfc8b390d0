import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberInWords } from "./number-in-words.ts";

const DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
const OTHERWISE: Readonly<Record<string, number>> = { mốt: 1, tư: 4, lăm: 5, mười: 10 };

/** Reads Vietnamese number words back: what a person who hears them writes down. Whole numbers up to a billion billions. */
function heard(words: string): bigint {
  for (const [word, size] of [
    ["tỷ", 10n ** 9n],
    ["triệu", 10n ** 6n],
    ["nghìn", 1_000n],
    ["trăm", 100n],
    ["mươi", 10n],
  ] as const) {
    const parts = words.split(new RegExp(`(?:^| )${word}(?= |$)`, "u"));
    if (parts.length === 1) continue;
    const [before = "", after = ""] = parts;
    return heard(before.trim()) * size + heard(after.trim());
  }
  return words.split(" ").reduce((sum, word) => {
    if (word === "" || word === "linh") return sum;
    const digit = OTHERWISE[word] ?? DIGITS.indexOf(word);
    if (digit < 0) throw new Error(`unheard of: ${word}`);
    return sum + BigInt(digit);
  }, 0n);
}

const whole = fc.oneof(
  fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }),
  fc
    .tuple(fc.nat(999), fc.integer({ min: 0, max: 5 }))
    .map(([n, thousands]) => BigInt(n) * 1_000n ** BigInt(thousands)),
  fc.nat(2_000).map(BigInt),
);

describe("a number in words", () => {
  it("is heard as the number it was", () => {
    fc.assert(
      fc.property(whole, (number) => {
        expect(heard(numberInWords(String(number), "vi") ?? "")).toBe(number);
      }),
    );
  });

  it("says its sign first and its decimals one by one, however many", () => {
    fc.assert(
      fc.property(whole, fc.stringMatching(/^\d{1,9}$/), (number, decimals) => {
        const [said, spoken = ""] = (numberInWords(`-${number}.${decimals}`, "vi") ?? "").split(" phẩy ");
        expect(said).toBe(`âm ${numberInWords(String(number), "vi")}`);
        expect(
          spoken
            .split(" ")
            .map((word) => DIGITS.indexOf(word))
            .join(""),
        ).toBe(decimals);
      }),
    );
  });

  it("is one phrase: single blanks, no empty words, in both languages", () => {
    fc.assert(
      fc.property(whole, fc.constantFrom("vi", "en"), (number, language) => {
        expect(numberInWords(String(number), language)).toMatch(/^\S+(?: \S+)*$/u);
      }),
    );
  });

  it.each([
    ["10", "mười"],
    ["1001", "một nghìn không trăm linh một"],
    ["21000000", "hai mươi mốt triệu"],
    ["101010101", "một trăm linh một triệu không trăm mười nghìn một trăm linh một"],
    ["1000000001", "một tỷ không trăm linh một"],
    ["15000000000", "mười lăm tỷ"],
    ["000", "không"],
    ["55", "năm mươi lăm"],
    ["44", "bốn mươi tư"],
  ])("%s is said %s", (text, words) => {
    expect(numberInWords(text, "vi")).toBe(words);
  });
});
