import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guardFormula, unguardFormula } from "./formula-guard.ts";

describe("a text in a cell", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+84 24", "'+84 24"],
    ["-", "'-"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\r=1", "'\r=1"],
    ["'=1", "''=1"],
    ["số sơ bộ = số ước", "số sơ bộ = số ước"],
    ["'trích'", "'trích'"],
    ["", ""],
  ])("%j is written as %j", (text, cell) => {
    expect(guardFormula(text)).toBe(cell);
  });

  it("never begins as a formula does, and is read back unchanged", () => {
    const text = fc.string({ unit: fc.constantFrom("'", "=", "+", "-", "@", "\t", "\r", "a", "1", " ") });
    fc.assert(
      fc.property(text, (each) => {
        const cell = guardFormula(each);
        expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        expect(unguardFormula(cell)).toBe(each);
      }),
    );
  });
});
