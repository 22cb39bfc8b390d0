import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aDefinition } from "../card/testing/a-definition.ts";
import { periodFromId } from "../period/period-from-id.ts";
import type { PeriodType } from "../period/period-type.ts";
import { shiftPeriod } from "../period/shift-period.ts";
import { type BareDueLevel, bareDueByNow, dueByNow } from "./due-by-now.ts";
import { aHistory } from "./testing/a-history.ts";
import { aTarget } from "./testing/a-target.ts";

const flow = aDefinition();
const stock = aDefinition({ accumulation: "stock", aggregation: { area: "none", time: "last" } });

const month = (index: number) => shiftPeriod(periodFromId("2026-01", "month"), index);
/** Amounts of the months of some years before 2026, all above zero. */
const pastYears = fc.array(fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 12, maxLength: 12 }), {
  minLength: 3,
  maxLength: 3,
});
const goal = fc.integer({ min: 1, max: 10_000 });
const table = fc
  .array(fc.integer({ min: 0, max: 10 }), { minLength: 12, maxLength: 12 })
  .filter((steps) => steps.some((step) => step > 0))
  .map((steps) => {
    const whole = steps.reduce((sum, step) => sum + step, 0);
    const shares = steps.map((_, index) => steps.slice(0, index + 1).reduce((sum, step) => sum + step, 0) / whole);
    return { kind: "custom", periodType: "month", shares };
  });
const pace = fc.oneof(fc.constantFrom({ kind: "linear" }, { kind: "seasonal" }), table);

function levels(
  target: ReturnType<typeof aTarget>,
  subject: typeof flow,
  history: ReadonlyMap<number, number>,
): BareDueLevel[] {
  return Array.from({ length: 12 }, (_, index) =>
    bareDueByNow({ target, subject, period: month(index), history }),
  ).filter((due) => due !== null);
}
const levelOf = ({ level }: BareDueLevel): number => (level.kind === "value" ? level.value : Number.NaN);

describe("the level due through a year", () => {
  it("never falls, never exceeds the goal, and is the goal itself in the last month, by any pace", () => {
    fc.assert(
      fc.property(goal, pace, pastYears, (value, profile, years) => {
        const history = aHistory("2023-01", years.flat());
        const target = aTarget({ goal: { kind: "value", value }, pace: profile });
        const due = levels(target, flow, history);
        const shares = due.map(({ share }) => share);
        expect(due).toHaveLength(12);
        for (const [at, share] of shares.entries()) {
          expect(share).toBeGreaterThanOrEqual((shares[at - 1] ?? 0) - 1e-12);
          expect(share).toBeLessThanOrEqual(1 + 1e-12);
        }
        expect(due.at(-1)).toMatchObject({ share: 1, closes: true, level: { kind: "value", value } });
      }),
    );
  });

  it("is proportional to the goal of a sum: twice the goal, twice the level", () => {
    fc.assert(
      fc.property(goal, pace, fc.nat(11), (value, profile, at) => {
        const due = (by: number) => {
          const target = aTarget({ goal: { kind: "value", value: value * by }, pace: profile });
          const one = levels(target, flow, new Map())[at];
          return one === undefined ? Number.NaN : levelOf(one);
        };
        expect(due(2)).toBeCloseTo(2 * due(1), 6);
      }),
    );
  });

  it("of what moves lies between its baseline and its goal, up or down alike", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -100, max: 100 }),
        fc.integer({ min: -100, max: 100 }),
        pace,
        (from, to, profile) => {
          const target = aTarget({
            goal: { kind: "value", value: to },
            baseline: { period: "2025", value: from },
            pace: profile,
          });
          for (const due of levels(target, stock, new Map())) {
            expect(levelOf(due)).toBeGreaterThanOrEqual(Math.min(from, to) - 1e-9);
            expect(levelOf(due)).toBeLessThanOrEqual(Math.max(from, to) + 1e-9);
          }
        },
      ),
    );
  });

  it("tells the same figures with words and without", () => {
    fc.assert(
      fc.property(goal, pace, fc.integer({ min: -2, max: 13 }), pastYears, (value, profile, at, years) => {
        const input = {
          target: aTarget({ goal: { kind: "value", value }, pace: profile }),
          subject: flow,
          period: month(at),
          history: aHistory("2023-01", years.flat()),
        };
        const [told, bare] = [dueByNow(input), bareDueByNow(input)];
        expect(told.ok).toBe(bare !== null);
        if (told.ok) expect(told).toMatchObject(bare ?? {});
        expect(told.reason.vi).not.toBe("");
      }),
    );
  });

  it("follows a year that was spent evenly as an even pace does", () => {
    fc.assert(
      fc.property(goal, fc.integer({ min: 1, max: 500 }), fc.nat(11), (value, each, at) => {
        const history = aHistory(
          "2023-01",
          Array.from({ length: 36 }, () => each),
        );
        const of = (kind: string) =>
          bareDueByNow({
            target: aTarget({ goal: { kind: "value", value }, pace: { kind } }),
            subject: flow,
            period: month(at),
            history,
          });
        expect(of("seasonal")?.share).toBeCloseTo(of("linear")?.share ?? Number.NaN, 12);
        expect(of("seasonal")?.pace).toEqual({ asked: "seasonal", used: "seasonal" });
      }),
    );
  });
});

describe("a target over other periods than months", () => {
  const at = (id: string, type: PeriodType) => periodFromId(id, type);

  it.each<[PeriodType, string, number, number]>([
    ["day", "2028-02-29", 60, 366],
    ["day", "2026-12-31", 365, 365],
    ["week", "2026-W53", 53, 53],
    ["week", "2025-W52", 52, 52],
    ["half-month", "2026-02-16/P13D", 4, 24],
    ["quarter", "2026-Q2", 2, 4],
    ["half-year", "2026-S2", 2, 2],
    ["year", "2026", 1, 1],
  ])("counts %s %s as %d of %d", (periodType, id, step, of) => {
    const target = aTarget({ by: id.slice(0, 4), validity: { from: "2020-01-01", to: null } });
    const due = bareDueByNow({
      target,
      subject: aDefinition({ periodType }),
      period: at(id, periodType),
      history: new Map(),
    });
    expect(due).toMatchObject({ share: step / of, closes: step === of });
  });
});
