import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guardFormula, unguardFormula } from "./formula-guard.ts";

/** What a cell begins with in a reader that runs formulas, once quotes around nothing are taken away. */
const RUNS = /^"*[=+\-@＝＋－＠]/;
const SEPARATORS = [",", ";", "\t"] as const;

/** The cells that a reader may cut a text into that takes no notice of quotes. */
function cellsOf(text: string, separator: string): readonly string[] {
  return text.split(/[\r\n]/).flatMap((line) => line.split(separator));
}

describe("a text in a cell", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+84 24", "'+84 24"],
    ["-", "'-"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["＝1", "'＝1"],
    ["\t=1", "\t'=1"],
    ["\r=1", "\r'=1"],
    ["'=1", "''=1"],
    ['"=1', "'\"=1"],
    ['x;=HYPERLINK("http://example.test","a");y', `x;'=HYPERLINK("http://example.test","a");y`],
    ['x;"=1+1;y', `x;'"=1+1;y`],
    ["a\n=1\n-2", "a\n'=1\n'-2"],
    ["một;''-hai;'ba", "một;'''-hai;'ba"],
    ["số sơ bộ = số ước; giảm 3 - 4%", "số sơ bộ = số ước; giảm 3 - 4%"],
    ["'trích'", "'trích'"],
    ["", ""],
  ])("%j is written as %j", (text, cell) => {
    expect(guardFormula(text)).toBe(cell);
    expect(unguardFormula(cell)).toBe(text);
  });

  it("is no formula wherever a reader cuts it, and is read back unchanged", () => {
    const dangerous = fc.constantFrom("'", '"', "=", "+", "-", "@", "＝", ",", ";", "\t", "\r", "\n", " ", "a", "1");
    const text = fc.oneof(
      fc.string({ unit: dangerous }),
      fc.string({ unit: "binary" }),
      fc.string({ unit: "grapheme" }),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(...SEPARATORS), (each, separator) => {
        const cell = guardFormula(each);
        for (const part of cellsOf(cell, separator)) expect(part).not.toMatch(RUNS);
        expect(unguardFormula(cell)).toBe(each);
      }),
    );
  });
});
