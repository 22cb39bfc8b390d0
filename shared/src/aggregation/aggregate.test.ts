import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { errorValue, missingValue, numberValue, type Value } from "../observation/index.ts";
import { aggregate } from "./aggregate.ts";
import type { CombinationRule, Part } from "./combine-all.ts";

type Sent = number | null | "error" | "cannot-exist" | "not-collected";

function valueOfPart(sent: Sent): Value {
  if (typeof sent === "number") return numberValue(sent);
  if (sent === "error") return errorValue("division-by-zero");
  return missingValue(sent ?? "not-reported");
}

const KEYS = ["01", "02", "03", "04"];

function combined(
  rule: CombinationRule,
  sent: readonly Sent[],
  options: Partial<Parameters<typeof aggregate>[0]> = {},
) {
  const parts = sent.flatMap((it, index): Part[] =>
    it === null ? [] : [{ key: KEYS[index] ?? "", value: valueOfPart(it) }],
  );
  return aggregate({ rule, parts, expected: KEYS.slice(0, sent.length), ...options });
}

const number = numberValue;
const incomplete = missingValue("incomplete-parts");

describe("a whole of parts", () => {
  it.each<[CombinationRule, readonly Sent[], Value, string]>([
    ["sum", [1, 2, 3], number(6), "3/3"],
    ["mean", [1, 2, 6], number(3), "3/3"],
    ["min", [4, -2, 3], number(-2), "3/3"],
    ["max", [4, -2, 3], number(4), "3/3"],
    ["last", [4, -2, 3], number(3), "3/3"],
    ["sum", [0, 0], number(0), "2/2"],
    ["sum", [1, null, 3], incomplete, "2/3"],
    ["max", [1, null, 3], incomplete, "2/3"],
    ["last", [1, 2, null], missingValue("not-reported"), "2/3"],
    ["last", [1, null, 3], number(3), "2/3"],
    ["last", [1, 2, "cannot-exist"], missingValue("cannot-exist"), "2/2"],
    ["sum", [null, "not-collected"], missingValue("not-reported"), "0/2"],
    ["sum", ["not-collected", null], missingValue("not-collected"), "0/2"],
    ["sum", [null, "error", 3], errorValue("division-by-zero"), "1/3"],
    ["sum", [1, "cannot-exist", 3], number(4), "2/2"],
    ["mean", [1, "cannot-exist", 3], number(2), "2/2"],
    ["sum", ["cannot-exist", "cannot-exist"], missingValue("cannot-exist"), "0/0"],
    ["none", [1, 2], missingValue("not-applicable"), "2/2"],
    ["recompute", [1, 2], missingValue("not-applicable"), "2/2"],
    ["sum", [], missingValue("not-applicable"), "0/0"],
  ])("%s of %j", (rule, sent, value, covered) => {
    const { value: found, coverage } = combined(rule, sent);
    expect(found).toEqual(value);
    expect(`${coverage.have}/${coverage.of}`).toBe(covered);
  });

  it("names what has no number and why", () => {
    expect(combined("sum", [1, null, "not-collected"]).missing).toEqual([
      { key: "02", value: missingValue("not-reported") },
      { key: "03", value: missingValue("not-collected") },
    ]);
  });

  it("is partial only where that is allowed, and then says so", () => {
    const { value, coverage } = combined("sum", [1, null, 3], { partialAllowed: true });
    expect([value, coverage.have, coverage.of]).toEqual([number(4), 2, 3]);
    expect(combined("sum", [null, null], { partialAllowed: true }).value).toEqual(missingValue("not-reported"));
    expect(combined("last", [1, null], { partialAllowed: true }).value).toEqual(missingValue("not-reported"));
  });

  it("is never made of a listed subset", () => {
    const listed = KEYS.slice(0, 2).map((key) => ({ key, value: number(5) }));
    const { value, coverage } = aggregate({ rule: "sum", parts: listed, expected: KEYS });
    expect([value, coverage.have, coverage.of]).toEqual([incomplete, 2, 4]);
  });

  it("takes no part that is not one of it, and none twice", () => {
    const nation = { key: "VN", value: number(9) };
    expect(() => aggregate({ rule: "sum", parts: [nation], expected: KEYS })).toThrowError(/part-not-expected/);
    const twice = [1, 2].map((value) => ({ key: "01", value: number(value) }));
    expect(() => aggregate({ rule: "sum", parts: twice, expected: KEYS })).toThrowError(/part-not-expected/);
  });

  it("is recomputed by its formula, with the coverage of its parts", () => {
    const { value, coverage } = combined("recompute", [50, null], { recompute: () => number(40) });
    expect([value, coverage.have, coverage.of]).toEqual([number(40), 1, 2]);
  });

  it("loses no small term beside a large one", () => {
    expect(combined("sum", [1e16, 1, -1e16, 1]).value).toEqual(number(2));
  });
});

describe("a weighted mean", () => {
  const weighted = (pairs: readonly (readonly [Sent, Sent])[], partialAllowed = false) => {
    const parts = pairs.map(([value, weight], index) => ({
      key: KEYS[index] ?? "",
      value: valueOfPart(value),
      weight: valueOfPart(weight),
    }));
    return aggregate({ rule: "weighted", parts, expected: KEYS.slice(0, pairs.length), partialAllowed });
  };

  it.each<[readonly (readonly [Sent, Sent])[], Value, number | null]>([
    [
      [
        [10, 1],
        [20, 3],
      ],
      number(17.5),
      1,
    ],
    [
      [
        [10, 1],
        [20, null],
      ],
      incomplete,
      null,
    ],
    [
      [
        [10, 1],
        [null, 3],
      ],
      incomplete,
      0.25,
    ],
    [
      [
        [10, 0],
        [20, 0],
      ],
      errorValue("division-by-zero"),
      null,
    ],
    [
      [
        [10, -1],
        [20, 3],
      ],
      errorValue("base-not-positive"),
      1,
    ],
    [
      [
        [10, "error"],
        [20, 3],
      ],
      errorValue("division-by-zero"),
      null,
    ],
    [
      [
        ["cannot-exist", null],
        [20, 3],
      ],
      number(20),
      1,
    ],
  ])("of %j", (pairs, value, weightShare) => {
    const found = weighted(pairs);
    expect([found.value, found.coverage.weightShare]).toEqual([value, weightShare]);
  });

  it("of some of the parts says which share of the weight they have", () => {
    const { value, coverage } = weighted(
      [
        [10, 1],
        [null, 3],
      ],
      true,
    );
    expect([value, coverage]).toEqual([number(10), { have: 1, of: 2, weightShare: 0.25 }]);
  });

  it("is not the mean of the ratios", () => {
    expect(
      weighted([
        [10, 1],
        [20, 3],
      ]).value,
    ).not.toEqual(combined("mean", [10, 20]).value);
  });
});

describe("in two steps as in one", () => {
  const groups = fc.array(
    fc.array(fc.tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 1, max: 1e4 })), { minLength: 1 }),
    {
      minLength: 1,
    },
  );

  it.each(["sum", "min", "max", "weighted"] as const)("%s", (rule) => {
    fc.assert(
      fc.property(groups, (regions) => {
        const whole = (pairs: readonly (readonly [number, number])[]) => {
          const parts = pairs.map(([value, weight], key) => ({ key, value: number(value), weight: number(weight) }));
          const { value } = aggregate({ rule, parts, expected: parts.map(({ key }) => key) });
          return value.kind === "number" ? value.value : Number.NaN;
        };
        const weightOf = (pairs: readonly (readonly [number, number])[]) => pairs.reduce((sum, [, w]) => sum + w, 0);
        const direct = whole(regions.flat());
        const stepwise = whole(regions.map((region) => [whole(region), weightOf(region)] as const));
        if (rule === "weighted") expect(Math.abs(stepwise - direct)).toBeLessThanOrEqual(1e-9 * 1e6);
        else expect(stepwise).toBe(direct);
      }),
    );
  });
});
