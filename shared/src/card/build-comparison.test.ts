import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberValue } from "../observation/value.ts";
import { aComparison, aRate, aSum } from "./testing/a-comparison.ts";

const figures = fc.array(
  fc.option(
    fc.integer({ min: 0, max: 2_000 }).map((n) => n / 10),
    { freq: 5 },
  ),
  { minLength: 1, maxLength: 12 },
);

describe("a comparison of areas", () => {
  it("ranks every area with a number, lists all, those without at the end in official order", () => {
    fc.assert(
      fc.property(figures, (numbers) => {
        const { rows, have, of } = aComparison(numbers);
        const ranks = rows.map(({ rank }) => rank);
        expect([have, of]).toEqual([numbers.filter((it) => it !== null).length, numbers.length]);
        expect(ranks.filter((rank) => rank !== null)).toEqual(ranks.slice(0, have));
        expect(ranks.slice(0, have)).toEqual(ranks.slice(0, have).toSorted((a, b) => (a ?? 0) - (b ?? 0)));
        const without = rows.slice(have).map(({ area }) => area);
        expect(without).toEqual(without.toSorted());
      }),
    );
  });

  it("puts every number into the class that counts it, and nothing else into any", () => {
    fc.assert(
      fc.property(figures, (numbers) => {
        const { rows, classes, have } = aComparison(numbers);
        expect(classes.reduce((total, { count }) => total + count, 0)).toBe(have);
        for (const [at, { count }] of classes.entries())
          expect(rows.filter((row) => row.class === at + 1)).toHaveLength(count);
        for (const { class: own, value } of rows) expect(own === null).toBe(value.kind !== "number");
      }),
    );
  });

  it("shares of a whole add up to what the areas have of it, and are none where the whole does not hold them", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 10 }),
        fc.nat(50),
        (numbers, more) => {
          const total = numbers.reduce((all, each) => all + each, 0);
          fc.pre(total + more > 0);
          const shares = aComparison(numbers, { definition: aSum(), nation: total + more }).rows.map(
            ({ share }) => share ?? Number.NaN,
          );
          expect(shares.reduce((all, each) => all + each, 0)).toBeCloseTo(total / (total + more), 9);
          expect(
            aComparison([...numbers, total + more + 1], { definition: aSum(), nation: total + more }).rows.every(
              ({ share }) => share === null,
            ),
          ).toBe(true);
          expect(aComparison(numbers, { nation: total + more }).rows.every(({ share }) => share === null)).toBe(true);
        },
      ),
    );
  });

  it("tells places won and lost: of all together none where nobody came or went and none is shared", () => {
    const distinct = fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 3, maxLength: 20 });
    fc.assert(
      fc.property(distinct, fc.nat(), (numbers, by) => {
        const previous = numbers.map((_, at) => numbers[(at + by) % numbers.length] ?? 0);
        const moves = aComparison(numbers, { previous }).rows.map(({ rankChange }) => rankChange ?? Number.NaN);
        expect(moves.reduce((all, each) => all + each, 0)).toBe(0);
      }),
    );
    expect(aComparison([5, 9], { previous: [9, 5] }).rows.map(({ rankChange }) => rankChange)).toEqual([1, -1]);
  });

  it("has the nation as a measure for rates and never for sums", () => {
    expect(aComparison([1, 2], { nation: 1.5 }).reference).toMatchObject({
      label: { vi: "Cả nước" },
      value: numberValue(1.5),
    });
    expect(aComparison([1, 2], { nation: 1.5, breakdown: "Khu vực FDI" }).reference?.label.vi).toBe(
      "Cả nước (khu vực FDI)",
    );
    expect(aComparison([1, 2], { nation: 3, definition: aSum() }).reference).toBeNull();
    expect(aComparison([1, 2]).reference).toBeNull();
  });

  it("shows a comparison index as a growth: classes in its own unit, sentences by what is shown", () => {
    const index = aRate({ valueType: "index_pct", unit: "index_pct", aggregation: { area: "none", time: "none" } });
    const { growthOffset, classes } = aComparison([104.1, 98.2, 107.9], { definition: index });
    expect(growthOffset).toBe(-100);
    for (const value of [104.1, 98.2, 107.9])
      expect(classes.some(({ from, to }) => from <= value && value <= to)).toBe(true);
  });
});
