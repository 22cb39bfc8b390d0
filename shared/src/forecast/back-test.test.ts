import { describe, expect, it } from "vitest";
import { aHistory } from "../target/testing/a-history.ts";
import { backTest, fewestValues } from "./back-test.ts";
import { errorBound } from "./error-bound.ts";
import { holtWinters } from "./holt-winters.ts";
import { scoreBackTest, summedErrors } from "./score-back-test.ts";
import { seasonalDrift, seasonalNaive } from "./seasonal-naive.ts";
import { theta } from "./theta.ts";
import { trainingSeries } from "./training-series.ts";

const uneven = Array.from(
  { length: 60 },
  (_, index) => 100 + 2 * index + 9 * Math.sin(index * 1.7) + ((index * 13) % 7),
);
const run = (values: readonly number[], observed: readonly boolean[] = values.map(() => true)) =>
  backTest({ series: { first: 0, values, observed }, season: 12, horizon: 12, logarithms: true, clamp: (it) => it });

describe("a back-test", () => {
  it("never uses what was unknown at its origin", () => {
    const [known, changed] = [run(uneven), run([...uneven.slice(0, -1), 9_999])];
    expect(changed.origins.map(({ method }) => method)).toEqual(known.origins.map(({ method }) => method));
    known.origins.forEach(({ errors }, index) => {
      // The last thirteen origins reach the value that was changed; nothing but that error may differ.
      const untouched = index < 12 ? errors : errors.slice(0, -1);
      expect(changed.origins[index]?.errors.slice(0, untouched.length)).toEqual(untouched);
    });
  });

  it("scores the last 24 origins, each up to the last value", () => {
    const { origins } = run(uneven);
    expect(origins.map(({ errors }) => errors.length)).toEqual([
      ...Array(12).fill(12),
      12,
      11,
      10,
      9,
      8,
      7,
      6,
      5,
      4,
      3,
      2,
      1,
    ]);
  });

  it("does not score bridged values and does not start from them", () => {
    const observed = uneven.map((_, index) => index !== 50);
    const { origins } = run(uneven, observed);
    expect(origins).toHaveLength(23);
    expect(origins.flatMap(({ errors }) => errors).filter((error) => error === null)).toHaveLength(12);
    expect(summedErrors(origins, 0, 11).length).toBeLessThan(13);
  });

  it("gives nothing on a series shorter than its first origin", () => {
    expect(run(uneven.slice(0, fewestValues(12) - 1))).toEqual({ origins: [], today: null });
  });

  it("scores by hand: errors 1 and 3 against 2 and 2 on a scale of 2", () => {
    const origin = { method: "theta@1", errors: [1, -3, null], naiveErrors: [2, -2, 5], scale: 2 } as const;
    expect(scoreBackTest([origin])).toEqual({ origins: 1, mase: 1, naiveMase: 1, wins: 0.5, meanError: 2 });
    expect(scoreBackTest([{ ...origin, scale: 0 }])).toBeNull();
    expect(summedErrors([origin], 0, 1)).toEqual([-2]);
  });
});

describe("the methods", () => {
  const line = Array.from({ length: 48 }, (_, index) => 10 + 3 * index);
  const seasonal = line.map((value, index) => value + ([5, -5, 2, -2][index % 4] ?? 0));

  it("repeat the last season", () => {
    expect(seasonalNaive([9, 1, 2, 3, 4], 4, 6)).toEqual([1, 2, 3, 4, 1, 2]);
    expect(seasonalNaive([7, 8], 1, 3)).toEqual([8, 8, 8]);
  });

  it("move it by the mean change of a season", () => {
    expect(seasonalDrift([1, 2, 3, 4, 3, 4, 5, 6], 4, 6)).toEqual([5, 6, 7, 8, 7, 8]);
  });

  it.each([
    ["Holt–Winters (its trend is damped)", holtWinters, 2],
    ["Theta (it follows half the trend)", theta, 8],
  ])("%s finds a line with a season", (_name, method, within) => {
    const ahead = method(seasonal, 4, 4);
    ahead.forEach((value, step) => {
      const truth = 10 + 3 * (48 + step) + ([5, -5, 2, -2][step] ?? 0);
      expect(Math.abs(value - truth)).toBeLessThan(within);
    });
  });

  it.each([
    ["Holt–Winters", holtWinters],
    ["Theta", theta],
    ["seasonal drift", seasonalDrift],
  ])("%s keeps a constant", (_name, method) => {
    method(Array(40).fill(7), 4, 8).forEach((value) => {
      expect(value).toBeCloseTo(7, 9);
    });
    method(Array(40).fill(7), 1, 3).forEach((value) => {
      expect(value).toBeCloseTo(7, 9);
    });
  });
});

describe("the training series", () => {
  it("bridges two months, not three", () => {
    const two = aHistory("2020-01", [1, 2, null, null, 5]);
    expect(trainingSeries(two, 12)).toMatchObject({
      values: [1, 2, 3, 4, 5],
      observed: [true, true, false, false, true],
    });
    expect(trainingSeries(aHistory("2020-01", [1, 2, null, null, null, 5]), 12).values).toEqual([5]);
  });

  it("bridges by last season's shape where it is known", () => {
    const shaped = aHistory("2020-01", [10, 40, 10, 12, null, 14]);
    expect(trainingSeries(shaped, 3).values).toEqual([10, 40, 10, 12, 43, 14]);
  });

  it("starts at the last break that has begun, and holds nothing of an empty history", () => {
    const history = aHistory("2020-01", [1, 2, 3, 4]);
    const first = 12 * 2020;
    expect(trainingSeries(history, 12, [first + 1, first + 2, first + 90]).values).toEqual([3, 4]);
    expect(trainingSeries(new Map(), 12).values).toEqual([]);
  });

  it("looks back ten seasons at most", () => {
    expect(trainingSeries(aHistory("1990-01", Array(400).fill(1)), 12).values).toHaveLength(120);
  });
});

describe("the error bound", () => {
  it.each([
    [[1, -2, 3, -4], 0.8, 4],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9], 0.8, 8],
    [[5], 0.8, 5],
    [[], 0.8, Number.POSITIVE_INFINITY],
  ])("of %j at %s is %s", (errors, level, bound) => {
    expect(errorBound(errors, level)).toBe(bound);
  });
});
