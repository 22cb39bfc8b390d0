import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { periodFromId } from "../period/period-from-id.ts";
import { isUsualChange, judgeChange } from "./judge-change.ts";
import { judgeMagnitude } from "./judge-magnitude.ts";
import type { NumberSeries } from "./number-series.ts";
import type { QualityVerdict } from "./quality-finding.ts";
import type { CheckOf } from "./quality-rule.ts";
import { median } from "./robust.ts";

const JANUARY = periodFromId("2022-01", "month").ordinal;
type Numbers = readonly (number | null)[];

function months(numbers: Numbers, breaks: readonly number[] = []): NumberSeries {
  return { periodType: "month", breaks, at: (ordinal) => numbers[ordinal - JANUARY] ?? null };
}
const last = (numbers: Numbers): number => JANUARY + numbers.length - 1;

const CHANGE: CheckOf<"change"> = {
  kind: "change",
  against: "previous",
  measure: "ratio",
  floor: 20,
  deviations: 3,
  history: 24,
  minHistory: 4,
};
const DIFFERENCE: CheckOf<"change"> = { ...CHANGE, measure: "difference", floor: 4 };
const amounts = fc.array(fc.option(fc.integer({ min: 1, max: 400 }), { freq: 15 }), { minLength: 8, maxLength: 30 });
/** Hardly any change: here the floor decides. */
const calm = fc.array(fc.integer({ min: 99, max: 101 }), { minLength: 8, maxLength: 13 });
const against = fc.constantFrom("previous" as const, "year-ago" as const);
const kindOf = (check: CheckOf<"change">, numbers: Numbers): QualityVerdict["kind"] =>
  judgeChange(check, months(numbers), last(numbers)).kind;

describe("an unusual change", () => {
  it("does not depend on the unit where ratios are measured: ten times everything changes no verdict", () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom(2, 8, 1_024), against, (numbers, by, base) => {
        const scaled = numbers.map((it) => (it === null ? null : it * by));
        expect(kindOf({ ...CHANGE, against: base }, scaled)).toBe(kindOf({ ...CHANGE, against: base }, numbers));
      }),
    );
  });

  it("does not depend on the level where differences are measured: the same added everywhere changes no verdict", () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: -1_000, max: 1_000 }), against, (numbers, by, base) => {
        const moved = numbers.map((it) => (it === null ? null : it + by));
        expect(kindOf({ ...DIFFERENCE, against: base }, moved)).toBe(kindOf({ ...DIFFERENCE, against: base }, numbers));
      }),
    );
  });

  it("that passes also passes a rule with a higher floor or more deviations", () => {
    fc.assert(
      fc.property(
        amounts,
        fc.constantFrom(CHANGE, DIFFERENCE),
        fc.integer({ min: 1, max: 50 }),
        (numbers, check, more) => {
          fc.pre(kindOf(check, numbers) === "passed");
          expect(kindOf({ ...check, floor: check.floor + more }, numbers)).toBe("passed");
          expect(kindOf({ ...check, deviations: check.deviations + more }, numbers)).toBe("passed");
        },
      ),
    );
  });

  it("is found outside of the interval told, and would have passed anywhere inside it, nowhere outside", () => {
    fc.assert(
      fc.property(
        fc.oneof(amounts, calm),
        fc.integer({ min: 2, max: 5_000 }),
        fc.constantFrom(CHANGE, DIFFERENCE),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (numbers, got, check, part) => {
          const series = [...numbers, got];
          const verdict = judgeChange(check, months(series), last(series));
          fc.pre(verdict.kind === "broken");
          const { min, max } = verdict.finding;
          expect(got < (min ?? Number.NaN) || got > (max ?? Number.NaN)).toBe(true);
          const inside = (min ?? 0) + part * ((max ?? 0) - (min ?? 0));
          expect(kindOf(check, [...numbers, inside])).toBe("passed");
          for (const outside of [(min ?? 0) - 0.001, (max ?? 0) + 0.001])
            if (outside > 0) expect(kindOf(check, [...numbers, outside])).toBe("broken");
        },
      ),
    );
  });

  it("is never found where the quick look says that the change is usual", () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom(CHANGE, DIFFERENCE), (numbers, check) => {
        fc.pre(isUsualChange(check, months(numbers), last(numbers)));
        expect(kindOf(check, numbers)).not.toBe("broken");
      }),
    );
  });

  it("is not looked for across a break, wherever it lies between the two periods", () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 12 }), (numbers, back) => {
        const at = last(numbers);
        const verdict = judgeChange({ ...CHANGE, against: "year-ago" }, months(numbers, [at - 12 + back]), at);
        expect(verdict.kind).toBe("not-judged");
      }),
    );
  });
});

describe("a slip of the unit", () => {
  it("is found by its power of ten, whatever the unit of the series", () => {
    fc.assert(
      fc.property(calm, fc.constantFrom(-3, -2, -1, 1, 2, 3), fc.constantFrom(0.001, 1, 1e6), (before, power, unit) => {
        const numbers = [...before, (median(before) ?? 0) * 10 ** power].map((it) => it * unit);
        expect(judgeMagnitude(months(numbers), last(numbers))).toMatchObject({ kind: "broken", finding: { power } });
      }),
    );
  });

  it("is none where the figure lies within twice or half of what is usual", () => {
    fc.assert(
      fc.property(calm, fc.double({ min: 0.5, max: 2, noNaN: true }), (before, times) => {
        const numbers = [...before, (median(before) ?? 0) * times];
        expect(judgeMagnitude(months(numbers), last(numbers)).kind).toBe("passed");
      }),
    );
  });

  it("is not spoken of at zero and below", () => {
    fc.assert(
      fc.property(calm, fc.integer({ min: -1_000, max: 0 }), (before, got) => {
        expect(judgeMagnitude(months([...before, got]), last([...before, got])).kind).toBe("not-judged");
      }),
    );
  });
});
