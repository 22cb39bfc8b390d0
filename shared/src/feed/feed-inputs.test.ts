import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PeriodType } from "../period/period-type.ts";
import { Approver, hasName } from "./approver.ts";
import { FeedContract } from "./contract.ts";
import {
  ChangeContractInput,
  DecideInput,
  HandOverInput,
  MakeKeyInput,
  MOST_OVERLAP_DAYS,
  RevokeKeyInput,
  RotateKeyInput,
  SubmissionsInput,
} from "./feed-inputs.ts";

const BY = { name: "Nguyễn Thị Hạnh", position: "Trưởng phòng Thống kê" };
const CONTRACT: FeedContract = {
  active: true,
  gapPolicy: "record",
  requireDigest: false,
  requireSignOff: true,
  schedule: [],
  heartbeatMinutes: null,
};

describe("a person who decides", () => {
  it.each([
    ["Nguyễn Thị Hạnh", true],
    ["Đỗ Ân", true],
    ["  Lê Ý  ", true],
    ["Ô Y", true],
    ["Lò A", true],
    ["李明", true],
    ["", false],
    [" ", false],
    ["A", false],
    ["..", false],
    ["12 34", false],
    ["-A-", false],
    ["A1", false],
    ["x".repeat(121), false],
  ])("%j can be one: %s", (name, taken) => {
    expect(Approver.safeParse({ ...BY, name }).success).toBe(taken);
  });

  it("has a position, and both are kept without the blanks around them", () => {
    expect(Approver.parse({ name: "  Nguyễn Thị Hạnh ", position: " Trưởng phòng\n" })).toEqual({
      name: "Nguyễn Thị Hạnh",
      position: "Trưởng phòng",
    });
    expect(Approver.safeParse({ ...BY, position: "  " }).success).toBe(false);
    expect(Approver.safeParse({ name: BY.name }).success).toBe(false);
  });

  it("is the same person whether the marks of the name were typed together or apart", () => {
    fc.assert(
      fc.property(fc.constantFrom("Nguyễn Thị Hạnh", "Đặng Ngọc Ánh", "Lê Thế Ưng"), (name) => {
        expect(Approver.parse({ ...BY, name: name.normalize("NFD") })).toEqual(Approver.parse({ ...BY, name }));
      }),
    );
  });

  it("has letters in the name, on both sides of whatever stands between", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("1", ".", " ", "\n", "_", "-") }), (odd) => {
        expect([hasName(odd), hasName(`Đ${odd}`), hasName(`Đ${odd}ô`)]).toEqual([false, false, true]);
      }),
    );
  });
});

describe("a sign-off", () => {
  const decide = (change: object) =>
    DecideInput.safeParse({ submission: "s1", decision: "approve", note: null, by: BY, ...change });

  it.each<[string, object, boolean]>([
    ["approval needs no words", {}, true],
    ["approval may have some", { note: "đã đối chiếu" }, true],
    ["returning needs its reason", { decision: "return" }, false],
    ["blanks are no reason", { decision: "return", note: "      " }, false],
    ["two letters are no reason", { decision: "return", note: " ok " }, false],
    ["returning with a reason", { decision: "return", note: "sai kỳ" }, true],
    ["there is no third decision", { decision: "delete", note: "sai kỳ" }, false],
    ["nobody decides", { by: null }, false],
  ])("%s: %o", (_, change, taken) => {
    expect(decide(change).success).toBe(taken);
  });

  it("says at the note what is missing there", () => {
    expect(decide({ decision: "return" }).error?.issues.map(({ path }) => path)).toEqual([["note"]]);
  });
});

describe("keys", () => {
  const make = (change: object) =>
    MakeKeyInput.safeParse({
      feed: "mof.customs",
      label: "máy chủ 1",
      holder: "Cục Hải quan",
      expiresAt: null,
      cidrs: [],
      by: BY,
      ...change,
    }).success;

  it.each<[string, object, boolean]>([
    ["that never end", {}, true],
    ["that end at an instant", { expiresAt: "2027-01-01T00:00:00+07:00" }, true],
    ["that end in UTC", { expiresAt: "2027-01-01T00:00:00Z" }, true],
    ["that end at no instant", { expiresAt: "2027-01-01" }, false],
    ["that end at a local time", { expiresAt: "2027-01-01T00:00:00" }, false],
    ["that end on no day", { expiresAt: "2027-02-30T00:00:00Z" }, false],
    ["nobody answers for", { holder: " " }, false],
    ["without a label", { label: "  " }, false],
    ["from twenty networks", { cidrs: Array.from({ length: 20 }, () => "10.0.0.0/8") }, true],
    ["from twenty-one", { cidrs: Array.from({ length: 21 }, () => "10.0.0.0/8") }, false],
    ["from an empty network", { cidrs: [" "] }, false],
  ])("%s: %o", (_, change, taken) => {
    expect(make(change)).toBe(taken);
  });

  it("overlap with their successor by whole days within bounds", () => {
    const rotate = (overlapDays: number) =>
      RotateKeyInput.safeParse({ id: "k", overlapDays, expiresAt: null, by: BY }).success;
    expect([0, 1, MOST_OVERLAP_DAYS].map(rotate)).toEqual([true, true, true]);
    expect([-1, 0.5, MOST_OVERLAP_DAYS + 1, Number.NaN].map(rotate)).toEqual([false, false, false, false]);
  });

  it("are revoked with a reason", () => {
    const revoke = (reason: string) => RevokeKeyInput.safeParse({ id: "k", reason, by: BY }).success;
    expect(["lộ khóa", "lộ ", "   "].map(revoke)).toEqual([true, false, false]);
  });
});

describe("the contract of a feed", () => {
  const isContract = (change: object) => FeedContract.safeParse({ ...CONTRACT, ...change }).success;
  const deadline = { periodType: "month", rule: { lagDays: 6 } };

  it.each<[string, object, boolean]>([
    [
      "one deadline per type of period",
      { schedule: PeriodType.options.map((periodType) => ({ ...deadline, periodType })) },
      true,
    ],
    ["more deadlines than types of periods", { schedule: Array.from({ length: 11 }, () => deadline) }, false],
    ["a deadline before the period ends", { schedule: [{ ...deadline, rule: { lagDays: -1 } }] }, false],
    ["a deadline of half days", { schedule: [{ ...deadline, rule: { lagDays: 1.5 } }] }, false],
    ["a year of silence", { heartbeatMinutes: 525_600 }, true],
    ["more than a year of silence", { heartbeatMinutes: 525_601 }, false],
    ["no silence at all", { heartbeatMinutes: 0 }, false],
    ["a third way with gaps", { gapPolicy: "ignore" }, false],
    ["sign-off left open", { requireSignOff: undefined }, false],
  ])("%s: %o", (_, change, taken) => {
    expect(isContract(change)).toBe(taken);
  });

  it("fills in what a due rule leaves open: calendar days, as the law does not say otherwise", () => {
    const { schedule } = FeedContract.parse({ ...CONTRACT, schedule: [deadline] });
    expect(schedule).toEqual([
      { periodType: "month", rule: { lagDays: 6, basis: "calendar", workingDays: false, proposed: true } },
    ]);
    expect(FeedContract.parse({ ...CONTRACT, schedule })).toEqual({ ...CONTRACT, schedule });
  });

  it("is changed as a whole, with the one that was on screen", () => {
    const change = { feed: "f", seen: CONTRACT, contract: { ...CONTRACT, active: false }, reason: "tạm dừng", by: BY };
    expect(ChangeContractInput.parse(change)).toEqual(change);
    expect(ChangeContractInput.safeParse({ ...change, seen: undefined }).success).toBe(false);
    expect(ChangeContractInput.safeParse({ ...change, contract: { active: false } }).success).toBe(false);
  });
});

describe("lists and hand-overs", () => {
  it("a list of submissions begins with the newest of all, fifty at a time", () => {
    expect(SubmissionsInput.parse({ feed: "f" })).toEqual({ feed: "f", only: "all", limit: 50 });
    for (const odd of [{ limit: 0 }, { limit: 201 }, { only: "late" }, { feed: "" }])
      expect(SubmissionsInput.safeParse({ feed: "f", ...odd }).success).toBe(false);
  });

  it("hands over at least one cell, by name, on some basis", () => {
    const handOver = {
      from: "a",
      to: "b",
      at: null,
      cells: [{ indicator: "a.b", area: "*" }],
      basis: "QĐ 12/QĐ-UBND",
      by: BY,
    };
    expect(HandOverInput.parse(handOver)).toEqual(handOver);
    for (const odd of [{ cells: [] }, { basis: "QĐ" }, { at: "hôm nay" }, { cells: [{ indicator: "a.b" }] }])
      expect(HandOverInput.safeParse({ ...handOver, ...odd }).success).toBe(false);
  });
});
