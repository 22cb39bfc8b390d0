import type { FeedContract } from "@bochiso/shared/feed";
import { describe, expect, it } from "vitest";
import { contractOf, formOf, rebased } from "./contract-form.ts";
import { changedTerms } from "./contract-terms.ts";
import { NO_DEADLINE } from "./deadline-form.ts";

const contract: FeedContract = {
  active: true,
  gapPolicy: "record",
  requireDigest: false,
  requireSignOff: true,
  schedule: [
    { periodType: "month", rule: { lagDays: 5, basis: "administrative", workingDays: true, proposed: false } },
    { periodType: "day", rule: { after: "PT6H", basis: "calendar", workingDays: false, proposed: false } },
  ],
  heartbeatMinutes: 30,
};

describe("the form of a contract", () => {
  it("gives back the same contract where nothing was typed", () => {
    expect(contractOf(formOf(contract), contract)).toEqual(contract);
  });

  it("keeps what was typed over a contract that somebody else changed, and takes over the rest", () => {
    const [month, day] = contract.schedule;
    const theirs: FeedContract = { ...contract, active: false, heartbeatMinutes: 60, schedule: day ? [day] : [] };
    const typed = { ...formOf(contract), heartbeat: "45" };
    const deadlines = { ...typed.deadlines, quarter: { ...NO_DEADLINE, count: "20" } };
    expect(contractOf(rebased({ ...typed, deadlines }, contract, theirs), theirs)).toMatchObject({
      active: false,
      heartbeatMinutes: 45,
      schedule: [day, { periodType: "quarter", rule: { lagDays: 20 } }],
    });
    expect(month?.periodType).toBe("month");
    expect(changedTerms(contract, theirs, "vi").map(({ name, now }) => [name, now])).toEqual([
      ["Nhận số liệu", "Ngừng nhận"],
      ["Tín hiệu hoạt động", "ít nhất 60 phút một lần"],
      ["Hạn riêng của kênh", expect.stringContaining("6 giờ")],
    ]);
  });

  it("keeps a rule that has no words in the form until another one is typed", () => {
    const rule = { after: "P1M", basis: "calendar", workingDays: false, proposed: false } as const;
    const monthly: FeedContract = { ...contract, schedule: [{ periodType: "month", rule }] };
    expect(contractOf(formOf(monthly), monthly)).toEqual(monthly);
    const typed = { ...formOf(monthly), deadlines: { month: { ...NO_DEADLINE, count: "30" } } };
    expect(contractOf(typed, monthly)?.schedule).toMatchObject([{ rule: { lagDays: 30 } }]);
  });

  it("replaces a deadline by days, adds one and takes one away", () => {
    const deadlines = {
      month: NO_DEADLINE,
      day: { ...NO_DEADLINE, count: "1" },
      quarter: { ...NO_DEADLINE, unit: "working-day", count: "20" },
    } as const;
    const rule = { basis: "calendar", workingDays: false, proposed: false };
    expect(contractOf({ ...formOf(contract), deadlines, heartbeat: "", refuseGaps: true }, contract)).toMatchObject({
      gapPolicy: "refuse",
      heartbeatMinutes: null,
      schedule: [
        { periodType: "day", rule: { ...rule, lagDays: 1 } },
        { periodType: "quarter", rule: { ...rule, workingDays: true, lagDays: 20 } },
      ],
    });
  });

  it("is not sent with a number that is none", () => {
    expect(contractOf({ ...formOf(contract), heartbeat: "0" }, contract)).toBeNull();
    expect(
      contractOf({ ...formOf(contract), deadlines: { month: { ...NO_DEADLINE, count: "2,5" } } }, contract),
    ).toBeNull();
  });
});
