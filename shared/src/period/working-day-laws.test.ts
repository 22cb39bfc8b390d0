import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DueRule } from "../indicator/indicator.ts";
import { dueAt } from "./due-at.ts";
import { periodAt } from "./period-at.ts";
import { periodEnd } from "./period-end.ts";
import { PUBLIC_CALENDAR } from "./public-holidays.ts";
import { shiftPeriod } from "./shift-period.ts";
import { addWorkingDays, isWorkingDay } from "./working-days.ts";

/** Days from 2023 to 2028: years with notices and, on both sides, years without. */
const anyDay = fc.integer({ min: 19_358, max: 21_549 });
const anyCount = fc.integer({ min: 0, max: 60 });
const someCount = fc.integer({ min: 1, max: 40 });
const add = (day: number, count: number): number => addWorkingDays(day, count, PUBLIC_CALENDAR);
const isWorked = (day: number): boolean => isWorkingDay(day, PUBLIC_CALENDAR);

describe("working days", () => {
  it("end on one that is worked, with as many worked as were counted", () => {
    fc.assert(
      fc.property(anyDay, anyCount, (day, count) => {
        const end = add(day, count);
        expect(isWorked(end)).toBe(true);
        const passed = Array.from({ length: end - day }, (_, at) => day + 1 + at).filter(isWorked);
        expect(passed).toHaveLength(count === 0 && !isWorked(day) ? 1 : count);
      }),
    );
  });

  it("may be counted in two steps", () => {
    fc.assert(
      fc.property(anyDay, someCount, someCount, (day, first, second) => {
        expect(add(add(day, first), second)).toBe(add(day, first + second));
      }),
    );
  });

  it("never end earlier for a later day or a greater count", () => {
    fc.assert(
      fc.property(anyDay, anyCount, (day, count) => {
        expect(add(day + 1, count)).toBeGreaterThanOrEqual(add(day, count));
        expect(add(day, count + 2)).toBeGreaterThan(add(day, count));
      }),
    );
  });
});

describe("due moments", () => {
  const anyType = fc.constantFrom(
    "day",
    "week",
    "half-month",
    "month",
    "quarter",
    "half-year",
    "year",
    "term" as const,
  );
  const anyPeriod = fc.tuple(anyType, anyDay).map(([type, day]) => periodAt(type, day * 86_400_000));
  const rule = (lagDays: number, workingDays: boolean): DueRule =>
    DueRule.parse({ lagDays, workingDays, basis: "calendar", proposed: true });
  const dueOf = (...[period, lag, working]: [Parameters<typeof periodEnd>[0], number, boolean]): number =>
    Date.parse(dueAt({ period, rule: rule(lag, working) }) ?? "");

  it("are never before the period is over, and the last of a day in Viet Nam", () => {
    fc.assert(
      fc.property(anyPeriod, anyCount, fc.boolean(), (period, lag, working) => {
        const due = dueOf(period, lag, working);
        expect(due).toBeGreaterThanOrEqual(periodEnd(period) - 1);
        expect((due + 1 + 7 * 3_600_000) % 86_400_000).toBe(0);
      }),
    );
  });

  it("in working days are never before those in as many days", () => {
    fc.assert(
      fc.property(anyPeriod, anyCount, (period, lag) => {
        expect(dueOf(period, lag, true)).toBeGreaterThanOrEqual(dueOf(period, lag, false));
      }),
    );
  });

  it("come in the order of their periods", () => {
    fc.assert(
      fc.property(anyPeriod, anyCount, fc.boolean(), (period, lag, working) => {
        expect(dueOf(shiftPeriod(period, 1), lag, working)).toBeGreaterThanOrEqual(dueOf(period, lag, working));
      }),
    );
  });
});
