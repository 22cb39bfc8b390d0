import { describe, expect, it } from "vitest";
import { anIndicator, anInvestment, aPriceIndex, aTrend } from "../../../testing/indicator-fixtures.ts";
import { trendView } from "./trend-view.ts";

describe("trendView", () => {
  it("shows the last periods asked for, up to the page's own", () => {
    const view = trendView(anIndicator(), "vi", 13);
    expect(view.points.map(({ key }) => key)).toEqual([
      "2024-02",
      "2024-03",
      "2024-04",
      "2024-05",
      "2024-06",
      "2024-07",
      "2024-08",
      "2024-09",
      "2024-10",
      "2024-11",
      "2024-12",
      "2025-01",
      "2025-02",
    ]);
    expect(view.points.at(-1)).toMatchObject({
      current: true,
      hatched: true,
      label: "T2",
      group: "2025",
      text: "−1,55",
    });
  });

  it("draws in the shown unit: million USD become billion", () => {
    const last = trendView(anIndicator(), "vi", 13).points.at(-1);
    expect(last?.value).toBeCloseTo(-1.549_964_5, 6);
    expect(last?.lastYear).toBeCloseTo(1.1, 6);
  });

  it("adds the offset of a growth index before drawing it", () => {
    const model = anIndicator();
    const card = { ...model.card, growthOffset: -100, display: { unit: { vi: "%", en: "%" }, factor: 1, decimals: 1 } };
    const view = trendView({ ...model, card, trend: { ...model.trend, points: aTrend([107.24]) } }, "vi", 13);
    expect(view.points[0]?.value).toBeCloseTo(7.24, 9);
    expect(view.points[0]?.text).toBe("+7,2");
    expect(view.kind).toBe("line");
  });

  it("leaves a gap a gap and counts it for those who do not see the chart", () => {
    const model = anIndicator();
    const points = aTrend([1, null, 3]);
    const view = trendView({ ...model, trend: { ...model.trend, points } }, "vi", 13);
    expect(view.points.map(({ value }) => value)).toEqual([0.001, null, 0.003]);
    expect(view.sentence).toContain("1 kỳ không có số liệu");
  });

  it("says where the publication ends, and does not draw beyond it", () => {
    const view = trendView(anIndicator(), "vi", 13);
    expect(view.end).toEqual(["Số liệu công bố", "đến tháng 02/2025"]);
    expect(view.points.at(-1)?.key).toBe("2025-02");
    const { trend, ...rest } = anIndicator();
    expect(trendView({ ...rest, trend: { ...trend, endsAt: null } }, "vi", 13).end).toEqual([]);
  });

  it("marks a declared break only where it lies on the chart, and never calls a record across it", () => {
    expect(trendView(aPriceIndex(), "vi", 13).breaks).toEqual([]);
    const long = trendView(aPriceIndex(), "vi", 61);
    const text = "Điểm gãy chuỗi: đổi kỳ gốc từ năm 2014 sang năm 2019";
    expect(long.breaks).toMatchObject([{ key: "2020-08", text, cuts: true }]);
    expect(long.breaks[0]?.said).toContain("không so sánh với các kỳ từ đó trở đi");
    expect(long.headline).toBe("Cao hơn cùng kỳ 2,9%, cao nhất trong 54 kỳ");
  });

  it("names only what occurs, and offers only ranges that show more", () => {
    expect(trendView(aPriceIndex(), "vi", 13).marks).toEqual(["actual", "last-year"]);
    expect(trendView(anInvestment(), "vi", 13).marks).toEqual(["actual", "estimate", "last-year", "plan"]);
    expect(trendView(anIndicator(), "vi", 13).ranges.map(({ range }) => range)).toEqual([13, 25, 61]);
    const model = anIndicator();
    const short = { ...model, trend: { ...model.trend, points: model.trend.points.slice(-20) } };
    expect(trendView(short, "vi", 13).ranges).toEqual([
      { range: 13, periods: 13 },
      { range: 25, periods: 20 },
    ]);
  });

  it("marks a merger of units without cutting the series, in the chart and in words", () => {
    const base = anIndicator();
    const at = base.trend.points.at(-3)?.period;
    if (at === undefined) throw new Error("a trend of three periods");
    const short = { vi: "Sáp nhập 01/07/2025", en: "Merger of 1 Jul 2025" };
    const reason = { vi: "trước đó là số quy đổi từ Bắc Ninh và Bắc Giang", en: "recast before" };
    const view = trendView({ ...base, trend: { ...base.trend, mergers: [{ from: at, short, reason }] } }, "vi", 13);
    expect(view.breaks).toEqual([{ key: at.id, text: short.vi, said: `${short.vi}: ${reason.vi}`, cuts: false }]);
    expect(view.sentence).toContain(`${short.vi}: ${reason.vi}`);
    expect(view.headline).toBe(trendView(base, "vi", 13).headline);
  });
});
