import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson } from "./canonical-json.ts";

it("sorts keys at every depth, keeps the order of lists, and drops what is undefined", () => {
  const value = { b: [3, 1, { z: null, a: true }], a: "số liệu", c: undefined, é: 1e21, "": 0 };
  expect(canonicalJson(value)).toBe('{"":0,"a":"số liệu","b":[3,1,{"a":true,"z":null}],"é":1e+21}');
});

it("stands for the same value as ordinary JSON, and is the same for any order of keys", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(reversed(value))).toBe(text);
    }),
  );
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}
