import { describe, expect, it } from "vitest";
import { PullColumn, PullPeriod, PullRow, PullUnit, PullValue } from "./pull-mapping.ts";
import { PullSchedule } from "./pull-schedule.ts";

describe("a column of a source", () => {
  it.each<[object, boolean]>([
    [{ constant: "VN" }, true],
    [{ field: "dia_ban" }, true],
    [{ field: "/gia-tri/so" }, true],
    [{ field: "tỉnh", codes: { "Hà Nội": "01", "Cả nước": "VN", "Ghi chú": null } }, true],
    [{}, false],
    [{ constant: "VN", field: "dia_ban" }, false],
    [{ field: "" }, false],
    [{ constant: "" }, false],
    [{ field: "a", codes: { x: "" } }, false],
    [{ field: "a", default: "VN" }, false],
  ])("%j is one: %s", (column, taken) => {
    expect(PullColumn.safeParse(column).success).toBe(taken);
  });

  it("is known by its name however the marks were typed", () => {
    const apart = PullColumn.parse({ field: "tỉnh".normalize("NFD"), codes: { ["Hà Nội".normalize("NFD")]: "01" } });
    expect(apart).toEqual(PullColumn.parse({ field: "tỉnh", codes: { "Hà Nội": "01" } }));
  });

  it("may not be empty unless that is said", () => {
    expect(PullColumn.parse({ field: "a" }).optional).toBe(false);
  });
});

describe("the period of a record", () => {
  it.each<[object, boolean]>([
    [{ constant: "2026" }, true],
    [{ field: "ky" }, true],
    [{ field: "ky", format: "month/year" }, true],
    [{ field: "ngay", format: "date", as: "month" }, true],
    [{ year: "nam" }, true],
    [{ year: "nam", month: "thang" }, true],
    [{ year: "nam", quarter: "quy" }, true],
    [{ year: "nam", month: "thang", quarter: "quy" }, false],
    [{ month: "thang" }, false],
    [{ field: "ky", month: "thang" }, false],
    [{ field: "ky", year: "nam" }, false],
    [{ constant: "2026", field: "ky" }, false],
    [{ field: "ky", format: "year/month" }, false],
    [{ field: "ngay", as: "static" }, false],
    [{}, false],
  ])("%j can be read: %s", (period, taken) => {
    expect(PullPeriod.safeParse(period).success).toBe(taken);
  });

  it("is read as the contract writes it unless another way is named", () => {
    expect(PullPeriod.parse({ field: "ky" })).toEqual({ field: "ky", format: "standard" });
  });
});

describe("the value and its unit", () => {
  it("has a decimal point, no marks of absence, and refuses an empty field", () => {
    expect(PullValue.parse({ field: "v" })).toEqual({ field: "v", decimal: ".", missing: {}, whenEmpty: "refuse" });
  });

  it("lets marks stand for absences with a reason only", () => {
    const isRead = (missing: object) => PullValue.safeParse({ field: "v", missing }).success;
    expect([{ "..": "M", "-": "O", "": "L" }, { "..": "A" }, { "..": null }].map(isRead)).toEqual([true, false, false]);
  });

  it.each<[object, boolean]>([
    [{ power: 3 }, true],
    [{ power: -15 }, true],
    [{ power: 16 }, false],
    [{ power: 0.5 }, false],
    [{ field: "dvt", powers: { "Triệu USD": 0, "Tỷ USD": 3 } }, true],
    [{ power: 3, field: "dvt", powers: { a: 1 } }, false],
    [{ field: "dvt" }, false],
    [{ powers: { a: 1 } }, false],
    [{}, false],
  ])("%j is a unit: %s", (unit, taken) => {
    expect(PullUnit.safeParse(unit).success).toBe(taken);
  });

  it("is a row with all that a figure needs, and nothing that nobody knows", () => {
    const row = {
      indicator: { constant: "a.b" },
      area: { field: "tinh" },
      period: { field: "ky" },
      value: { field: "v" },
    };
    expect(PullRow.parse(row).breakdown).toEqual({});
    for (const left of ["indicator", "area", "period", "value"] as const)
      expect(PullRow.safeParse({ ...row, [left]: undefined }).success).toBe(false);
    expect(PullRow.safeParse({ ...row, breakdown: { "": { constant: "x" } } }).success).toBe(false);
    expect(PullRow.safeParse({ ...row, retract: { field: "xoa" } }).success).toBe(false);
  });
});

describe("a schedule", () => {
  it.each<[object, boolean]>([
    [{ kind: "every", minutes: 1 }, true],
    [{ kind: "every", minutes: 10_080 }, true],
    [{ kind: "every", minutes: 0 }, false],
    [{ kind: "every", minutes: 10_081 }, false],
    [{ kind: "daily", at: "00:00" }, true],
    [{ kind: "daily", at: "23:59" }, true],
    [{ kind: "daily", at: "24:00" }, false],
    [{ kind: "daily", at: "6:30" }, false],
    [{ kind: "weekly", weekday: 7, at: "06:30" }, true],
    [{ kind: "weekly", weekday: 0, at: "06:30" }, false],
    [{ kind: "monthly", day: 31, at: "06:30" }, true],
    [{ kind: "monthly", day: 32, at: "06:30" }, false],
    [{ kind: "due", periodType: "month", rule: { lagDays: 6 } }, true],
    [{ kind: "due", periodType: "static", rule: { lagDays: 6 } }, false],
    [{ kind: "daily", at: "06:30", weekday: 1 }, false],
    [{ kind: "yearly", at: "06:30" }, false],
  ])("%j is one: %s", (schedule, taken) => {
    expect(PullSchedule.safeParse(schedule).success).toBe(taken);
  });
});
