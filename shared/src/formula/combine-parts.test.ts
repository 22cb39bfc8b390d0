import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { combineParts, type PartRule } from "./combine-parts.ts";
import { compensatedSum } from "./compensated-sum.ts";
import { absent, fail, INCOMPLETE_PARTS, NOT_FINITE, type Result } from "./result.ts";

const rules = fc.constantFrom<PartRule[]>("sum", "mean", "min", "max");
const whole = fc.integer({ min: -1e9, max: 1e9 });
const numbers = fc.array(whole, { minLength: 1, maxLength: 40 });

/** A list and the same list in another order. */
const shuffled = <T>(list: fc.Arbitrary<T[]>): fc.Arbitrary<readonly [T[], T[]]> =>
  list.chain((items) =>
    fc
      .shuffledSubarray(
        items.map((_, at) => at),
        { minLength: items.length, maxLength: items.length },
      )
      .map((order) => [items, order.flatMap((at) => items.slice(at, at + 1))] as const),
  );

describe("a compensated sum", () => {
  it.each<[readonly number[], number]>([
    [[], 0],
    [[-0], 0],
    [[7], 7],
    [[1, 1e100, 1, -1e100], 2],
    [Array.from({ length: 10 }, () => 0.1), 1],
    [[1e16, 1, -1e16], 1],
    [[0.1, 0.2, -0.3], 2.7755575615628914e-17],
  ])("of %j is %d", (values, sum) => {
    expect(compensatedSum(values) + 0).toBe(sum);
  });

  it("of whole numbers is exact, with numbers a million million times larger among them", () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: -9_000, max: 9_000 }), (values, large) => {
        const far = large * 1e15;
        const exact = values.reduce((sum, value) => sum + BigInt(value), 0n);
        expect(compensatedSum([far, ...values, -far])).toBe(Number(exact));
      }),
    );
  });

  it("does not depend on the order of amounts with two decimals", () => {
    const amounts = fc.array(
      whole.map((n) => n / 100),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(shuffled(amounts), ([values, others]) => {
        expect(compensatedSum(others)).toBe(compensatedSum(values));
      }),
    );
  });
});

describe("one number of several parts", () => {
  it("does not depend on the order of the parts", () => {
    fc.assert(
      fc.property(rules, shuffled(numbers), (rule, [values, others]) => {
        expect(combineParts(others, rule)).toBe(combineParts(values, rule));
      }),
    );
  });

  it("of one part is that part", () => {
    fc.assert(
      fc.property(rules, whole, (rule, value) => {
        expect(combineParts([value], rule)).toBe(value);
      }),
    );
  });

  it("of the same part over and over is that part, but for the sum", () => {
    fc.assert(
      fc.property(
        fc.constantFrom<PartRule[]>("mean", "min", "max"),
        whole,
        fc.integer({ min: 1, max: 366 }),
        (rule, value, n) => {
          expect(
            combineParts(
              Array.from({ length: n }, () => value),
              rule,
            ),
          ).toBe(value);
        },
      ),
    );
  });

  it("has the mean between the smallest and the largest, and the sum at as many means", () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const [min, mean, max, sum] = (["min", "mean", "max", "sum"] as const).map((rule) =>
          Number(combineParts(values, rule)),
        );
        expect(mean).toBeGreaterThanOrEqual(min ?? Number.NaN);
        expect(mean).toBeLessThanOrEqual(max ?? Number.NaN);
        expect((mean ?? 0) * values.length).toBeCloseTo(sum ?? Number.NaN, 3);
      }),
    );
  });

  it("of parts of parts is the same as of all parts, for sums and extremes", () => {
    fc.assert(
      fc.property(fc.constantFrom<PartRule[]>("sum", "min", "max"), numbers, numbers, (rule, some, others) => {
        const nested = combineParts([combineParts(some, rule), combineParts(others, rule)], rule);
        expect(nested).toBe(combineParts([...some, ...others], rule));
      }),
    );
  });

  const gap = fc.constantFrom(absent("not-reported"), absent("cannot-exist"), absent("retracted"));
  const broken = fc.constantFrom(fail("division-by-zero"), fail("type-mismatch"));

  it("is never a number where one part has none: an error wins, one gap among numbers is incomplete", () => {
    fc.assert(
      fc.property(
        rules,
        fc.array(whole, { minLength: 1 }),
        gap,
        broken,
        fc.nat(),
        (rule, values, absence, error, place) => {
          const at = place % (values.length + 1);
          const holed: Result[] = values.toSpliced(at, 0, Number.NaN).map((it, index) => (index === at ? absence : it));
          expect(combineParts(holed, rule)).toEqual(INCOMPLETE_PARTS);
          expect(combineParts([...holed, error], rule)).toEqual(error);
          expect(combineParts([error, ...holed], rule)).toEqual(error);
        },
      ),
    );
  });

  it("keeps the first reason where nothing at all is there", () => {
    fc.assert(
      fc.property(rules, fc.array(gap, { minLength: 1, maxLength: 5 }), (rule, gaps) => {
        expect(combineParts(gaps, rule)).toEqual(gaps[0]);
      }),
    );
  });

  it.each<[PartRule, readonly Result[], Result]>([
    ["sum", [1e308, 1e308], NOT_FINITE],
    ["sum", [], 0],
    ["mean", [], NOT_FINITE],
    ["min", [], NOT_FINITE],
    ["max", [], NOT_FINITE],
    ["sum", [1, true], fail("type-mismatch")],
  ])("the %s of %j", (rule, parts, expected) => {
    expect(combineParts(parts, rule)).toEqual(expected);
  });
});
