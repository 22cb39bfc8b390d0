import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  firstOfYear,
  lastDay,
  lastOfPreviousYear,
  nests,
  PeriodType,
  parsePeriod,
  periodContaining,
  samePeriodOfYear,
  yearOf,
} from "../period/index.ts";
import { periodsOfYear } from "../period/periods-of-year.ts";
import {
  containing,
  lastDayOf,
  lastYearEnd,
  type Nesting,
  nestingOf,
  periodOfDay,
  within,
  yearAfter,
  yearBefore,
  yearEnd,
  yearStart,
} from "./period-arithmetic.ts";
import { aPeriod } from "./testing/index.ts";

/** 1 January 1990 to 31 December 2059, as days since 1970. */
const day = fc.integer({ min: 7_305, max: 32_871 });
const WITHIN_YEAR = ["day", "week", "half-month", "month", "quarter", "half-year"] as const;
const withinYear = fc.constantFrom(...WITHIN_YEAR);
const moving = fc.constantFrom(...WITHIN_YEAR, "year" as const);

const of = (id: string): number => aPeriod(id).ordinal;

describe("the year of a period", () => {
  it("begins, ends and returns as the calendar says, whatever shortcut is taken", () => {
    fc.assert(
      fc.property(moving, day, (type, at) => {
        const ordinal = periodOfDay(type, at);
        const period = { type, ordinal };
        expect(yearStart(type, ordinal)).toBe(firstOfYear(period).ordinal);
        expect(lastYearEnd(type, ordinal)).toBe(lastOfPreviousYear(period)?.ordinal ?? null);
        for (const [found, year] of [
          [yearBefore(type, ordinal), yearOf(period) - 1],
          [yearAfter(type, ordinal), yearOf(period) + 1],
        ] as const)
          expect(found).toBe(samePeriodOfYear(period, year)?.ordinal ?? null);
      }),
    );
  });

  it("holds exactly the periods from its start to its end", () => {
    fc.assert(
      fc.property(withinYear, day, (type, at) => {
        const ordinal = periodOfDay(type, at);
        const { first, last } = periodsOfYear(type, yearOf({ type, ordinal }));
        expect([yearStart(type, ordinal), yearEnd(type, ordinal)]).toEqual([first, last]);
      }),
    );
  });

  it("ends just before the next begins", () => {
    fc.assert(
      fc.property(moving, day, (type, at) => {
        const ordinal = periodOfDay(type, at);
        const next = yearEnd(type, ordinal) + 1;
        expect(yearStart(type, next)).toBe(next);
        expect(lastYearEnd(type, next)).toBe(yearEnd(type, ordinal));
      }),
    );
  });

  it("later is the way back of the year before, wherever both exist", () => {
    fc.assert(
      fc.property(moving, day, (type, at) => {
        const ordinal = periodOfDay(type, at);
        const before = yearBefore(type, ordinal);
        if (before !== null) expect(yearAfter(type, before)).toBe(ordinal);
      }),
    );
  });

  it.each([
    ["2024-02-29", null],
    ["2025-02-28", "2024-02-28"],
    ["2024-03-01", "2023-03-01"],
    ["2026-W53", null],
    ["2025-W52", "2024-W52"],
    ["2027-W01", "2026-W01"],
    ["2026-02-16/P13D", "2025-02-16/P13D"],
    ["2026-S1", "2025-S1"],
    ["2026/P5Y", null],
  ])("a year before %s is %s", (id, before) => {
    const { type, ordinal } = aPeriod(id);
    expect(yearBefore(type, ordinal)).toBe(before === null ? null : of(before));
  });
});

describe("periods inside periods", () => {
  const pair = fc
    .tuple(fc.constantFrom(...PeriodType.options), fc.constantFrom(...PeriodType.options))
    .filter(([fine, coarse]) => nests(fine, coarse));

  it("a period lies within the one that contains it, and nothing of another does", () => {
    fc.assert(
      fc.property(pair, day, ([fine, coarse], at) => {
        const whole = periodOfDay(coarse, at);
        const { first, last } = within(coarse, whole, fine);
        expect([containing(fine, first, coarse), containing(fine, last, coarse)]).toEqual([whole, whole]);
        expect(containing(fine, first - 1, coarse)).toBe(whole - 1);
        expect(containing(fine, last + 1, coarse)).toBe(whole + 1);
      }),
    );
  });

  it("a day lies in the period of that day, which ends on or after it", () => {
    fc.assert(
      fc.property(fc.constantFrom(...WITHIN_YEAR, "year", "term"), day, (type, at) => {
        const ordinal = periodOfDay(type, at);
        const date = new Date(at * 86_400_000).toISOString().slice(0, 10);
        expect(ordinal).toBe(periodContaining(type, date).ordinal);
        expect(lastDayOf(type, ordinal)).toBeGreaterThanOrEqual(at);
        expect(lastDayOf(type, ordinal - 1)).toBeLessThan(at);
      }),
    );
  });

  it.each([
    ["2024-02", "2024-02-29"],
    ["2026-02-16/P13D", "2026-02-28"],
    ["2026-W53", "2027-01-03"],
    ["2026-S2", "2026-12-31"],
    ["2026/P5Y", "2030-12-31"],
    ["2026-11-22T07", "2026-11-22"],
  ])("%s ends on %s", (id, last) => {
    const { type, ordinal } = aPeriod(id);
    expect(lastDayOf(type, ordinal)).toBe(of(last));
    const parsed = parsePeriod(id);
    expect(parsed.ok && lastDay(parsed.period)).toBe(last);
  });

  it.each<[PeriodType, PeriodType, Nesting]>([
    ["month", "month", "same"],
    ["year", "month", "coarser"],
    ["day", "month", "finer"],
    ["week", "month", "none"],
    ["month", "week", "none"],
    ["year", "week", "coarser"],
    ["week", "year", "finer"],
    ["half-month", "month", "finer"],
    ["half-month", "week", "none"],
    ["term", "year", "coarser"],
    ["static", "month", "static"],
    ["static", "static", "same"],
  ])("a %s operand stands to a %s as %s", (operand, at, nesting) => {
    expect(nestingOf(operand, at)).toBe(nesting);
  });
});
