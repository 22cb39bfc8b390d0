import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classOf, mapClasses } from "./map-classes.ts";
import { rankWithTies } from "./rank-with-ties.ts";

const SCORES = [
  68.32, 67.55, 66.54, 65.65, 65.28, 65.16, 65.15, 64.85, 63.98, 62.93, 62.79, 62.62, 62.61, 62.6, 62.5, 61.83, 61.52,
  61.48, 61.44, 61.42, 60.77, 60.55, 60.51, 60.35, 60.01, 59.75, 59.61, 58.87, 58.85, 57.41, 57.36, 56.94, 52.96, 52.48,
];

describe("classes of a map", () => {
  it("are five with whole limits that hold every province", () => {
    const classes = mapClasses(SCORES);
    expect(classes).toHaveLength(5);
    expect(classes.every(({ from, to }) => Number.isInteger(from) && Number.isInteger(to))).toBe(true);
    expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(34);
  });

  it("follow the counts where equal steps would leave most areas in one class", () => {
    const skewed = [1, 2, 2, 3, 4, 5, 6, 8, 9, 10, 12, 14, 20, 25, 40, 70, 120, 350, 900, 4000];
    const classes = mapClasses(skewed);
    expect(Math.max(...classes.map(({ count }) => count))).toBeLessThanOrEqual(8);
  });

  it("are none without values and one where all are equal", () => {
    expect(mapClasses([])).toEqual([]);
    expect(mapClasses([7, 7, 7])).toEqual([{ from: 7, to: 7, count: 3 }]);
  });

  it("always hold each value in exactly the class that counts it", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.integer({ min: -1e8, max: 1e8 }).map((cents) => cents / 100),
          { minLength: 1, maxLength: 63 },
        ),
        (values) => {
          const classes = mapClasses(values);
          const counted = classes.map(() => 0);
          for (const value of values) {
            const found = classOf(value, classes);
            expect(found).not.toBeNull();
            if (found !== null) counted[found - 1] = (counted[found - 1] ?? 0) + 1;
          }
          expect(counted).toEqual(classes.map(({ count }) => count));
          expect(classes.length).toBeLessThanOrEqual(5);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("ranks", () => {
  it("are shared by values that read the same, and the next one is skipped", () => {
    const ranks = rankWithTies(
      [
        { key: "a", shown: 61.44 },
        { key: "b", shown: 61.36 },
        { key: "c", shown: 61.41 },
        { key: "d", shown: 70 },
      ],
      "descending",
      1,
    );
    expect([...ranks].sort(([a], [b]) => (a < b ? -1 : 1))).toEqual([
      ["a", 2],
      ["b", 2],
      ["c", 2],
      ["d", 1],
    ]);
  });

  it("put the smallest first where less is better", () => {
    const ranks = rankWithTies(
      [
        { key: "a", shown: 3 },
        { key: "b", shown: 1 },
      ],
      "ascending",
      0,
    );
    expect(ranks.get("b")).toBe(1);
  });
});
