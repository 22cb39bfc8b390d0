import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextPull } from "./next-pull.ts";
import { PullSchedule } from "./pull-schedule.ts";

const after = (schedule: object, moment: string): string => nextPull(PullSchedule.parse(schedule), Date.parse(moment));

describe("the next moment of a schedule", () => {
  it.each([
    ["every 15 minutes", { kind: "every", minutes: 15 }, "2026-11-22T07:00:00+07:00", "2026-11-22T07:15:00+07:00"],
    ["today still", { kind: "daily", at: "06:30" }, "2026-11-22T06:29:59+07:00", "2026-11-22T06:30:00+07:00"],
    ["not the moment itself", { kind: "daily", at: "06:30" }, "2026-11-22T06:30:00+07:00", "2026-11-23T06:30:00+07:00"],
    ["by the day in Viet Nam", { kind: "daily", at: "00:10" }, "2026-11-22T17:05:00Z", "2026-11-23T00:10:00+07:00"],
    [
      "this Sunday",
      { kind: "weekly", weekday: 7, at: "08:00" },
      "2026-11-22T07:00:00+07:00",
      "2026-11-22T08:00:00+07:00",
    ],
    [
      "next Sunday",
      { kind: "weekly", weekday: 7, at: "08:00" },
      "2026-11-22T08:00:00+07:00",
      "2026-11-29T08:00:00+07:00",
    ],
    [
      "the coming Monday",
      { kind: "weekly", weekday: 1, at: "08:00" },
      "2026-11-22T08:00:00+07:00",
      "2026-11-23T08:00:00+07:00",
    ],
    ["in December", { kind: "monthly", day: 6, at: "08:00" }, "2026-11-22T08:00:00+07:00", "2026-12-06T08:00:00+07:00"],
    [
      "over the year",
      { kind: "monthly", day: 6, at: "08:00" },
      "2026-12-06T08:00:00+07:00",
      "2027-01-06T08:00:00+07:00",
    ],
    [
      "the last of February",
      { kind: "monthly", day: 31, at: "08:00" },
      "2027-02-01T00:00:00+07:00",
      "2027-02-28T08:00:00+07:00",
    ],
    [
      "the last of March after it",
      { kind: "monthly", day: 31, at: "08:00" },
      "2027-02-28T08:00:00+07:00",
      "2027-03-31T08:00:00+07:00",
    ],
    [
      "when October falls due",
      { kind: "due", periodType: "month", rule: { lagDays: 6 } },
      "2026-11-01T00:00:00+07:00",
      "2026-11-06T23:59:59.999+07:00",
    ],
    [
      "when a quarter of long ago falls due",
      { kind: "due", periodType: "quarter", rule: { lagDays: 200 } },
      "2026-11-01T00:00:00+07:00",
      "2027-01-16T23:59:59.999+07:00",
    ],
  ])("%s", (_, schedule, moment, expected) => {
    expect(Date.parse(after(schedule, moment))).toBe(Date.parse(expected));
  });

  it("lies ahead, and nothing of the schedule lies between", () => {
    const time = fc
      .tuple(fc.nat(23), fc.nat(59))
      .map((parts) => parts.map((it) => String(it).padStart(2, "0")).join(":"));
    const schedule = fc.oneof(
      time.map((at) => ({ kind: "daily", at })),
      fc.tuple(fc.integer({ min: 1, max: 7 }), time).map(([weekday, at]) => ({ kind: "weekly", weekday, at })),
      fc.tuple(fc.integer({ min: 1, max: 31 }), time).map(([day, at]) => ({ kind: "monthly", day, at })),
    );
    fc.assert(
      fc.property(
        schedule,
        fc.integer({ min: 0, max: 4_000_000_000_000 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (each, moment, part) => {
          const next = Date.parse(nextPull(PullSchedule.parse(each), moment));
          expect(next).toBeGreaterThan(moment);
          const between = Math.min(next - 1, Math.floor(moment + part * (next - moment)));
          expect(Date.parse(nextPull(PullSchedule.parse(each), between))).toBe(next);
        },
      ),
    );
  });
});
