import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { errorValue, missingValue, numberValue, type Value } from "../observation/value.ts";
import { combineAll, type Part } from "./combine-all.ts";

const meanOfAll = (values: readonly number[]): Value =>
  combineAll(
    values.map((value, at): Part => ({ key: String(at), value: numberValue(value) })),
    { rule: "mean" },
  ).value;

describe("a weighted mean", () => {
  const weighed = fc.array(fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: 1, max: 999 })), {
    minLength: 1,
    maxLength: 20,
  });
  const meanOf = (pairs: readonly (readonly [number, number])[], partialAllowed = false) =>
    combineAll(
      pairs.map(
        ([value, weight], at): Part => ({ key: String(at), value: numberValue(value), weight: numberValue(weight) }),
      ),
      { rule: "weighted", partialAllowed },
    );
  const numberOf = (pairs: readonly (readonly [number, number])[]): number => {
    const { value } = meanOf(pairs);
    return value.kind === "number" ? value.value : Number.NaN;
  };

  it("lies among its values, and is their plain mean where all weigh the same", () => {
    fc.assert(
      fc.property(weighed, fc.integer({ min: 1, max: 50 }), (pairs, weight) => {
        const values = pairs.map(([value]) => value);
        expect(numberOf(pairs)).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
        expect(numberOf(pairs)).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
        const plain = meanOfAll(values);
        expect(numberOf(values.map((value) => [value, weight]))).toBeCloseTo(
          plain.kind === "number" ? plain.value : Number.NaN,
          9,
        );
      }),
    );
  });

  it("does not depend on the unit of the weights, nor on parts without weight", () => {
    fc.assert(
      fc.property(weighed, fc.integer({ min: 2, max: 1_000 }), fc.integer(), (pairs, by, ghost) => {
        expect(numberOf(pairs.map(([value, weight]) => [value, weight * by]))).toBeCloseTo(numberOf(pairs), 9);
        expect(numberOf([...pairs, [ghost, 0]])).toBeCloseTo(numberOf(pairs), 9);
      }),
    );
  });

  it("of ratios by their denominators is the ratio of the sums", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 1, max: 999 })), {
          minLength: 1,
          maxLength: 20,
        }),
        (pairs) => {
          const [above, below] = [0, 1].map((at) => pairs.reduce((sum, pair) => sum + (pair[at] ?? 0), 0));
          expect(numberOf(pairs.map(([part, whole]) => [part / whole, whole]))).toBeCloseTo(
            (above ?? 0) / (below ?? 1),
            9,
          );
        },
      ),
    );
  });

  it("says which share of the weight it stands on", () => {
    fc.assert(
      fc.property(weighed, fc.integer({ min: 1, max: 999 }), (pairs, weight) => {
        const parts = pairs.map(
          ([value, own], at): Part => ({ key: String(at), value: numberValue(value), weight: numberValue(own) }),
        );
        const absent: Part = { key: "absent", value: missingValue("not-reported"), weight: numberValue(weight) };
        const { coverage } = combineAll([...parts, absent], { rule: "weighted", partialAllowed: true });
        const total = pairs.reduce((sum, [, own]) => sum + own, 0);
        expect(coverage.weightShare).toBeCloseTo(total / (total + weight), 12);
      }),
    );
  });

  it.each<[string, Value, Value]>([
    ["a weight below zero", numberValue(-1), errorValue("base-not-positive")],
    ["weights of zero only", numberValue(0), errorValue("division-by-zero")],
    ["a weight nobody sent", missingValue("not-reported"), missingValue("incomplete-parts")],
    ["a weight that failed", errorValue("log-of-non-positive"), errorValue("log-of-non-positive")],
  ])("by %s has no number", (_, weight, expected) => {
    expect(combineAll([{ key: "a", value: numberValue(5), weight }], { rule: "weighted" }).value).toEqual(expected);
  });
});
