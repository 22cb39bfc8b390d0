import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatNumber } from "./format-number.ts";
import { MAX_DIGITS, parseNumberInput } from "./parse-number-input.ts";

describe("parseNumberInput", () => {
  it.each([
    ["1.234,5", "1234.5"],
    ["1234.5", "1234.5"],
    ["1234,5", "1234.5"],
    ["1,234.5", "1234.5"],
    ["1.234.567", "1234567"],
    ["1,234,567", "1234567"],
    ["1.234.567,89", "1234567.89"],
    ["1 234 567,89", "1234567.89"],
    ["1\u00a0234,5", "1234.5"],
    ["1\u202f234", "1234"],
    ["0,123", "0.123"],
    ["0.123", "0.123"],
    ["1234.567", "1234.567"],
    ["1,2345", "1.2345"],
    ["12,50", "12.50"],
    ["00012,50", "12.50"],
    [".5", "0.5"],
    [",5", "0.5"],
    ["−2,5", "-2.5"],
    ["–2,5", "-2.5"],
    ["-2.5", "-2.5"],
    ["- 5", "-5"],
    ["+3", "3"],
    ["0", "0"],
    ["-0", "0"],
    ["-0,00", "0.00"],
    ["000", "0"],
    ["  42 ", "42"],
    ["9".repeat(MAX_DIGITS), "9".repeat(MAX_DIGITS)],
    [`0,${"1".repeat(MAX_DIGITS)}`, `0.${"1".repeat(MAX_DIGITS)}`],
  ])("reads %j as %s", (input, text) => {
    expect(parseNumberInput(input)).toEqual({ ok: true, text, value: Number(text) });
  });

  it.each([
    ["", "number-empty"],
    ["   ", "number-empty"],
    ["\u00a0", "number-empty"],
    ["-", "number-malformed"],
    [".", "number-malformed"],
    ["5.", "number-malformed"],
    ["abc", "number-malformed"],
    ["12abc", "number-malformed"],
    ["1e5", "number-malformed"],
    ["0x10", "number-malformed"],
    ["5%", "number-malformed"],
    ["1..5", "number-malformed"],
    ["1,2,3", "number-malformed"],
    ["12.34.567", "number-malformed"],
    ["1.234,567.8", "number-malformed"],
    ["1234.567,8", "number-malformed"],
    ["0.123.456", "number-malformed"],
    ["1 23", "number-malformed"],
    ["--5", "number-malformed"],
    ["٣", "number-malformed"],
    ["NaN", "number-malformed"],
    ["Infinity", "number-malformed"],
    ["9".repeat(MAX_DIGITS + 1), "number-too-long"],
    ["1.234", "number-ambiguous"],
    ["1,234", "number-ambiguous"],
    ["-123.456", "number-ambiguous"],
  ])("refuses %j as %s, with the reason in both languages", (input, code) => {
    const parsed = parseNumberInput(input);
    expect(parsed).toMatchObject({ ok: false, code });
    expect(parsed.ok || (parsed.reason.vi.length > 0 && parsed.reason.en.length > 0)).toBe(true);
  });

  it("offers both readings of an ambiguous number, each written so that it is not", () => {
    const parsed = parseNumberInput("-1.234");
    expect(parsed).toEqual({
      ok: false,
      code: "number-ambiguous",
      reason: {
        vi: "“-1.234” có thể là -1234 hoặc -1,2340. Viết -1234 nếu là số nguyên, -1,2340 nếu là số thập phân.",
        en: "“-1.234” may be -1234 or -1.2340. Write -1234 for the whole number, -1.2340 for the decimal one.",
      },
      readings: ["-1234", "-1.234"],
    });
    expect(parseNumberInput("-1,2340")).toMatchObject({ ok: true, text: "-1.2340" });
  });

  it("asks nothing where the decimal mark is known", () => {
    expect(parseNumberInput("1.234", ",")).toMatchObject({ text: "1234" });
    expect(parseNumberInput("1.234", ".")).toMatchObject({ text: "1.234" });
    expect(parseNumberInput("1,234", ",")).toMatchObject({ text: "1.234" });
    expect(parseNumberInput("1.234,5", ".")).toMatchObject({ ok: false, code: "number-malformed" });
  });

  it("reads what the screen shows, or says that it is ambiguous, but never as another number", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.integer({ min: 0, max: 6 }),
        fc.constantFrom("vi" as const, "en" as const),
        (units, decimals, lang) => {
          const value = units / 10 ** decimals;
          const read = parseNumberInput(formatNumber(value, { lang, decimals }));
          const readings = read.ok ? [read.value] : (read.readings ?? []).map(Number);
          expect(readings).toContain(value === 0 ? 0 : value);
        },
      ),
    );
  });

  it("never throws, and gives text that is the value", () => {
    const typed = fc.string({ unit: fc.constantFrom(..."0 1 2 3 4 5 6 7 8 9 . , - − + e".split(" "), " ") });
    fc.assert(
      fc.property(typed, (input) => {
        const read = parseNumberInput(input);
        if (!read.ok) return;
        expect(read.text).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(read.text)).toBe(read.value);
      }),
    );
  });
});
