import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakdownKey, parseBreakdownKey, TOTAL_KEY } from "./breakdown-key.ts";

/** Codes may hold anything that stands in a list but `=` and `;`; of dimensions the same. */
const code = fc.string({ unit: fc.constantFrom(...Array.from("aZ09._-đ ữ_T")), minLength: 1, maxLength: 8 });
const breakdown = fc.dictionary(code, fc.oneof(code, fc.constant("_T"), fc.constant("_Z")), { maxKeys: 4 });

describe("the key of a breakdown", () => {
  it("stands for the breakdown, totals left out", () => {
    fc.assert(
      fc.property(breakdown, (each) => {
        const told = Object.fromEntries(Object.entries(each).filter(([, value]) => value !== "_T"));
        expect(parseBreakdownKey(breakdownKey(each))).toEqual(told);
      }),
    );
  });

  it("is the same whatever order the dimensions come in, and whether totals are told", () => {
    fc.assert(
      fc.property(breakdown, code, (each, other) => {
        const reversed = Object.fromEntries(Object.entries(each).reverse());
        expect(breakdownKey(reversed)).toBe(breakdownKey(each));
        fc.pre(!(other in each));
        expect(breakdownKey({ ...each, [other]: "_T" })).toBe(breakdownKey(each));
      }),
    );
  });

  it("is written the same after it was read", () => {
    fc.assert(
      fc.property(breakdown, (each) => {
        const key = breakdownKey(each);
        expect(breakdownKey(parseBreakdownKey(key))).toBe(key);
      }),
    );
  });

  it("of two breakdowns is the same only where they are", () => {
    fc.assert(
      fc.property(breakdown, breakdown, (a, b) => {
        fc.pre(breakdownKey(a) === breakdownKey(b));
        expect(parseBreakdownKey(breakdownKey(a))).toEqual(parseBreakdownKey(breakdownKey(b)));
      }),
    );
  });

  it.each([
    [{}, ""],
    [{ ownership: "_T" }, ""],
    [{ sector: "A", ownership: "FDI" }, "ownership=FDI;sector=A"],
    [{ B: "1", a: "2" }, "B=1;a=2"],
    [{ item: "_Z" }, "item=_Z"],
  ])("of %o is %j", (each, key) => {
    expect(breakdownKey(each)).toBe(key);
  });

  it("of the total of everything is the empty text", () => {
    expect(parseBreakdownKey(TOTAL_KEY)).toEqual({});
    expect(breakdownKey({})).toBe(TOTAL_KEY);
  });
});
