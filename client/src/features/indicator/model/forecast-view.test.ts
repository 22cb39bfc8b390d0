import { describe, expect, it } from "vitest";
import { aPeriod } from "../../../testing/fixtures.ts";
import { aForecast } from "../../../testing/forecast-fixtures.ts";
import { anIndicator } from "../../../testing/indicator-fixtures.ts";
import { forecastView } from "./forecast-view.ts";

const { card } = anIndicator();
const view = (patch = {}) => forecastView(aForecast(patch), card, "vi");

describe("forecastView", () => {
  it("never lets a forecast from an ended publication look like a current figure", () => {
    const { title, warning, boundary } = view();
    expect(title).toBe("Dự báo từ số liệu đến tháng 02/2025");
    expect(warning).toContain("đều đã qua mà chưa nhận số thực hiện: đây là dự báo, không phải số liệu công bố.");
    expect(boundary).toBe("Số liệu đến tháng 02/2025");
  });

  it("counts the periods that are over where some still lie ahead", () => {
    const [first, last] = aForecast().points;
    if (first === undefined || last === undefined) throw new Error("no points");
    expect(view({ points: [first, { ...last, over: false }] }).warning).toContain("; 1 kỳ dự báo đã qua");
  });

  it("leads with the year, else with the next period, while figures arrive in time", () => {
    expect(view({ ended: false })).toMatchObject({ title: "Dự báo cả năm 2025: 21,40 tỷ USD", warning: null });
    expect(view({ ended: false, yearEnd: null }).title).toBe("Dự báo tháng 03/2025: 1,63 tỷ USD");
  });

  it("shows values and intervals in the display of the card", () => {
    expect(view().rows[0]).toEqual({
      key: "2025-03",
      period: "Tháng 03/2025",
      value: "1,63",
      interval: "0,50 – 2,76",
    });
    expect(view().year).toMatchObject({
      value: "21,40 tỷ USD",
      error: "Sai số bình quân khi kiểm định lùi: 3,12 tỷ USD; lấy số cùng kỳ: 7,05 tỷ USD",
    });
    expect(view().test).toContain("sai số bình quân 0,81 tỷ USD, sai số chuẩn hóa 0,61 (lấy số cùng kỳ 0,95)");
  });

  it("tells errors of percentages in percentage points", () => {
    const percent = { ...card, display: { unit: { vi: "%", en: "%" }, factor: 1, decimals: 1 } };
    expect(forecastView(aForecast(), percent, "vi").test).toContain("812,0 điểm phần trăm");
  });

  it("keeps gaps and starts a new piece of the line each year where sums start again", () => {
    expect(view().points.map(({ actual }) => actual)).toEqual([2, null, -1.55, null, null]);
    expect(view().points.map(({ segment }) => segment)).toEqual([0, 0, 0, 0, 0]);
    expect(view({ restarts: true }).points.map(({ segment }) => segment)).toEqual([0, 1, 1, 1, 1]);
  });

  it("names estimates only where there are some", () => {
    expect(view().keys.map(({ key }) => key)).toEqual(["actual", "estimate", "forecast", "interval"]);
    const actual = [{ period: aPeriod("2025-02"), value: 1, status: "P" as const }];
    expect(view({ actual }).keys.map(({ key }) => key)).toEqual(["actual", "forecast", "interval"]);
  });

  it("says the same in a sentence", () => {
    expect(view().sentence).toContain("Tháng 04/2025: 0,90 tỷ USD, khoảng −0,40 – 2,20");
  });
});
