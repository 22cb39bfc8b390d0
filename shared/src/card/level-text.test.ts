import { describe, expect, it } from "vitest";
import { goalText } from "../target/goal.ts";
import { levelText, type ReadDisplay } from "./level-text.ts";

const percent: ReadDisplay = { unit: { vi: "%", en: "%" }, factor: 1, decimals: 1 };
const growth: ReadDisplay = { ...percent, reads: "growth" };

describe("a level in a sentence", () => {
  it.each([
    [9, "tăng 9,0%", "9.0% growth"],
    [-2.25, "giảm 2,3%", "2.3% decline"],
    [0, "tăng 0,0%", "0.0% growth"],
    [-0.04, "giảm 0,04%", "0.04% decline"],
    [1e-12, "tăng 0,0%", "0.0% growth"],
  ])("that is a growth of %d says the way it went, once", (value, vi, en) => {
    expect(levelText(value, growth)).toEqual({ vi, en });
  });

  it("that is none keeps its sign", () => {
    expect(levelText(-2, percent)).toEqual({ vi: "−2,0%", en: "−2.0%" });
  });
});

describe("a goal in a sentence", () => {
  it.each([
    [6, 7, "tăng từ 6,0% đến 7,0%", "6.0% to 7.0% growth"],
    [6, null, "tăng ít nhất 6,0%", "at least 6.0% growth"],
    [null, 4.5, "tăng không quá 4,5%", "at most 4.5% growth"],
    [-3, -1, "giảm từ 1,0% đến 3,0%", "1.0% to 3.0% decline"],
    [-2, null, "giảm không quá 2,0%", "at most 2.0% decline"],
    [null, -2, "giảm ít nhất 2,0%", "at least 2.0% decline"],
    [-1, 2, "từ giảm 1,0% đến tăng 2,0%", "1.0% decline to 2.0% growth"],
  ])("of growths from %s to %s turns its bounds with the way", (min, max, vi, en) => {
    expect(goalText({ kind: "range", min, max }, growth)).toEqual({ vi, en });
  });

  it("of one growth, and of bare levels", () => {
    expect(goalText({ kind: "value", value: 9 }, growth).vi).toBe("tăng 9,0%");
    expect(goalText({ kind: "range", min: 6, max: 7 }, percent).vi).toBe("từ 6,0% đến 7,0%");
    expect(goalText({ kind: "range", min: null, max: -2 }, percent).vi).toBe("không quá −2,0%");
  });
});
