import { DueRule } from "@bochiso/shared/indicator";
import { periodId } from "@bochiso/shared/period";
import { describe, expect, it } from "vitest";
import {
  deadlineForm,
  deadlineRule,
  hasCutOff,
  isDeadline,
  knownYears,
  NO_DEADLINE,
  nextDue,
  yearsUntold,
} from "./deadline-form.ts";

const NOW = Date.parse("2026-11-22T05:00:00Z");
const due = (rule: object, type: Parameters<typeof nextDue>[1]) =>
  nextDue(DueRule.parse(rule), type, { now: NOW, count: 3 }).map(({ period, at }) => `${periodId(period)} ${at}`);

describe("a deadline as it is typed", () => {
  it.each([
    { lagDays: 5, basis: "calendar", workingDays: false, proposed: false },
    { lagDays: 0, basis: "calendar", workingDays: false, proposed: false },
    { lagDays: 3, basis: "administrative", workingDays: true, proposed: false },
    { after: "PT6H", basis: "calendar", workingDays: false, proposed: false },
  ] as const)("gives back the rule it was made of: %o", (rule) => {
    expect(deadlineRule(deadlineForm(rule))).toEqual(rule);
  });

  it("is none where nothing is typed, and for a rule that has no such words", () => {
    expect(deadlineRule(NO_DEADLINE)).toBeNull();
    expect(deadlineForm(DueRule.parse({ after: "P1M" })).count).toBe("");
    expect(deadlineForm(DueRule.parse({ after: "PT90M" })).count).toBe("");
  });

  it("is a whole number within a year and a month", () => {
    for (const count of ["2,5", "-1", "401", "mười"]) expect(isDeadline({ ...NO_DEADLINE, count })).toBe(false);
    expect(isDeadline({ ...NO_DEADLINE, unit: "hour", count: "401" })).toBe(true);
  });

  it("counts from a cut-off where the decree has one", () => {
    expect([hasCutOff("month"), hasCutOff("year"), hasCutOff("week"), hasCutOff("day")]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe("the next due dates of a rule", () => {
  it("are those of periods that may be over already", () => {
    expect(due({ lagDays: 6 }, "month")).toEqual([
      "2026-11 2026-12-06T16:59:59.999Z",
      "2026-12 2027-01-06T16:59:59.999Z",
      "2027-01 2027-02-06T16:59:59.999Z",
    ]);
    expect(due({ lagDays: 60 }, "month")[0]).toBe("2026-09 2026-11-29T16:59:59.999Z");
    expect(due({ lagDays: 45 }, "quarter")[0]).toBe("2026-Q4 2027-02-14T16:59:59.999Z");
    expect(due({ lagDays: 90 }, "year")[0]).toBe("2026 2027-03-31T16:59:59.999Z");
  });

  it("leave out weekends, count from the cut-off, and are exact in hours", () => {
    // The end of October 2026 is a Saturday: five working days later it is Friday, 6 November, so November is next.
    expect(due({ lagDays: 5, workingDays: true }, "month")[0]).toBe("2026-11 2026-12-07T16:59:59.999Z");
    expect(due({ lagDays: 10, basis: "administrative" }, "month")[0]).toBe("2026-11 2026-11-24T16:59:59.999Z");
    expect(due({ after: "PT6H" }, "day")[0]).toBe("2026-11-22 2026-11-22T23:00:00.000Z");
    expect(due({ after: "PT6H" }, "day")).toHaveLength(3);
  });

  it("leave out holidays where a notice tells them, and say of which years none does", () => {
    const rule = { lagDays: 1, basis: "administrative", workingDays: true, proposed: false } as const;
    const from = (now: string) => nextDue(rule, "month", { now: Date.parse(now), count: 3 });
    // The cut-off of February 2026 is the Saturday before Tết; work begins again on the 23rd.
    expect(from("2026-02-15T00:00:00Z")[0]?.at).toBe("2026-02-23T16:59:59.999Z");
    expect(yearsUntold(rule, from("2026-02-15T00:00:00Z"))).toEqual([]);
    expect(yearsUntold(rule, from("2026-12-01T00:00:00Z"))).toEqual([2027]);
    expect(yearsUntold({ ...rule, workingDays: false }, from("2026-12-01T00:00:00Z"))).toEqual([]);
    expect(knownYears()[1]).toBe(2026);
  });

  it("are none of what falls never due", () => {
    expect(due({}, "month")).toEqual([]);
    expect(due({ lagDays: 3 }, "static")).toEqual([]);
  });
});
