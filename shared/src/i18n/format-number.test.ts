import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatExportNumber } from "./format-export-number.ts";
import { formatNumber } from "./format-number.ts";
import { formatPercent } from "./format-percent.ts";
import { formatPoints } from "./format-points.ts";
import { parseNumberInput } from "./parse-number-input.ts";

const vi = (decimals: number) => ({ lang: "vi", decimals }) as const;
const en = (decimals: number) => ({ lang: "en", decimals }) as const;

describe("formatNumber", () => {
  it.each([
    [1234.5, 1, "1.234,5", "1,234.5"],
    [1234567.891, 2, "1.234.567,89", "1,234,567.89"],
    [1000, 0, "1.000", "1,000"],
    [999, 0, "999", "999"],
    [0, 0, "0", "0"],
    [0, 2, "0,00", "0.00"],
    [-2.5, 1, "−2,5", "−2.5"],
    [-1234.5, 1, "−1.234,5", "−1,234.5"],
    [73.2, 3, "73,200", "73.200"],
    [-0.04, 1, "0,0", "0.0"],
    [-0, 0, "0", "0"],
    [1.005, 2, "1,01", "1.01"],
    [2.5, 0, "3", "3"],
    [-2.5, 0, "−3", "−3"],
    [1e21, 0, "1.000.000.000.000.000.000.000", "1,000,000,000,000,000,000,000"],
    ["12345678901234567890.123456", 6, "12.345.678.901.234.567.890,123456", "12,345,678,901,234,567,890.123456"],
    ["42150.30", 2, "42.150,30", "42,150.30"],
  ])("%s with %i decimals is %s, in English %s", (value, decimals, vietnamese, english) => {
    expect(formatNumber(value, vi(decimals))).toBe(vietnamese);
    expect(formatNumber(value, en(decimals))).toBe(english);
  });

  it.each([
    [8.3, "+8,3"],
    [-8.3, "−8,3"],
    [0, "0,0"],
    [0.04, "0,0"],
    [-0.04, "0,0"],
  ])("%d with its sign is %s", (value, text) => {
    expect(formatNumber(value, { ...vi(1), sign: "always" })).toBe(text);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, "", "  ", "abc", "NaN"])(
    "%j is no number and shows a dash",
    (value) => {
      expect(formatNumber(value, vi(1))).toBe("—");
      expect(formatPercent(value, vi(1))).toBe("—");
      expect(formatPoints(value, vi(1))).toBe("—");
    },
  );
});

describe("formatPercent and formatPoints", () => {
  it("write percent without a space and points in words", () => {
    expect(formatPercent(96, vi(0))).toBe("96%");
    expect(formatPercent(8.3, { ...vi(1), sign: "always" })).toBe("+8,3%");
    expect(formatPercent(-2.5, en(1))).toBe("−2.5%");
    expect(formatPoints(1.5, { ...vi(1), sign: "always" })).toBe("+1,5 điểm phần trăm");
    expect(formatPoints(-0.36, { ...vi(2), sign: "always" }, "short")).toBe("−0,36 điểm %");
    expect(formatPoints(1.5, en(1))).toBe("1.5 percentage points");
    expect(formatPoints(1.5, en(1), "short")).toBe("1.5 pp");
  });
});

describe("formatExportNumber", () => {
  it.each([
    [-1234.5, "-1234,5", "-1234.5"],
    [0.1 + 0.2, "0,30000000000000004", "0.30000000000000004"],
    [1e22, "10000000000000000000000", "10000000000000000000000"],
    [-1e-7, "-0,0000001", "-0.0000001"],
    [0, "0", "0"],
    [-0, "0", "0"],
    [
      "12345678901234567890123456789012345678",
      "12345678901234567890123456789012345678",
      "12345678901234567890123456789012345678",
    ],
    [Number.NaN, "", ""],
  ])("%s is written %s, in English %s", (value, vietnamese, english) => {
    expect(formatExportNumber(value, { lang: "vi" })).toBe(vietnamese);
    expect(formatExportNumber(value, { lang: "en" })).toBe(english);
  });

  it("rounds only where decimals are asked for", () => {
    expect(formatExportNumber(-1234.56, { lang: "vi", decimals: 1 })).toBe("-1234,6");
    expect(formatExportNumber(5, { lang: "en", decimals: 2 })).toBe("5.00");
  });

  it("is read again as the same number, in both languages", () => {
    const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 });
    fc.assert(
      fc.property(anyNumber, fc.constantFrom("vi" as const, "en" as const), (value, lang) => {
        // Numbers of more digits than a value may have are refused, which is another test.
        fc.pre(value === 0 || Math.abs(value) > 1e-10);
        const read = parseNumberInput(formatExportNumber(value, { lang }), lang === "vi" ? "," : ".");
        expect(read.ok && read.value).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});
