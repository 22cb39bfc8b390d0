import { describe, expect, it } from "vitest";
import { parsePeriod } from "./parse-period.ts";
import { PERIOD_EXAMPLE } from "./period-example.ts";
import { periodId } from "./period-id.ts";
import { PeriodType } from "./period-type.ts";

const ACCEPTED: readonly (readonly [input: string, type: PeriodType, id: string])[] = [
  ["2026", "year", "2026"],
  ["2026-A1", "year", "2026"],
  ["2026A1", "year", "2026"],
  ["2026-01-01/P1Y", "year", "2026"],
  ["2026-10", "month", "2026-10"],
  ["2026-M10", "month", "2026-10"],
  ["2026M10", "month", "2026-10"],
  ["202610", "month", "2026-10"],
  [" 2026-10\t", "month", "2026-10"],
  ["2026-10-01/P1M", "month", "2026-10"],
  ["2026-Q3", "quarter", "2026-Q3"],
  ["2026Q3", "quarter", "2026-Q3"],
  ["2026q3", "quarter", "2026-Q3"],
  ["2026-07-01/P3M", "quarter", "2026-Q3"],
  ["2026-S2", "half-year", "2026-S2"],
  ["2026S2", "half-year", "2026-S2"],
  ["2026-H1", "half-year", "2026-S1"],
  ["2026-07-01/P6M", "half-year", "2026-S2"],
  ["2026-W47", "week", "2026-W47"],
  ["2026W47", "week", "2026-W47"],
  ["2026-w01", "week", "2026-W01"],
  ["2026-W53", "week", "2026-W53"],
  ["2026-11-16/P7D", "week", "2026-W47"],
  ["2026-11-22", "day", "2026-11-22"],
  ["20261122", "day", "2026-11-22"],
  ["2026-D326", "day", "2026-11-22"],
  ["2024-D366", "day", "2024-12-31"],
  ["2024-02-29", "day", "2024-02-29"],
  ["2026-11-22/P1D", "day", "2026-11-22"],
  ["2026-11-22T07", "hour", "2026-11-22T07"],
  ["2026-11-22T00", "hour", "2026-11-22T00"],
  ["2026-11-22T07:00", "hour", "2026-11-22T07"],
  ["2026-11-22 07:00:00", "hour", "2026-11-22T07"],
  ["2026-11-22T07:00:00.000+07:00", "hour", "2026-11-22T07"],
  ["2026-11-22T07+07", "hour", "2026-11-22T07"],
  ["2026-11-01/P15D", "half-month", "2026-11-01/P15D"],
  ["2026-11-16/P15D", "half-month", "2026-11-16/P15D"],
  ["2026-02-16/P13D", "half-month", "2026-02-16/P13D"],
  ["2024-02-16/P14D", "half-month", "2024-02-16/P14D"],
  ["2026-10-16/P16D", "half-month", "2026-10-16/P16D"],
  ["2026/P5Y", "term", "2026/P5Y"],
  ["2021/p5y", "term", "2021/P5Y"],
  ["2026-01-01/P5Y", "term", "2026/P5Y"],
  ["2026-2030", "term", "2026/P5Y"],
  ["2026–2030", "term", "2026/P5Y"],
  ["2016/P5Y", "term", "2016/P5Y"],
  ["2026-01-01/..", "static", "2026-01-01/.."],
];

const MALFORMED: readonly (readonly [input: string, reason: RegExp])[] = [
  ["", /Không đọc được/],
  ["abc", /Không đọc được/],
  ["26-10", /Không đọc được/],
  ["2026-13", /Tháng 13 không có/],
  ["2026-00", /Tháng 0 không có/],
  ["202613", /Tháng 13 không có/],
  ["2026-M13", /Tháng 13 không có/],
  ["2026-Q5", /Quý 5 không có/],
  ["2026-Q0", /Quý 0 không có/],
  ["2026-S3", /6 tháng thứ 3 không có/],
  ["2025-W53", /Năm 2025 có các tuần 1 đến 52/],
  ["2026-W54", /Năm 2026 có các tuần 1 đến 53/],
  ["2026-W00", /không có tuần 0/],
  ["2026-02-29", /Tháng 02\/2026 có 28 ngày/],
  ["2026-04-31", /Tháng 04\/2026 có 30 ngày/],
  ["2026-14-01", /Tháng 14 không có/],
  ["2026-D366", /Năm 2026 có 365 ngày/],
  ["2026-11-22T24", /Giờ 24 không có/],
  ["2026-11-22T07:30", /phút 00/],
  ["2026-11-22T07:00Z", /UTC\+7/],
  ["2026-11-22T07:00+00:00", /UTC\+7/],
  ["2026-02-30T07", /Tháng 02\/2026 có 28 ngày/],
  ["2026-W1", /đủ hai chữ số/],
  ["2026-M1", /đủ hai chữ số/],
  ["2026-1", /đủ hai chữ số/],
  ["2026-1-5", /đủ hai chữ số/],
  ["2026-Q03", /một chữ số/],
  ["2026-T1", /4 tháng/],
  ["10/2026", /năm trước/],
  ["22/11/2026", /năm trước/],
  ["22-11-2026", /năm trước/],
  ["2025/P5Y", /tận cùng là 1 hoặc 6/],
  ["2025-01-01/P5Y", /tận cùng là 1 hoặc 6/],
  ["2025-2029", /tận cùng là 1 hoặc 6/],
  ["2026-2029", /không phải là 5 năm/],
  ["2026-10-02/P1M", /từ 2026-10-01 đến 2026-10-31/],
  ["2026-02-16/P15D", /từ 2026-02-16 đến 2026-02-28/],
  ["2026-11-17/P7D", /từ 2026-11-16 đến 2026-11-22/],
  ["2026-02-01/P3M", /từ 2026-01-01 đến 2026-03-31/],
  ["2026-01-01/P2Y", /dài P2Y/],
  ["2026-01-01/2030-12-31", /ngày cuối/],
  ["0206-10", /1900–2199/],
  ["2200", /1900–2199/],
  ["1899-12-31", /1900–2199/],
  ["2026-10; DROP", /Không đọc được/],
];

describe("parsePeriod", () => {
  it.each(ACCEPTED)("reads %j as a %s, written %s", (input, type, id) => {
    const parsed = parsePeriod(input);
    expect(parsed).toMatchObject({ ok: true, period: { type } });
    expect(parsed.ok && periodId(parsed.period)).toBe(id);
    expect(parsePeriod(input, type)).toEqual(parsed);
  });

  it.each(MALFORMED)("refuses %j and says why", (input, reason) => {
    const parsed = parsePeriod(input);
    expect(parsed).toMatchObject({ ok: false, code: "period-malformed" });
    if (parsed.ok) return;
    expect(parsed.reason.vi).toMatch(reason);
    expect(parsed.reason.en).not.toBe("");
  });

  it.each(PeriodType.options)("names a valid %s where one was expected", (type) => {
    const parsed = parsePeriod("nonsense", type);
    expect(parsed.ok || parsed.reason.vi).toContain(PERIOD_EXAMPLE[type]);
    expect(parsed.ok || parsed.reason.en).toContain(PERIOD_EXAMPLE[type]);
  });

  it.each(PeriodType.options)("reads the example of %s and refuses it for every other type", (type) => {
    for (const expected of PeriodType.options) {
      const parsed = parsePeriod(PERIOD_EXAMPLE[type], expected);
      const fits = expected === type || (expected === "static" && type === "day");
      expect(parsed.ok ? "ok" : parsed.code).toBe(fits ? "ok" : "period-type-mismatch");
    }
  });

  it("takes a bare date for a static value", () => {
    const parsed = parsePeriod("2026-01-01", "static");
    expect(parsed.ok && periodId(parsed.period)).toBe("2026-01-01/..");
  });

  it("says which type came and which was expected", () => {
    const parsed = parsePeriod("2026-Q3", "month");
    expect(parsed).toEqual({
      ok: false,
      code: "period-type-mismatch",
      reason: {
        vi: "Đây là kỳ quý; chỉ số này theo kỳ tháng, ví dụ 2026-10.",
        en: "This is of type quarter; the indicator takes month, such as 2026-10.",
      },
    });
  });
});
