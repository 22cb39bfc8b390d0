import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { errorValue, missingValue, numberValue, type Value } from "../observation/value.ts";
import { type CombinationRule, combineAll, type Part } from "./combine-all.ts";

const number = fc.integer({ min: -1_000, max: 1_000 }).map(numberValue);
const gap = fc.constantFrom(missingValue("not-reported"), missingValue("retracted"), missingValue("not-collected"));
const keyed = (values: readonly Value[]): Part[] => values.map((value, at) => ({ key: String(at), value }));
const plainRule = fc.constantFrom<CombinationRule[]>("sum", "mean", "min", "max");
const numbers = fc.array(number, { minLength: 1, maxLength: 34 });
const wholeOf = (values: readonly Value[], rule: CombinationRule, more: object = {}): Value =>
  combineAll(keyed(values), { rule, ...more }).value;

describe("a whole", () => {
  it("of parts that are wholes themselves is the whole of all, for sums and extremes", () => {
    fc.assert(
      fc.property(
        fc.constantFrom<CombinationRule[]>("sum", "min", "max"),
        fc.array(numbers, { minLength: 1, maxLength: 6 }),
        (rule, groups) => {
          const nested = wholeOf(
            groups.map((group) => wholeOf(group, rule)),
            rule,
          );
          expect(nested).toEqual(wholeOf(groups.flat(), rule));
        },
      ),
    );
  });

  it("does not change by parts that cannot exist, and counts none of them", () => {
    fc.assert(
      fc.property(plainRule, numbers, fc.nat(34), fc.integer({ min: 1, max: 5 }), (rule, values, place, count) => {
        const impossible = Array.from({ length: count }, () => missingValue("cannot-exist"));
        const parts = keyed(values.toSpliced(place % (values.length + 1), 0, ...impossible));
        const found = combineAll(parts, { rule });
        expect(found.value).toEqual(wholeOf(values, rule));
        expect(found.coverage).toMatchObject({ have: values.length, of: values.length });
      }),
    );
  });

  it("with a gap has no value unless a part is allowed, and then that of the parts there are", () => {
    fc.assert(
      fc.property(plainRule, numbers, fc.array(gap, { minLength: 1, maxLength: 4 }), (rule, values, gaps) => {
        expect(wholeOf([...values, ...gaps], rule)).toEqual(missingValue("incomplete-parts"));
        expect(wholeOf([...gaps, ...values], rule, { incomplete: "incomplete-predecessors" })).toEqual(
          missingValue("incomplete-predecessors"),
        );
        const partial = combineAll(keyed([...gaps, ...values]), { rule, partialAllowed: true });
        expect(partial.value).toEqual(wholeOf(values, rule));
        expect(partial.coverage).toMatchObject({ have: values.length, of: values.length + gaps.length });
        expect(partial.missing.map(({ key }) => key)).toEqual(gaps.map((_, at) => String(at)));
      }),
    );
  });

  it("with one failed part has failed, whatever is allowed", () => {
    fc.assert(
      fc.property(
        plainRule,
        numbers,
        fc.array(gap, { maxLength: 3 }),
        fc.boolean(),
        (rule, values, gaps, partialAllowed) => {
          const failed = errorValue("division-by-zero");
          expect(wholeOf([...gaps, failed, ...values], rule, { partialAllowed })).toEqual(failed);
        },
      ),
    );
  });

  it("never has more parts than it needs, whatever comes", () => {
    const any = fc.oneof(number, gap, fc.constant(missingValue("cannot-exist")), fc.constant(errorValue("not-finite")));
    const rules = fc.constantFrom<CombinationRule[]>(
      "sum",
      "mean",
      "weighted",
      "last",
      "min",
      "max",
      "recompute",
      "none",
    );
    fc.assert(
      fc.property(
        rules,
        fc.array(any, { maxLength: 12 }),
        fc.boolean(),
        fc.boolean(),
        (rule, values, partialAllowed, needsAll) => {
          const { coverage, missing, value } = combineAll(keyed(values), { rule, partialAllowed, needsAll });
          expect(coverage.have + missing.length).toBe(coverage.of);
          expect(coverage.of).toBeLessThanOrEqual(values.length);
          if (value.kind === "number") expect(Number.isFinite(value.value)).toBe(true);
        },
      ),
    );
  });

  it("counts a part that is itself partial as one that is not had, though its number is taken", () => {
    const half = { have: 1, of: 2, weightShare: null };
    const parts: Part[] = [
      { key: "a", value: numberValue(2), coverage: half },
      { key: "b", value: numberValue(3) },
    ];
    expect(combineAll(parts, { rule: "sum" })).toMatchObject({ value: numberValue(5), coverage: { have: 1, of: 2 } });
  });

  it.each<[CombinationRule, Value]>([
    ["none", missingValue("not-applicable")],
    ["sum", missingValue("not-applicable")],
    ["last", missingValue("not-applicable")],
    ["recompute", missingValue("not-applicable")],
  ])("of nothing at all by %s is not applicable", (rule, value) => {
    expect(wholeOf([], rule)).toEqual(value);
  });
});

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
        const plain = wholeOf(values.map(numberValue), "mean");
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
