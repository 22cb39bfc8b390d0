import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OrdinalRange } from "../formula/ordinal-range.ts";
import { periodOfDay } from "../formula/period-arithmetic.ts";
import { aPeriod } from "../formula/testing/index.ts";
import type { PeriodType } from "../period/index.ts";
import {
  coarserStep,
  endOfLastYearStep,
  finerStep,
  type PeriodStep,
  previousInYearStep,
  readFor,
  resultsOf,
  rollingStep,
  shiftStep,
  staticStep,
  yearAgoStep,
  yearToDateStep,
} from "./period-step.ts";

/** A step with the types of the periods on its two sides. */
interface Case {
  readonly step: PeriodStep;
  readonly result: PeriodType;
  readonly read: PeriodType;
}
const WITHIN_YEAR = ["day", "week", "half-month", "month", "quarter", "half-year"] as const;
const CASES: readonly Case[] = [
  ...WITHIN_YEAR.flatMap((type) =>
    [
      shiftStep(1),
      shiftStep(5),
      rollingStep(4),
      yearAgoStep(type),
      yearToDateStep(type),
      endOfLastYearStep(type),
      previousInYearStep(type),
    ].map((step) => ({ step, result: type, read: type })),
  ),
  ...(["year", "quarter"] as const).map((read) => ({
    step: coarserStep("month", read),
    result: "month" as const,
    read,
  })),
  { step: coarserStep("week", "year"), result: "week", read: "year" },
  ...[false, true].flatMap((onlyLast): Case[] => [
    { step: finerStep("month", "day", onlyLast), result: "month", read: "day" },
    { step: finerStep("quarter", "month", onlyLast), result: "quarter", read: "month" },
    { step: finerStep("year", "week", onlyLast), result: "year", read: "week" },
  ]),
];
const each = fc.constantFrom(...CASES);
/** 2018 to 2032: leap years, years of 53 weeks, both beside each other. */
const day = fc.integer({ min: 17_532, max: 23_010 });
/** Results around a moment that can have to do with it: two years both ways. */
const AROUND: Readonly<Partial<Record<PeriodType, number>>> = {
  day: 800,
  week: 110,
  "half-month": 50,
  month: 26,
  quarter: 9,
  "half-year": 5,
  year: 2,
};

const holds = (range: OrdinalRange | null, ordinal: number): boolean =>
  range !== null && range.first <= ordinal && ordinal <= range.last;
const one = (ordinal: number): OrdinalRange => ({ first: ordinal, last: ordinal });

/** Smallest range of results that read an ordinal, found by asking every one of them. */
function askedAll({ step, result }: Case, at: number, ordinal: number): OrdinalRange | null {
  const middle = periodOfDay(result, at);
  const reach = AROUND[result] ?? 0;
  const readers = Array.from({ length: 2 * reach + 1 }, (_, index) => middle - reach + index).filter((from) =>
    holds(step.forward(one(from)), ordinal),
  );
  const [first] = readers;
  return first === undefined ? null : { first, last: readers.at(-1) ?? first };
}

describe("the way from results to what they read, and back", () => {
  it("meet: a changed period reaches exactly the results that read it, in every type of period", () => {
    fc.assert(
      fc.property(each, day, (given, at) => {
        const ordinal = periodOfDay(given.read, at);
        expect(given.step.inverse(one(ordinal)), `${given.result} ${given.step.name}`).toEqual(
          askedAll(given, at, ordinal),
        );
      }),
    );
  });

  it("of a run of periods lose nothing that one of them reaches", () => {
    fc.assert(
      fc.property(each, day, fc.nat(12), fc.nat(12), ({ step, result, read }, at, length, inside) => {
        fc.pre(inside <= length);
        const [changed, asked] = [periodOfDay(read, at), periodOfDay(result, at)];
        for (const [way, first] of [
          [step.inverse, changed],
          [step.forward, asked],
        ] as const) {
          const single = way(one(first + inside));
          const run = way({ first, last: first + length });
          if (single !== null) expect([holds(run, single.first), holds(run, single.last)]).toEqual([true, true]);
        }
      }),
    );
  });

  it("of everything from a period on reach everything that any later one reaches", () => {
    fc.assert(
      fc.property(each, day, fc.nat(30), ({ step, read }, at, later) => {
        const first = periodOfDay(read, at);
        const open = step.inverse({ first, last: Number.POSITIVE_INFINITY });
        const single = step.inverse(one(first + later));
        if (single === null) return;
        expect(open?.first ?? Number.NaN).toBeLessThanOrEqual(single.first);
        expect(open?.last).toBe(Number.POSITIVE_INFINITY);
      }),
    );
  });

  it("follow each other: a path back leads to a result whose path reads the period", () => {
    const steps = [
      shiftStep(1),
      rollingStep(3),
      yearAgoStep("month"),
      yearToDateStep("month"),
      previousInYearStep("month"),
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 3 }), day, (path, at) => {
        const month = periodOfDay("month", at);
        const results = resultsOf(path, one(month));
        if (results === null) return;
        expect(holds(readFor(path, results), month)).toBe(true);
      }),
    );
  });
});

describe("the days and weeks that a year has or has not", () => {
  const of = (id: string): OrdinalRange => one(aPeriod(id).ordinal);

  it.each<[PeriodStep, string, string | null]>([
    [yearAgoStep("day"), "2024-02-28", "2025-02-28"],
    [yearAgoStep("day"), "2024-02-29", null],
    [yearAgoStep("day"), "2023-02-28", "2024-02-28"],
    [yearAgoStep("week"), "2026-W52", "2027-W52"],
    [yearAgoStep("week"), "2026-W53", null],
    [previousInYearStep("month"), "2025-12", null],
    [previousInYearStep("month"), "2025-11", "2025-12"],
    [endOfLastYearStep("month"), "2025-11", null],
  ])("by %o: %s reaches %s", (step, changed, result) => {
    expect(step.inverse(of(changed))).toEqual(result === null ? null : of(result));
  });

  it("the last week of a long year reaches every week of the next one", () => {
    expect(endOfLastYearStep("week").inverse(of("2026-W53"))).toEqual({
      first: of("2027-W01").first,
      last: of("2027-W52").last,
    });
    expect(endOfLastYearStep("week").inverse(of("2026-W52"))).toBeNull();
  });

  it("a constant reaches every result from the period on in which it comes into force", () => {
    const changed = of("2025-03-15");
    expect(staticStep("month").inverse(changed)).toEqual({
      first: of("2025-03").first,
      last: Number.POSITIVE_INFINITY,
    });
    expect(holds(staticStep("month").forward(of("2025-03")), changed.first)).toBe(true);
    expect(holds(staticStep("month").forward(of("2025-02")), changed.first)).toBe(false);
  });
});
