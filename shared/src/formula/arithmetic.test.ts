import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arithmetic, comparison, logical, roundHalfAway } from "./arithmetic.ts";
import type { ArithmeticOperator } from "./ast.ts";
import { absent, fail, type Result } from "./result.ts";

const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const operators = fc.constantFrom<ArithmeticOperator[]>("+", "-", "*", "/", "^");
const errors = fc.constantFrom(fail("division-by-zero"), fail("comparability-break"), fail("not-finite"));
const absences = fc.constantFrom(absent("not-reported"), absent("retracted"), absent("cannot-exist"));
const anyResult: fc.Arbitrary<Result> = fc.oneof(number, fc.boolean(), errors, absences);

describe("arithmetic on results", () => {
  it("never gives NaN or an infinity: it gives an error instead", () => {
    fc.assert(
      fc.property(operators, number, number, (operator, a, b) => {
        const result = arithmetic(operator)(a, b);
        expect(typeof result === "number" ? Number.isFinite(result) : result).not.toBe(false);
      }),
    );
  });

  it("lets an error win over an absence and an absence over a number, from either side", () => {
    fc.assert(
      fc.property(operators, errors, absences, number, (operator, error, absence, n) => {
        const apply = arithmetic(operator);
        expect([apply(error, absence), apply(absence, error)]).toEqual([error, error]);
        expect([apply(n, absence), apply(absence, n)]).toEqual([absence, absence]);
        expect([apply(n, error), apply(error, n)]).toEqual([error, error]);
      }),
    );
  });

  it("of two failures of a kind keeps the one on the left", () => {
    fc.assert(
      fc.property(operators, errors, errors, absences, absences, (operator, e, f, m, n) => {
        expect(arithmetic(operator)(e, f)).toEqual(e);
        expect(arithmetic(operator)(m, n)).toEqual(m);
      }),
    );
  });

  it("never takes a truth value for a number", () => {
    fc.assert(
      fc.property(operators, fc.boolean(), number, (operator, truth, n) => {
        expect(arithmetic(operator)(truth, n)).toEqual(fail("type-mismatch"));
        expect(comparison("<")(n, truth)).toEqual(fail("type-mismatch"));
        expect(comparison("=")(truth, n)).toEqual(fail("type-mismatch"));
        expect(logical("or")(truth, n)).toEqual(fail("type-mismatch"));
      }),
    );
  });

  it.each<[number, ArithmeticOperator, number, Result]>([
    [1, "/", 0, fail("division-by-zero")],
    [1, "/", -0, fail("division-by-zero")],
    [0, "/", 0, fail("division-by-zero")],
    [0, "^", -1, fail("division-by-zero")],
    [0, "^", 0, 1],
    [-8, "^", 1 / 3, fail("root-of-negative")],
    [-2, "^", 3, -8],
    [-2, "^", -2, 0.25],
    [10, "^", 400, fail("not-finite")],
    [1e308, "*", 10, fail("not-finite")],
    [-1e308, "-", 1e308, fail("not-finite")],
    [-6, "/", -2, 3],
  ])("%d %s %d", (a, operator, b, expected) => {
    expect(arithmetic(operator)(a, b)).toEqual(expected);
  });
});

describe("comparison and logic", () => {
  it("says exactly one of less, equal and greater of two numbers, and the opposite signs the opposite", () => {
    fc.assert(
      fc.property(number, fc.oneof(number, fc.constant(0)), (a, b) => {
        const said = (["<", "=", ">"] as const).filter((sign) => comparison(sign)(a, b) === true);
        expect(said).toHaveLength(1);
        expect(comparison("<=")(a, b)).toBe(comparison(">")(a, b) === false);
        expect(comparison(">=")(a, b)).toBe(comparison("<")(a, b) === false);
        expect(comparison("!=")(a, b)).toBe(comparison("=")(a, b) === false);
      }),
    );
  });

  it("does not hide a missing operand behind the other, though that one would decide alone", () => {
    fc.assert(
      fc.property(absences, (absence) => {
        expect(logical("or")(true, absence)).toEqual(absence);
        expect(logical("and")(absence, false)).toEqual(absence);
      }),
    );
  });

  it("gives the same for its sides in any order, failures of one kind aside", () => {
    fc.assert(
      fc.property(fc.constantFrom("and", "or"), anyResult, anyResult, (operator, a, b) => {
        const kindOf = (result: Result) => (typeof result === "object" ? result.kind : result);
        expect(kindOf(logical(operator)(a, b))).toEqual(kindOf(logical(operator)(b, a)));
      }),
    );
  });
});

describe("rounding halves away from zero", () => {
  it.each([
    [1.005, 2, 1.01],
    [2.675, 2, 2.68],
    [1.45, 1, 1.5],
    [-1.45, 1, -1.5],
    [0.5, 0, 1],
    [-0.5, 0, -1],
    [0.49999999999999994, 0, 0],
    [8.345, 2, 8.35],
    [1_250, -2, 1_300],
    [-1_250, -2, -1_300],
    [49, -2, 0],
    [0.1 + 0.2, 15, 0.3],
    [1e21, 2, 1e21],
    [1.5e300, 15, 1.5e300],
    [5e-324, 15, 0],
    [1234567890123456.8, 2, 1234567890123456.8],
    [9007199254740992, 3, 9007199254740992],
    [0, 2, 0],
  ])("%d to %d places is %d", (value, digits, expected) => {
    expect(roundHalfAway(value, digits) + 0).toBe(expected);
  });

  /** Numbers as agencies write them: up to twelve digits, up to six of them decimals. */
  const written = fc
    .tuple(fc.integer({ min: -1e12, max: 1e12 }), fc.nat(6))
    .map(([n, places]) => Number(`${n}e-${places}`));
  const digits = fc.integer({ min: -6, max: 6 });

  it("changes nothing a second time", () => {
    fc.assert(
      fc.property(fc.oneof(written, number), fc.integer({ min: -15, max: 15 }), (value, places) => {
        const once = roundHalfAway(value, places);
        expect(roundHalfAway(once, places)).toBe(once);
      }),
    );
  });

  it("leaves a number alone that has no more places, however many digits it has", () => {
    const long = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 17n }), fc.nat(9)).map(([n, places]) => `${n}e-${places}`);
    fc.assert(
      fc.property(long, fc.nat(6), (text, more) => {
        const [, places = "0"] = text.split("e-");
        const value = Number(text);
        expect(roundHalfAway(value, Number(places) + more)).toBe(value);
      }),
    );
  });

  it("is the same for both signs, and never turns the order of two numbers round", () => {
    fc.assert(
      fc.property(written, written, digits, (a, b, places) => {
        expect(roundHalfAway(-a, places) + 0).toBe(-roundHalfAway(a, places) + 0);
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(roundHalfAway(low, places)).toBeLessThanOrEqual(roundHalfAway(high, places));
      }),
    );
  });

  it("agrees with rounding the decimal text in whole numbers of any size", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.nat(6), fc.nat(6), (n, places, kept) => {
        const unit = 10n ** BigInt(Math.max(0, places - kept));
        const size = BigInt(Math.abs(n));
        const rounded = ((size * 2n + unit) / (unit * 2n)) * unit;
        const expected = Number(`${n < 0 ? "-" : ""}${rounded}e-${places}`);
        expect(roundHalfAway(Number(`${n}e-${places}`), kept) + 0).toBe(expected + 0);
      }),
    );
  });
});
