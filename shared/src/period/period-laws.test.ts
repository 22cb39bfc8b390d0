import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { childPeriods } from "./child-periods.ts";
import { comparePeriods } from "./compare-periods.ts";
import { firstDay } from "./first-day.ts";
import { firstOfYear } from "./first-of-year.ts";
import { formatPeriod } from "./format-period.ts";
import { lastDay } from "./last-day.ts";
import { lastOfPreviousYear } from "./last-of-previous-year.ts";
import { nests } from "./nests.ts";
import { parentPeriod } from "./parent-period.ts";
import { parsePeriod } from "./parse-period.ts";
import type { Period } from "./period.ts";
import { periodAt } from "./period-at.ts";
import { periodContaining } from "./period-containing.ts";
import { periodEnd } from "./period-end.ts";
import { periodFromId } from "./period-from-id.ts";
import { periodId } from "./period-id.ts";
import { periodRange } from "./period-range.ts";
import { periodStart } from "./period-start.ts";
import { PeriodType } from "./period-type.ts";
import { periodsBetween } from "./periods-between.ts";
import { periodsPerYear } from "./periods-per-year.ts";
import { positionInYear } from "./position-in-year.ts";
import { samePeriodLastYear } from "./same-period-last-year.ts";
import { samePeriodOfYear } from "./same-period-of-year.ts";
import { shiftPeriod } from "./shift-period.ts";
import { yearOf } from "./year-of.ts";

// Instants from 1950 to 2150, so that every period read from one has a canonical id.
const anyInstant = fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2150, 0, 1) });
const anyType = fc.constantFrom(...PeriodType.options);
const anyPeriod = fc.tuple(anyType, anyInstant).map(([type, instant]) => periodAt(type, instant));
const recurring = anyPeriod.filter(({ type }) => type !== "static");
const withinYear = recurring.filter(({ type }) => type !== "term");
const someShift = fc.integer({ min: -500, max: 500 });
const nesting = PeriodType.options.flatMap((fine) =>
  PeriodType.options.filter((coarse) => nests(fine, coarse)).map((coarse) => [fine, coarse] as const),
);

const nested = fc.tuple(fc.constantFrom(...nesting), anyInstant).map(([[fine, coarse], instant]) => ({
  fine,
  coarse,
  instant,
}));

/** By how many places the leap day moves what comes after it. */
const LEAP_SHIFT: Readonly<Partial<Record<PeriodType, number>>> = { day: 1, hour: 24 };

function forAll(arbitrary: fc.Arbitrary<Period>, law: (period: Period) => void): void {
  fc.assert(fc.property(arbitrary, law), { numRuns: 300 });
}

describe("ids", () => {
  it("read again are the period", () => {
    forAll(anyPeriod, (period) => {
      expect(periodFromId(periodId(period), period.type)).toEqual(period);
      expect(parsePeriod(periodId(period))).toEqual({ ok: true, period });
    });
  });

  it("differ between periods that follow each other, as do the texts for people", () => {
    forAll(anyPeriod, (period) => {
      const next = shiftPeriod(period, 1);
      expect(periodId(next)).not.toBe(periodId(period));
      expect(formatPeriod(next, "vi")).not.toBe(formatPeriod(period, "vi"));
      expect(formatPeriod(next, "en", "compact")).not.toBe(formatPeriod(period, "en", "compact"));
    });
  });
});

describe("days and instants", () => {
  it("tile time: a period ends where the next one starts", () => {
    forAll(recurring, (period) => {
      const next = shiftPeriod(period, 1);
      expect(periodEnd(period)).toBe(periodStart(next));
      expect(periodStart(period)).toBeLessThan(periodEnd(period));
      expect(firstDay(period) <= lastDay(period)).toBe(true);
    });
  });

  it("find the period again from its first and its last instant, and not after", () => {
    forAll(recurring, (period) => {
      expect(periodAt(period.type, periodStart(period))).toEqual(period);
      expect(periodAt(period.type, periodEnd(period) - 1)).toEqual(period);
      expect(periodAt(period.type, periodEnd(period))).toEqual(shiftPeriod(period, 1));
    });
  });

  it("find the period again from its first and its last day", () => {
    forAll(
      recurring.filter(({ type }) => type !== "hour"),
      (period) => {
        expect(periodContaining(period.type, firstDay(period))).toEqual(period);
        expect(periodContaining(period.type, lastDay(period))).toEqual(period);
      },
    );
  });
});

describe("order", () => {
  it("goes by time within a type", () => {
    fc.assert(
      fc.property(anyPeriod, someShift, (period, count) => {
        const other = shiftPeriod(period, count);
        expect(Math.sign(comparePeriods(other, period))).toBe(Math.sign(count));
        expect(periodsBetween(period, other)).toBe(count);
        expect(shiftPeriod(other, -count)).toEqual(period);
      }),
    );
  });

  it("is total over all types", () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, anyPeriod, (a, b, c) => {
        expect(Math.sign(comparePeriods(a, b))).toBe(0 - Math.sign(comparePeriods(b, a)));
        const sorted = [a, b, c].sort(comparePeriods);
        for (const [index, earlier] of sorted.entries()) {
          for (const later of sorted.slice(index)) expect(comparePeriods(earlier, later)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  it("gives ranges that hold both ends and every period between", () => {
    fc.assert(
      fc.property(anyPeriod, fc.integer({ min: 0, max: 60 }), (period, count) => {
        const range = periodRange(period, shiftPeriod(period, count));
        expect(range).toHaveLength(count + 1);
        expect(range.map((each) => periodsBetween(period, each))).toEqual(range.map((_, index) => index));
        expect(periodRange(shiftPeriod(period, 1), period)).toEqual([]);
      }),
    );
  });
});

describe("nesting", () => {
  it("puts every period inside exactly one parent, whose children hold it", () => {
    fc.assert(
      fc.property(nested, ({ fine, coarse, instant }) => {
        const period = periodAt(fine, instant);
        const parent = parentPeriod(period, coarse);
        const children = childPeriods(parent, fine);
        expect(children.first).toBeLessThanOrEqual(period.ordinal);
        expect(children.last).toBeGreaterThanOrEqual(period.ordinal);
        for (const ordinal of [children.first, children.last]) {
          expect(parentPeriod({ type: fine, ordinal }, coarse)).toEqual(parent);
        }
        expect(parentPeriod({ type: fine, ordinal: children.first - 1 }, coarse)).toEqual(shiftPeriod(parent, -1));
        expect(parentPeriod({ type: fine, ordinal: children.last + 1 }, coarse)).toEqual(shiftPeriod(parent, 1));
      }),
      { numRuns: 500 },
    );
  });

  it("covers the days of the parent exactly, except for weeks, which keep their ISO year", () => {
    fc.assert(
      fc.property(
        nested.filter(({ fine, coarse }) => fine !== "week" && fine !== coarse),
        ({ fine, coarse, instant }) => {
          const parent = periodAt(coarse, instant);
          const { first, last } = childPeriods(parent, fine);
          expect(periodStart({ type: fine, ordinal: first })).toBe(periodStart(parent));
          expect(periodEnd({ type: fine, ordinal: last })).toBe(periodEnd(parent));
        },
      ),
    );
  });

  it("is the same by one step or by two", () => {
    fc.assert(
      fc.property(nested, anyType, ({ fine, coarse, instant }, coarsest) => {
        // Days of the turn of the year lie in one calendar year but, by their week, in another ISO year.
        fc.pre(nests(coarse, coarsest) && (coarse !== "week" || fine === "week"));
        const period = periodAt(fine, instant);
        expect(parentPeriod(parentPeriod(period, coarse), coarsest)).toEqual(parentPeriod(period, coarsest));
      }),
    );
  });
});

describe("years", () => {
  it("number their periods from 1 without gap", () => {
    forAll(withinYear, (period) => {
      const position = positionInYear(period);
      expect(position).toBeGreaterThanOrEqual(1);
      expect(position).toBeLessThanOrEqual(periodsPerYear(period.type, yearOf(period)));
      expect(shiftPeriod(firstOfYear(period), position - 1)).toEqual(period);
      expect(yearOf(firstOfYear(period))).toBe(yearOf(period));
    });
  });

  it("end where the next one begins", () => {
    forAll(recurring, (period) => {
      const last = lastOfPreviousYear(period);
      expect(last && shiftPeriod(last, 1)).toEqual(firstOfYear(period));
    });
  });

  it("hold the same period of the year before at the same place, if at all", () => {
    forAll(withinYear, (period) => {
      const earlier = samePeriodLastYear(period);
      if (earlier === null) return;
      expect(yearOf(earlier)).toBe(yearOf(period) - 1);
      expect(samePeriodOfYear(earlier, yearOf(period))).toEqual(period);
      // A leap day moves the days after it by one place.
      const moved = Math.abs(positionInYear(earlier) - positionInYear(period));
      expect(moved).toBeLessThanOrEqual(LEAP_SHIFT[period.type] ?? 0);
    });
  });
});
