import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { candidatePaths } from "./candidates.ts";
import { holtWinters } from "./holt-winters.ts";
import { scoreBackTest, summedErrors } from "./score-back-test.ts";
import { type Forecaster, seasonalDrift, seasonalNaive } from "./seasonal-naive.ts";
import { theta } from "./theta.ts";
import { trainingSeries } from "./training-series.ts";

const METHODS: readonly (readonly [string, Forecaster])[] = [
  ["theta", theta],
  ["Holt–Winters", holtWinters],
  ["seasonal naive", seasonalNaive],
  ["seasonal drift", seasonalDrift],
];
const SEASON = 4;
const HORIZON = 6;
const series = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 2 * SEASON + 2, maxLength: 24 });

/** How far two paths are apart at most. */
const apart = (a: readonly number[], b: readonly number[]): number =>
  Math.max(...a.map((value, at) => Math.abs(value - (b[at] ?? Number.NaN))));

describe.each(METHODS)("%s", (_, method) => {
  it("gives as many numbers as are asked for, all of them finite, and the same again", () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 1, max: 14 }), (values, horizon) => {
        const path = method(values, SEASON, horizon);
        expect(path).toHaveLength(horizon);
        expect(path.every(Number.isFinite)).toBe(true);
        expect(method([...values], SEASON, horizon)).toEqual(path);
      }),
      { numRuns: 40 },
    );
  });

  it("says of the nearer periods the same, however far it is asked to look", () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 1, max: HORIZON }), (values, near) => {
        expect(method(values, SEASON, HORIZON).slice(0, near)).toEqual(method(values, SEASON, near));
      }),
      { numRuns: 40 },
    );
  });

  it("does not depend on the unit", () => {
    fc.assert(
      fc.property(series, fc.constantFrom(2, 1_024), (values, by) => {
        const scaled = method(
          values.map((value) => value * by),
          SEASON,
          HORIZON,
        );
        expect(
          apart(
            scaled,
            method(values, SEASON, HORIZON).map((value) => value * by),
          ),
        ).toBeLessThan(1e-6 * by);
      }),
      { numRuns: 40 },
    );
  });

  it("continues what never changes, and repeats a season that always is the same", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99, max: 99 }),
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: SEASON, maxLength: SEASON }),
        (level, season) => {
          expect(
            apart(
              method(
                Array.from({ length: 12 }, () => level),
                SEASON,
                HORIZON,
              ),
              Array.from({ length: HORIZON }, () => level),
            ),
          ).toBeLessThan(1e-6);
          const repeated = Array.from({ length: 24 }, (_each, at) => season[at % SEASON] ?? 0);
          if (method !== theta) expect(apart(method(repeated, SEASON, SEASON), season)).toBeLessThan(1e-6);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("the candidates", () => {
  it("are in logarithms too where every value is above zero, never otherwise", () => {
    fc.assert(
      fc.property(series, fc.boolean(), fc.boolean(), (values, logarithms, withZero) => {
        const given = withZero ? [...values, 0] : values;
        const methods = candidatePaths(given, SEASON, 2, logarithms).map(({ method }) => method);
        expect(methods.some((method) => method.includes("-log@"))).toBe(logarithms && !withZero);
        expect(methods[0]).toBe("mean-of-methods@1");
      }),
      { numRuns: 40 },
    );
  });

  it("in logarithms are never below zero", () => {
    fc.assert(
      fc.property(series, (values) => {
        for (const { method, path } of candidatePaths(values, SEASON, HORIZON, true))
          if (method.includes("-log@")) expect(Math.min(...path)).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });
});

describe("the values trained on", () => {
  const history = fc.array(fc.option(fc.integer({ min: 0, max: 99 }), { freq: 6 }), { minLength: 1, maxLength: 60 });
  const mapOf = (values: readonly (number | null)[]) =>
    new Map(values.flatMap((value, at) => (value === null ? [] : [[at, value] as const])));

  it("are those that were sent, follow each other up to the newest, and begin with one that was sent", () => {
    fc.assert(
      fc.property(history, (values) => {
        const sent = mapOf(values);
        fc.pre(sent.size > 0);
        const { first, values: trained, observed } = trainingSeries(sent, 12);
        expect(first + trained.length - 1).toBe(Math.max(...sent.keys()));
        expect([observed[0], observed.at(-1)]).toEqual([true, true]);
        for (const [at, value] of trained.entries()) {
          expect(observed[at]).toBe(sent.has(first + at));
          if (observed[at]) expect(value).toBe(sent.get(first + at));
        }
      }),
    );
  });

  it("bridge no more than two periods at once, within the values beside them without a season", () => {
    fc.assert(
      fc.property(history, (values) => {
        const { values: trained, observed } = trainingSeries(mapOf(values), 1);
        expect(observed.map((seen) => (seen ? "x" : "-")).join("")).not.toContain("---");
        for (const [at, value] of trained.entries()) {
          if (observed[at] !== false) continue;
          const [before, after] = [observed.lastIndexOf(true, at), observed.indexOf(true, at)].map(
            (place) => trained[place] ?? Number.NaN,
          );
          expect(value).toBeGreaterThanOrEqual(Math.min(before ?? 0, after ?? 0));
          expect(value).toBeLessThanOrEqual(Math.max(before ?? 0, after ?? 0));
        }
      }),
    );
  });
});

describe("the score of a back-test", () => {
  const errors = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 3, maxLength: 3 });
  const origin = fc.record({
    method: fc.constant("theta@1" as const),
    errors,
    naiveErrors: errors,
    scale: fc.integer({ min: 1, max: 9 }),
  });

  it("beside itself is even: as good as seasonal naive, and half of the origins won", () => {
    fc.assert(
      fc.property(fc.array(origin, { minLength: 1 }), (origins) => {
        const score = scoreBackTest(origins.map((each) => ({ ...each, naiveErrors: each.errors })));
        expect(score).toMatchObject({ mase: score?.naiveMase, wins: 0.5, origins: origins.length });
      }),
    );
  });

  it("turns round with the sides: what one wins the other loses", () => {
    fc.assert(
      fc.property(fc.array(origin, { minLength: 1 }), (origins) => {
        const [ours, theirs] = [
          scoreBackTest(origins),
          scoreBackTest(origins.map((each) => ({ ...each, errors: each.naiveErrors, naiveErrors: each.errors }))),
        ];
        expect((ours?.wins ?? 0) + (theirs?.wins ?? 0)).toBeCloseTo(1, 12);
        expect(ours?.mase).toBe(theirs?.naiveMase);
      }),
    );
  });

  it("sums errors of consecutive steps only where every one is known", () => {
    const known = { method: "theta@1", errors: [1, 2, 4], naiveErrors: [0, 0, 1], scale: 1 } as const;
    const holed = { ...known, errors: [1, null, 4] };
    expect(summedErrors([known, holed], 0, 2)).toEqual([7]);
    expect(summedErrors([known, holed], 2, 2)).toEqual([4, 4]);
    expect(summedErrors([known], 1, 2, "naiveErrors")).toEqual([1]);
    expect(summedErrors([known], 1, 3)).toEqual([]);
  });
});
