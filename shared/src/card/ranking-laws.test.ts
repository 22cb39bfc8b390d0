import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatFigure } from "../i18n/format-figure.ts";
import { differenceOf, differencePercent } from "./difference-of.ts";
import { improving } from "./improving.ts";
import { rankWithTies } from "./rank-with-ties.ts";
import { isAdditive, type RankedDefinition, rankingOrder, smallestFirst } from "./ranking-order.ts";
import { aDefinition } from "./testing/a-definition.ts";

/** Figures with up to three decimals: halves of the last printed digit among them. */
const figure = fc.oneof(
  fc.integer({ min: -5_000, max: 5_000 }).map((n) => n / 1_000),
  fc.integer({ min: -40, max: 40 }).map((n) => n / 8),
  fc.integer({ min: -400, max: 400 }).map((n) => n + 0.5),
);
const figures = fc.array(figure, { minLength: 1, maxLength: 34 });
const decimals = fc.integer({ min: 1, max: 3 });
const order = fc.constantFrom("ascending" as const, "descending" as const);
const ranked = (values: readonly number[], way: "ascending" | "descending", digits: number): number[] => {
  const items = values.map((shown, at) => ({ key: String(at), shown }));
  const ranks = rankWithTies(items, way, digits);
  return items.map(({ key }) => ranks.get(key) ?? Number.NaN);
};

describe("ranks of figures as people read them", () => {
  it("are shared exactly by figures that read the same", () => {
    fc.assert(
      fc.property(figure, fc.integer({ min: -60, max: 60 }), decimals, order, (a, off, digits, way) => {
        const b = Math.round(1_000 * a + off) / 1_000;
        const [first, second] = ranked([a, b], way, digits);
        const [readA, readB] = [a, b].map((value) => formatFigure(value, { lang: "vi", decimals: digits }));
        expect(first === second, `${readA} and ${readB}`).toBe(readA === readB);
      }),
      { numRuns: 100 },
    );
  });

  it("begin with one, and are one more than the number of those before", () => {
    fc.assert(
      fc.property(figures, decimals, order, (values, digits, way) => {
        const ranks = ranked(values, way, digits);
        for (const rank of ranks) expect(rank).toBe(1 + ranks.filter((other) => other < rank).length);
      }),
    );
  });

  it("never put a smaller figure before a larger one, and turn round with the order", () => {
    fc.assert(
      fc.property(figures, decimals, (values, digits) => {
        const [down, up] = [ranked(values, "descending", digits), ranked(values, "ascending", digits)];
        for (const [at, value] of values.entries()) {
          const larger = values.filter((other) => other > value).length;
          expect(down[at]).toBeLessThanOrEqual(1 + larger);
          expect((up[at] ?? 0) + (down[at] ?? 0)).toBeLessThanOrEqual(values.length + 1);
        }
        expect(
          ranked(
            values.map((value) => -value),
            "ascending",
            digits,
          ),
        ).toEqual(down);
      }),
    );
  });

  it("do not depend on the order in which the areas come", () => {
    fc.assert(
      fc.property(figures, decimals, order, (values, digits, way) => {
        expect(ranked(values.toReversed(), way, digits)).toEqual(ranked(values, way, digits).toReversed());
      }),
    );
  });

  it.each<[number[], number, number[]]>([
    [[1.005, 1.01], 2, [1, 1]],
    [[-2.45, -2.5], 1, [1, 1]],
    [[-2.45, -2.4], 1, [2, 1]],
    [[0.04, 0], 1, [1, 2]],
    [[7], 1, [1]],
    [[], 1, []],
  ])("of %j with %d decimals are %j", (values, digits, ranks) => {
    expect(ranked(values, "descending", digits)).toEqual(ranks);
  });
});

describe("what stands first", () => {
  const of = (direction: RankedDefinition["direction"], area: string, valueType: string): RankedDefinition =>
    aDefinition({ direction, valueType, aggregation: { area, time: "sum" } });

  it.each<[string, RankedDefinition, string, boolean, boolean]>([
    ["a rate that should be high", of("higher", "recompute", "ratio_pct"), "best", false, false],
    ["a rate that should be low", of("lower", "recompute", "ratio_pct"), "best", true, false],
    ["cases that should be few", of("lower", "sum", "count"), "attention", false, true],
    ["an amount wanted", of("higher", "sum", "amount"), "best", false, true],
    ["an amount that nobody adds up", of("lower", "none", "amount"), "attention", false, true],
    ["an index without direction", of("neutral", "none", "index"), "size", false, false],
    ["a rate in a band", of("band", "none", "growth_pct"), "size", false, false],
  ])("of %s", (_, definition, expected, isSmallest, additive) => {
    expect([rankingOrder(definition), smallestFirst(definition), isAdditive(definition)]).toEqual([
      expected,
      isSmallest,
      additive,
    ]);
  });
});

describe("changes", () => {
  const number = (value: number) => ({ kind: "number", value }) as const;
  const absent = { kind: "missing", reason: "not-reported" } as const;
  const failed = { kind: "error", code: "division-by-zero" } as const;

  it("are turned round with their sides", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (a, b) => {
        const [there, back] = [differenceOf(number(a), number(b)), differenceOf(number(b), number(a))];
        expect(there.kind === "number" && back.kind === "number" ? there.value + back.value : null).toBe(0);
      }),
    );
  });

  it.each([
    [absent, number(1), absent],
    [number(1), absent, absent],
    [absent, failed, failed],
    [failed, absent, failed],
    [number(1), number(0), { kind: "error", code: "base-not-positive" }],
    [number(1), number(-5), { kind: "error", code: "base-not-positive" }],
    [number(3), number(2), number(50)],
    [number(-1), number(2), number(-150)],
  ] as const)("in percent from %o to %o are %o", (a, b, expected) => {
    expect(differencePercent(a, b)).toEqual(expected);
  });

  it.each([
    ["higher", 1, 5, true],
    ["higher", -1, 5, false],
    ["lower", 1, 5, false],
    ["lower", -1, 5, true],
    ["neutral", 1, 5, null],
    ["band", 1, 1, true],
    ["band", -1, 1, false],
    ["band", 1, 5, false],
    ["band", -1, 5, true],
    ["band", 1, 3, null],
    ["band", 1, 4, null],
    ["higher", 0, 5, null],
  ])("%s: a change of %d to %d is wanted: %s", (direction, change, value, wanted) => {
    const definition = aDefinition({ direction, targetBand: { min: 2, max: 4, basis: "NQ" } });
    expect(improving(definition, number(change), number(value))).toBe(wanted);
    expect(improving(definition, absent, number(value))).toBeNull();
  });

  it("are neither good nor bad in a band without bounds", () => {
    expect(improving(aDefinition({ direction: "band" }), number(1), number(5))).toBeNull();
  });
});
