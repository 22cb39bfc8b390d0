import { describe, expect, it } from "vitest";
import { lineFields } from "./line-fields.ts";
import { aLine, aTable, type TestLine, told } from "./testing/a-line.ts";

function read(line: TestLine, change: Parameters<typeof aLine>[2] = {}) {
  const context = aLine(aTable([line]), 1, change);
  const { fields, breakdown, filled } = lineFields(context);
  return { fields: Object.fromEntries(fields), breakdown, filled, told: told(context) };
}
const MONEY = ["a.money", "VN", "2026-10"] as const;

describe("what stands beside a value", () => {
  it("is taken as it is written where it is a code", () => {
    expect(read([...MONEY, "FDI", "P", "1"])).toEqual({
      fields: { indicator: "a.money", area: "VN", period: "2026-10", status: "P" },
      breakdown: { ownership: "FDI" },
      filled: 5,
      told: [],
    });
  });

  it("is put into codes where it is a name, and told once", () => {
    const line = read(["1. Doanh thu", "CẢ NƯỚC", "Tháng 10/2026", null, null, "1"]);
    expect(line.fields).toEqual({ indicator: "a.money", area: "VN", period: "2026-10" });
    expect(line.told).toEqual(["names-read F2"]);
  });

  it("stays as it is where nobody knows the name", () => {
    expect(read(["Lợi nhuận", "Đâu đó", "hôm nay"]).fields).toEqual({
      indicator: "Lợi nhuận",
      area: "Đâu đó",
      period: "hôm nay",
    });
  });

  it("gets back the zero of an area that a spreadsheet took for a number", () => {
    const area = { kind: "number", text: "1" } as const;
    expect(read(["a.money", area, "2026-10"])).toMatchObject({ fields: { area: "01" }, told: ["area-padded B2"] });
    expect(read(["a.money", { ...area, text: "24" }, "2026-10"])).toMatchObject({ fields: { area: "24" }, told: [] });
  });

  it("is the period of the indicator that holds a date, told unless it is the day itself", () => {
    const date = { kind: "date", text: "2026-10-05" } as const;
    expect(read(["a.money", "VN", date])).toMatchObject({
      fields: { period: "2026-10" },
      told: ["date-as-period C2"],
    });
    expect(read(["a.daily", "VN", date])).toMatchObject({ fields: { period: "2026-10-05" }, told: [] });
    expect(read(["a.unknown", "VN", date]).fields["period"]).toBe("2026-10-05");
    expect(read(["a.money", "VN", "2026-10-05"]).fields["period"]).toBe("2026-10-05");
  });

  it("is that of the whole table where no column has it", () => {
    const columns = new Map([[0, { kind: "field", field: "area" } as const]]);
    const fixed = new Map([["indicator", "a.money"] as const, ["period", "2026-10"] as const]);
    const header = { row: 0, firstRow: 1, columns, unknown: [], unit: null, titleUnit: null, fixed };
    expect(read(["VN"], { header }).fields).toEqual({ indicator: "a.money", period: "2026-10", area: "VN" });
  });

  it("is filled down in a merged range, and counted apart from cells of its own", () => {
    const range = { first: { row: 1, column: 0 }, last: { row: 2, column: 0 } };
    const context = aLine(aTable([[...MONEY], [null, "01", "2026-10"]], [range]), 2);
    expect(lineFields(context)).toMatchObject({ filled: 2 });
    expect(lineFields(context).fields.get("indicator")).toBe("a.money");
    expect(told(context)).toEqual(["filled-down A3"]);
  });
});
