import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatNumber } from "../i18n/format-number.ts";
import { figureChange } from "./figure-change.ts";
import { type EntryUnit, readEntered } from "./read-entered.ts";

const DONG: EntryUnit = { name: { vi: "tỷ đồng", en: "billion dong" }, isPercent: false, shown: null };
const PERCENT: EntryUnit = { name: { vi: "%", en: "%" }, isPercent: true, shown: null };
/** Exact decimal texts as they are stored: no leading zeros, no minus zero. */
const exact = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.nat(6))
  .filter(([minus, digits]) => !minus || digits > 0n)
  .map(([minus, digits, places]) => {
    const padded = String(digits).padStart(places + 1, "0");
    const text = places === 0 ? padded : `${padded.slice(0, -places)}.${padded.slice(-places)}`;
    return { text: minus ? `-${text}` : text, places };
  });

/** Every text that what was typed may mean. */
function meanings(typed: string, unit: EntryUnit): string[] {
  const read = readEntered(typed, unit);
  if (read.kind === "number") return [read.reading.text];
  return read.kind === "ambiguous" ? read.readings.map(({ text }) => text) : [];
}

describe("what was typed", () => {
  it("is read back from every way in which screens write it, to the last digit", () => {
    fc.assert(
      fc.property(
        exact,
        fc.constantFrom("vi", "en"),
        fc.constantFrom(DONG, PERCENT),
        ({ text, places }, lang, unit) => {
          const written = formatNumber(text, { lang, decimals: places });
          expect(meanings(written, unit)).toContain(text);
          expect(meanings(`  ${written}\t`, unit)).toEqual(meanings(written, unit));
        },
      ),
    );
  });

  it("means two things only as one group of three digits behind one mark", () => {
    fc.assert(
      fc.property(exact, fc.constantFrom("vi", "en"), ({ text, places }, lang) => {
        const written = formatNumber(text, { lang, decimals: places });
        expect(meanings(written, DONG).length === 2).toBe(/^[−-]?[1-9]\d{0,2}[.,]\d{3}$/.test(written));
      }),
    );
  });

  it("is told back with the same digits, its sign and the unit", () => {
    fc.assert(
      fc.property(exact, ({ text }) => {
        const read = readEntered(text, DONG);
        fc.pre(read.kind === "number");
        const { vi } = read.reading.echo;
        expect(vi.endsWith(" tỷ đồng")).toBe(true);
        expect(vi.replaceAll(/\D/gu, "")).toBe(text.replaceAll(/\D/gu, ""));
        expect(vi.startsWith("−")).toBe(text.startsWith("-"));
      }),
    );
  });

  it("may carry the percent sign where the unit is percent, and nowhere else", () => {
    fc.assert(
      fc.property(exact, ({ text }) => {
        expect(meanings(`${text}%`, PERCENT)).toEqual(meanings(text, PERCENT));
        expect(readEntered(`${text} %`, DONG).kind).toBe("refused");
      }),
    );
  });
});

describe("the step from one figure to another", () => {
  const positive = fc.integer({ min: 1, max: 1_000_000 }).map(String);

  it("is none to itself, and says nothing from or to zero but in percent", () => {
    fc.assert(
      fc.property(positive, (figure) => {
        expect(figureChange(figure, `${figure}.000`, { isPercent: false })).toBeNull();
        expect(figureChange("0", figure, { isPercent: false })).toBeNull();
        expect(figureChange(figure, "0.00", { isPercent: false })).toBeNull();
        expect(figureChange("0", figure, { isPercent: true })).not.toBeNull();
      }),
    );
  });

  it("is large both ways or neither: three times is as far up as a third is down", () => {
    fc.assert(
      fc.property(positive, positive, fc.boolean(), (a, b, isPercent) => {
        fc.pre(a !== b);
        expect(figureChange(a, b, { isPercent })?.isLarge).toBe(figureChange(b, a, { isPercent })?.isLarge);
      }),
    );
  });

  it.each([
    ["100", "1000", "gấp 10 lần", true],
    ["1000", "100", "bằng 1/10", true],
    ["100", "299", "+199,0%", false],
    ["100", "300", "gấp 3 lần", true],
    ["300", "100", "bằng 1/3", true],
    ["100", "34", "−66,0%", false],
    ["5", "-5", "đổi dấu", true],
  ])("from %s to %s is %s", (from, to, vi, isLarge) => {
    expect(figureChange(from, to, { isPercent: false })).toMatchObject({ text: { vi }, isLarge });
  });

  it.each([
    ["8.3", "83", "+74,7 điểm %", true],
    ["8.3", "9.8", "+1,5 điểm %", false],
    ["-1", "1", "+2,0 điểm %", false],
    ["40", "20", "−20,0 điểm %", true],
  ])("from %s%% to %s%% is %s", (from, to, vi, isLarge) => {
    expect(figureChange(from, to, { isPercent: true })).toMatchObject({ text: { vi }, isLarge });
  });
});
