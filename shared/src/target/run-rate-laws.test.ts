import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aDefinition } from "../card/testing/a-definition.ts";
import { periodFromId } from "../period/period-from-id.ts";
import { shiftPeriod } from "../period/shift-period.ts";
import { actualToDate } from "./actual-to-date.ts";
import { goalNumber, mapGoal } from "./goal.ts";
import { runRateNeeded } from "./run-rate.ts";
import { aHistory } from "./testing/a-history.ts";
import { aTarget } from "./testing/a-target.ts";
import { yearEndOutlook } from "./year-end-outlook.ts";

const flow = aDefinition();
const ytd = aDefinition({ accumulation: "ytd", aggregation: { area: "none", time: "last" } });
const month = (index: number) => shiftPeriod(periodFromId("2026-01", "month"), index);
/** Amounts of the months of some years before 2026, all above zero. */
const pastYears = fc.array(fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 12, maxLength: 12 }), {
  minLength: 3,
  maxLength: 3,
});
const goal = fc.integer({ min: 1, max: 10_000 });

describe("what is still needed", () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 11 });

  it("brought in every period left meets the goal exactly", () => {
    fc.assert(
      fc.property(goal, amounts, (value, list) => {
        const input = {
          target: aTarget({ goal: { kind: "value", value } }),
          subject: flow,
          period: month(list.length - 1),
          history: aHistory("2026-01", list),
        };
        const rate = runRateNeeded(input);
        if (!rate.ok) throw new Error(rate.reason.en);
        const sum = list.reduce((total, each) => total + each, 0);
        expect(sum + rate.needed * rate.periodsLeft).toBeCloseTo(value, 6);
        expect(rate.soFar * list.length).toBeCloseTo(sum, 6);
        expect(rate.periodsLeft + list.length).toBe(12);
      }),
    );
  });

  it("is the same of a year-to-date series as of its months", () => {
    fc.assert(
      fc.property(goal, amounts, (value, list) => {
        const running = list.map((_, at) => list.slice(0, at + 1).reduce((total, each) => total + each, 0));
        const target = aTarget({ goal: { kind: "value", value } });
        const period = month(list.length - 1);
        const [byMonth, byTotal] = [
          runRateNeeded({ target, subject: flow, period, history: aHistory("2026-01", list) }),
          runRateNeeded({ target, subject: ytd, period, history: aHistory("2026-01", running) }),
        ];
        expect(byTotal).toMatchObject({ ok: true, needed: byMonth.ok ? byMonth.needed : null });
        const figure = (subject: typeof flow, numbers: readonly number[]) =>
          actualToDate({ target, subject, period, history: aHistory("2026-01", numbers) })?.value;
        expect(figure(ytd, running)).toEqual(figure(flow, list));
      }),
    );
  });
});

describe("the outlook for the year", () => {
  it("gives the whole of a year that goes exactly as the years before", () => {
    fc.assert(
      fc.property(pastYears, fc.integer({ min: 1, max: 9 }), fc.nat(10), ([one = []], times, at) => {
        const now = one.map((each) => each * times);
        const history = aHistory("2023-01", [...one, ...one, ...one, ...now.slice(0, at + 1)]);
        const outlook = yearEndOutlook({ subject: flow, period: month(at), history });
        const whole = now.reduce((sum, each) => sum + each, 0);
        expect(outlook.ok ? outlook.value : Number.NaN).toBeCloseTo(whole, 6);
      }),
    );
  });

  it("grows with the figure to date: as much more, by the same measure", () => {
    fc.assert(
      fc.property(pastYears, fc.integer({ min: 1, max: 99 }), fc.constantFrom(0, 3, 10), (years, each, at) => {
        const outlook = (by: number) => {
          const now = Array.from({ length: at + 1 }, () => each * by);
          const found = yearEndOutlook({
            subject: flow,
            period: month(at),
            history: aHistory("2023-01", [...years.flat(), ...now]),
          });
          return found.ok ? found.value : Number.NaN;
        };
        expect(outlook(3)).toBeCloseTo(3 * outlook(1), 6);
      }),
    );
  });
});

describe("goals", () => {
  const bound = fc.option(fc.integer({ min: -99, max: 99 }));

  it("keep what is no bound when they are moved, and are themselves when nothing moves", () => {
    fc.assert(
      fc.property(bound, bound, fc.integer(), (min, max, by) => {
        const range = { kind: "range", min, max } as const;
        expect(mapGoal(range, (it) => it)).toEqual(range);
        expect(mapGoal(range, (it) => it + by)).toEqual({
          kind: "range",
          min: min === null ? null : min + by,
          max: max === null ? null : max + by,
        });
      }),
    );
  });

  it.each([
    [{ kind: "value", value: 5 } as const, "higher", 5],
    [{ kind: "range", min: 2, max: 4 } as const, "higher", 2],
    [{ kind: "range", min: 2, max: 4 } as const, "lower", 4],
    [{ kind: "range", min: null, max: 4 } as const, "higher", 4],
    [{ kind: "range", min: 2, max: null } as const, "lower", 2],
    [{ kind: "range", min: 2, max: 4 } as const, "band", 2],
  ] as const)("%o is measured for %s by %d", (each, direction, number) => {
    expect(goalNumber(each, direction)).toBe(number);
  });
});
