import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearestFunction, otherNames } from "./nearest-function.ts";
import { nearestName } from "./nearest-name.ts";

const name = fc.string({ unit: fc.constantFrom(...Array.from("abcdefgđêu._0")), minLength: 3, maxLength: 14 });

describe("the nearest known name", () => {
  it("is the name itself in any case of letters", () => {
    fc.assert(
      fc.property(name, (each) => {
        expect(nearestName(each.toUpperCase(), ["zzzzzzzzzzzz", each])).toBe(each);
      }),
    );
  });

  it("is found through one slip: a letter left out, put in, another one, or two swapped", () => {
    const slip = fc.constantFrom("left out", "put in", "another", "swapped");
    fc.assert(
      fc.property(name, slip, fc.nat(), (each, kind, place) => {
        const at = place % (each.length - 1);
        const [head, tail] = [each.slice(0, at), each.slice(at + 1)];
        const mistyped = {
          "left out": head + tail,
          "put in": `${head}q${each.slice(at)}`,
          another: `${head}q${tail}`,
          swapped: `${head}${each[at + 1]}${each[at]}${each.slice(at + 2)}`,
        }[kind];
        expect(nearestName(mistyped, [each])).toBe(each);
      }),
    );
  });

  it("is none where more than a third of the letters differ", () => {
    fc.assert(
      fc.property(name, (each) => {
        const changed = Math.max(1, Math.floor(each.length / 3)) + 1;
        const far = "ẞ".repeat(changed) + each.slice(changed);
        fc.pre(changed <= each.length);
        expect(nearestName(far, [each])).toBeNull();
      }),
    );
  });

  it.each<[string, string[], string | null]>([
    ["trade.exprot.value", ["trade.import.value", "trade.export.value"], "trade.export.value"],
    ["ab", ["cb", "ac"], "cb"],
    ["sum", [], null],
    ["", ["a"], "a"],
    ["tỉ_lệ", ["tỷ_lệ"], "tỷ_lệ"],
    ["plann", ["actual", "plan", "target"], "plan"],
  ])("of %j among %j is %s", (mistyped, known, nearest) => {
    expect(nearestName(mistyped, known)).toBe(nearest);
  });
});

describe("the function meant", () => {
  it.each([
    ["AVERAGE", "rollingMean"],
    ["BINH_QUAN", "rollingMean"],
    ["luy_ke", "ytd"],
    ["IFNULL", "coalesce"],
    ["ISBLANK", "isMissing"],
    ["shift", "lag"],
    ["MoM", "pop"],
    ["growth", "yoy"],
    ["log", "ln"],
    ["yearago", "yearAgo"],
    ["rolingSum", "rollingSum"],
    ["vlookup", null],
  ])("by %s is %s", (written, meant) => {
    expect(nearestFunction(written)).toBe(meant);
  });

  it("is found by every name that completion says it has elsewhere, or a likelier one is", () => {
    expect(otherNames("rollingMean")).toContain("trungbinh");
    expect(otherNames("sum")).toEqual(["total", "tong"]);
    expect(nearestFunction("tong")).toBe("sum");
    expect(otherNames("pop")).toContain("growth");
    expect(nearestFunction("growth")).toBe("yoy");
  });
});
