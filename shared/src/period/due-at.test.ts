import { describe, expect, it } from "vitest";
import type { DueRule } from "../indicator/indicator.ts";
import { dueAt } from "./due-at.ts";
import { periodFromId } from "./period-from-id.ts";
import type { PeriodType } from "./period-type.ts";

const rule = (part: Partial<DueRule>): DueRule => ({ basis: "calendar", workingDays: false, proposed: true, ...part });
const THIRD_OF_NEXT_MONTH = rule({ lagDays: 3 });
const TWO_WORKING_DAYS = rule({ lagDays: 2, basis: "administrative", workingDays: true });

const CASES: readonly (readonly [why: string, id: string, type: PeriodType, rule: DueRule, due: string])[] = [
  ["ends with the third day after", "2026-10", "month", THIRD_OF_NEXT_MONTH, "2026-11-03T16:59:59.999Z"],
  ["ends with the third day after", "2026-12", "month", THIRD_OF_NEXT_MONTH, "2027-01-03T16:59:59.999Z"],
  ["ends with the ninetieth day after", "2025", "year", rule({ lagDays: 90 }), "2026-03-31T16:59:59.999Z"],
  ["ends with its last day at lag 0", "2026-10", "month", rule({ lagDays: 0 }), "2026-10-31T16:59:59.999Z"],
  // The cut-off, 14 October 2026, is a Wednesday.
  ["is two working days after the cut-off", "2026-10", "month", TWO_WORKING_DAYS, "2026-10-16T16:59:59.999Z"],
  // 14 November 2026 is a Saturday: Monday and Tuesday count.
  ["skips the weekend after the cut-off", "2026-11", "month", TWO_WORKING_DAYS, "2026-11-17T16:59:59.999Z"],
  // 14 February 2026 is the Saturday before Tết, which the notice ends on Friday the 20th.
  ["skips Tết", "2026-02", "month", TWO_WORKING_DAYS, "2026-02-24T16:59:59.999Z"],
  [
    "skips 1 January, whatever a notice will say of the year",
    "2026-Q4",
    "quarter",
    rule({ lagDays: 5, workingDays: true }),
    "2027-01-08T16:59:59.999Z",
  ],
  ["counts from 14 September for a quarter", "2026-Q3", "quarter", TWO_WORKING_DAYS, "2026-09-16T16:59:59.999Z"],
  ["is exact for hours", "2026-11-22T07", "hour", rule({ after: "PT1H" }), "2026-11-22T02:00:00.000Z"],
  ["ends with the next day", "2026-11-22", "day", rule({ after: "P1D" }), "2026-11-23T16:59:59.999Z"],
  ["ends with the third day after a week", "2026-W47", "week", rule({ after: "P3D" }), "2026-11-25T16:59:59.999Z"],
  [
    "ends with the day after that of the hour",
    "2026-11-22T07",
    "hour",
    rule({ after: "P1D" }),
    "2026-11-23T16:59:59.999Z",
  ],
  ["adds days and hours to the end", "2026-11-22", "day", rule({ after: "P1DT6H" }), "2026-11-23T23:00:00.000Z"],
  ["keeps within a shorter month", "2026-01", "month", rule({ after: "P1M" }), "2026-02-28T16:59:59.999Z"],
  [
    "counts a static value from its change",
    "2026-07-01/..",
    "static",
    rule({ after: "P7D" }),
    "2026-07-08T16:59:59.999Z",
  ],
  [
    "rolls on from a day not worked",
    "2026-10",
    "month",
    rule({ lagDays: 0, workingDays: true }),
    "2026-11-02T16:59:59.999Z",
  ],
];

describe("dueAt", () => {
  it.each(CASES)("%s: %s", (_why, id, type, dueRule, due) => {
    expect(dueAt({ period: periodFromId(id, type), rule: dueRule })).toBe(due);
  });

  it("counts a Saturday that is worked in exchange", () => {
    const period = periodFromId("2026-11", "month");
    const calendar = { holidays: new Set<string>(), makeUpDays: new Set(["2026-11-15"]) };
    const due = dueAt({ period, rule: TWO_WORKING_DAYS, calendar });
    expect(due).toBe("2026-11-16T16:59:59.999Z");
  });

  it("says nothing where the rule names no delay", () => {
    expect(dueAt({ period: periodFromId("2026", "year"), rule: rule({}) })).toBeNull();
  });

  it.each(["", "P", "PT", "1D", "P1H", "P1.5D", "P-1D"])("refuses the duration %j", (after) => {
    const period = periodFromId("2026", "year");
    expect(() => dueAt({ period, rule: rule({ after }) })).toThrow("duration-malformed");
  });
});
