import { describe, expect, it } from "vitest";
import { figureDecimals, formatFigure } from "./format-figure.ts";
import { foldText, formatGrowth } from "./format-growth.ts";

const vi = (value: number, decimals = 1, sign: "auto" | "always" = "auto") =>
  formatFigure(value, { lang: "vi", decimals, sign });

describe("formatFigure", () => {
  it.each([
    [6.773, 1, "6,8"],
    [0.05, 1, "0,1"],
    [0.049, 1, "0,05"],
    [0.028, 1, "0,03"],
    [-0.0037, 1, "−0,004"],
    [0.0004, 1, "dưới 0,001"],
    [-0.0004, 1, "trên −0,001"],
    [0.3, 0, "0,3"],
    [0, 1, "0,0"],
    [1e-15, 1, "0,0"],
    [-1e-15, 2, "0,00"],
    [Number.NaN, 1, "—"],
    [Number.POSITIVE_INFINITY, 1, "—"],
  ])("tells %d with %d decimals as %s", (value, decimals, text) => {
    expect(vi(value, decimals)).toBe(text);
  });

  it("keeps the sign of a small change", () => {
    expect(vi(0.03, 1, "always")).toBe("+0,03");
    expect(formatFigure(0.0001, { lang: "en", decimals: 1 })).toBe("under 0.001");
  });

  it("never reads as zero what is not zero", () => {
    for (const size of [0.4, 0.04, 0.004, 0.0004, 1e-8]) expect(vi(size)).toMatch(/[1-9]/);
  });

  it("needs no more digits for what has one", () => {
    expect(figureDecimals(12.34, 1)).toBe(1);
    expect(figureDecimals(0.04, 1)).toBe(2);
  });
});

describe("formatGrowth", () => {
  const growth = (percent: number, lang: "vi" | "en" = "vi") =>
    formatGrowth(percent, { lang, decimals: 1, sign: "always" });
  it("is a multiple from three times the base on", () => {
    expect(growth(199.9)).toBe("+199,9%");
    expect(growth(200)).toBe("gấp 3 lần");
    expect(growth(846.4237)).toBe("gấp 9,5 lần");
    expect(growth(11_332.604)).toBe("gấp 114 lần");
    expect(growth(11_332.604, "en")).toBe("114-fold");
  });
  it("is a percentage otherwise, however far it fell", () => {
    expect(growth(-100)).toBe("−100,0%");
    expect(growth(0.04)).toBe("+0,04%");
    expect(foldText(-300, "vi")).toBeNull();
    expect(growth(Number.NaN)).toBe("—");
  });
});
