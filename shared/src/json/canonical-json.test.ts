import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "./canonical-json.ts";

describe("canonicalJson", () => {
  it("writes the sample of RFC 8785 section 3.2.2", () => {
    const sample = {
      numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/",
      literals: [null, true, false],
    };
    expect(canonicalJson(sample)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it("sorts names by UTF-16 units, as in RFC 8785 section 3.2.3", () => {
    const sample = {
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis",
    };
    const order = [...canonicalJson(sample).matchAll(/:"([^"]+)"/g)].map((match) => match[1]);
    expect(order).toEqual([
      "Carriage Return",
      "One",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ]);
  });

  it.each([
    [0, "0"],
    [-0, "0"],
    [5e-324, "5e-324"],
    [1.7976931348623157e308, "1.7976931348623157e+308"],
    [9007199254740992, "9007199254740992"],
    [1e21, "1e+21"],
    [9.999999999999997e22, "9.999999999999997e+22"],
    [0.000001, "0.000001"],
  ])("writes the number %d of RFC 8785 appendix B as %s", (number, text) => {
    expect(canonicalJson(number)).toBe(text);
  });

  it("sorts names at every depth, keeps the order of lists, and drops what is undefined", () => {
    const value = { b: [3, 1, { z: null, a: true }], a: "số liệu", c: undefined, é: 1e21, "": 0 };
    expect(canonicalJson(value)).toBe('{"":0,"a":"số liệu","b":[3,1,{"a":true,"z":null}],"é":1e+21}');
  });

  it("stands for the same value as ordinary JSON, and is the same for any order of names", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(reversed(value))).toBe(text);
      }),
    );
  });

  it.each([
    ["NaN", Number.NaN],
    ["infinity", { rate: Number.NEGATIVE_INFINITY }],
    ["a lone surrogate", "\ud800"],
    ["a name with a lone surrogate", { "\ud800": 1 }],
    ["nothing in a list", [undefined]],
    ["a big integer", 1n],
  ])("refuses %s, which has no canonical form", (_, value) => {
    expect(() => canonicalJson(value)).toThrow(RangeError);
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  const members: [string, unknown][] = Object.entries(value);
  return Object.fromEntries(members.reverse().map(([name, member]) => [name, reversed(member)]));
}
