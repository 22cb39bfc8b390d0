import { DomainError } from "@bochiso/shared/errors";
import { runSteps } from "@bochiso/shared/graph";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wholeText } from "./body-text.ts";
import { ExactNumber } from "./exact-number.ts";
import type { JsonValue } from "./json-value.ts";
import { readJson, readJsonSteps } from "./read-json.ts";

function codeOf(text: string): string {
  try {
    readJson(text);
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return "read";
}

function refusalOf(read: () => unknown): DomainError {
  try {
    read();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

/** The exact tree with numbers as doubles, to compare with `JSON.parse`. */
function asDoubles(value: JsonValue): unknown {
  if (value instanceof ExactNumber) return Number(value.text);
  if (Array.isArray(value)) return value.map(asDoubles);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, asDoubles(member)]));
}

describe("readJson", () => {
  it("keeps numbers as they were written", () => {
    expect(readJson("[42150.30, -0, 1E+2, 12345678901234567890123456789012345678]")).toEqual(
      ["42150.30", "-0", "1E+2", "12345678901234567890123456789012345678"].map((text) => new ExactNumber(text)),
    );
  });

  it("reads what JSON.parse reads", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6, noUnicodeString: false }), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        fc.pre(!text.includes("\\u0000") && !text.includes("\\ud"));
        expect(asDoubles(readJson(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  it("agrees with JSON.parse on what is no JSON", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[[\]{}",:0-9.eE+\-a-d \\/u]{0,14}$/), (text) => {
        const ours = codeOf(text);
        if (ours === "body-malformed" && /"(.*)":.*"\1":/.test(text)) return;
        let theirs = "read";
        try {
          JSON.parse(text);
        } catch {
          theirs = "body-malformed";
        }
        expect(ours === "too-large" ? theirs : ours).toBe(theirs);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["", "nothing"],
    ["{", "an open object"],
    ['{"a":1,}', "a trailing comma"],
    ["[1 2]", "a missing comma"],
    ["01", "a leading zero"],
    ["[1] x", "something behind the end"],
    ['"a\nb"', "a raw line break in a text"],
    ['{"a":1,"a":2}', "a duplicate name"],
    ['{"\\u0061":1,"a":2}', "a duplicate name behind an escape"],
    ['"\\ud800"', "a lone surrogate"],
    ['"\\u0000"', "U+0000"],
    ["NaN", "NaN"],
  ])("refuses %j: %s", (text) => {
    expect(codeOf(text)).toBe("body-malformed");
  });

  it("counts depth and the bytes of a text while reading", () => {
    expect(codeOf(`${"[".repeat(8)}1${"]".repeat(8)}`)).toBe("read");
    expect(codeOf(`${"[".repeat(9)}1${"]".repeat(9)}`)).toBe("too-large");
    expect(codeOf("[".repeat(100_000))).toBe("too-large");
    expect(codeOf(`"${"a".repeat(4096)}"`)).toBe("read");
    expect(codeOf(`"${"ố".repeat(1366)}"`)).toBe("too-large");
  });

  it.each([
    ["", { at: 0, line: 1 }, "The body is empty"],
    ["\n ", { at: 2, line: 2 }, "The body is empty"],
    ['{"a":\n[1,', { at: 9, line: 2, pointer: "/a/1" }, "ends half-way in line 2"],
    ['{"a":1,\n}', { at: 8, line: 2 }, '(line 2): "}"'],
    ['{"a":[{"b/c":01}]}', { at: 14, line: 1, pointer: "/a/0/b~1c" }, '(line 1): "1}]}"'],
    ['{"a":{"b":1,\n"b":2}}', { at: 16, line: 2, pointer: "/a/b" }, '"b" occurs twice in one object (line 2)'],
    ['{"a":[{},\n"\\u0000"]}', { at: 17, line: 2, pointer: "/a/1" }, "line 2 holds U+0000"],
    [`[1,\n"${"x".repeat(4097)}"]`, { at: 4103, line: 2, pointer: "/1" }, "Line 2, /1: A text is longer than"],
    [`[1,\n{"a":${"1".repeat(4097)}}]`, { line: 2, pointer: "/1/a" }, "Line 2, /1/a: A text is longer than"],
    [`{"a":{"${"x".repeat(4097)}":1}}`, { line: 1, pointer: "/a" }, "Line 1, /a: A text is longer than"],
    [`{"a":\n${"[".repeat(8)}`, { line: 2, pointer: `/a${"/0".repeat(7)}` }, "nested deeper than 8 levels"],
  ])("tells the place of what is wrong with %j", (text, place, said) => {
    const { facts, text: told } = refusalOf(() => readJson(text));
    expect(facts).toMatchObject(place);
    expect(told.en).toContain(said);
  });

  it("tells the row of what is wrong within the rows, and of what comes behind them none", () => {
    const read = (text: string) => {
      const steps = readJsonSteps(wholeText(text), { name: "rows", most: 9 });
      return refusalOf(() => runSteps(steps)).facts;
    };
    expect(read('{"rows":[1,{"a":[1,}]}')).toMatchObject({ row: 1, pointer: "/rows/1/a/1" });
    expect(read('{"other":[1,2 3],"rows":[]}')).not.toHaveProperty("row");
    expect(read('{"rows":[1,2],"a":[x]}')).toEqual({ pointer: "/a/0", at: 19, line: 1 });
  });

  it("takes __proto__ for a name like any other", () => {
    const read = readJson('{"__proto__": {"polluted": true}, "a": 1}');
    expect(Object.keys(read ?? {})).toEqual(["__proto__", "a"]);
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  });
});
