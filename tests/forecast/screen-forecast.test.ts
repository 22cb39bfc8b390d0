import { type ForecastModel, ScopeId, type ShownForecastModel } from "@bochiso/shared/screen";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SeededScreens, seededScreens } from "../screens/seeded-screens.ts";
import { publishedSeries } from "./real-series.ts";

const GOVERNMENT = ScopeId.parse("cp");

function shown(model: ForecastModel): ShownForecastModel {
  if (!model.shown) throw new Error(`no forecast: ${model.code}`);
  return model;
}

describe("the forecast beside the trend", () => {
  let screens: SeededScreens;
  beforeAll(async () => {
    screens = await seededScreens("everything");
  });
  afterAll(() => screens?.close());

  const ask = (code: string, period: string | null = null, scope = GOVERNMENT) =>
    screens.services.getForecast({ scope, code, period });

  it("begins after the last published month and says that the publication ended there", async () => {
    const model = shown(await ask("trade.export.value"));
    expect(model.from.id).toBe("2025-02");
    expect(model.fromText.vi).toBe("tháng 02/2025");
    expect(model.ended).toBe(true);
    expect(model.points.map(({ period }) => period.id)).toEqual([
      ...["03", "04", "05", "06", "07", "08", "09", "10", "11", "12"].map((month) => `2025-${month}`),
      "2026-01",
      "2026-02",
    ]);
    // In November 2026 every one of these months is over: none of them may look like a look ahead.
    expect(model.points.every(({ over }) => over)).toBe(true);
    expect(model.simulated).toBe(false);
  });

  it("draws the published figures before it and nothing else", async () => {
    const model = shown(await ask("trade.export.value"));
    const published = publishedSeries().find(({ key }) => key === "trade.export.value VN")?.history;
    expect(model.actual).toHaveLength(13);
    for (const { period, value } of model.actual) {
      const [year = 0, month = 0] = period.id.split("-").map(Number);
      expect(value).toBe(published?.get(12 * year + month - 1));
    }
  });

  it("gives each step an interval around its value, and the year with an error of its own", async () => {
    const model = shown(await ask("trade.export.value"));
    for (const { low, value, high } of model.points) expect(low < value && value < high).toBe(true);
    expect(model.yearEnd).toMatchObject({ year: 2025, over: true });
    expect(model.yearEnd?.meanError).toBeLessThan(model.yearEnd?.naiveMeanError ?? 0);
    expect(model.backTest.mase).toBeLessThanOrEqual(0.95 * model.backTest.naiveMase);
  });

  it("explains itself: method, range, test and errors", async () => {
    const { grounds } = shown(await ask("trade.export.value"));
    const words = Object.fromEntries(grounds.map(({ name, text }) => [name.vi, text.vi]));
    expect(words["Chuỗi số liệu dùng"]).toMatch(/^Từ tháng \d{2}\/\d{4} đến tháng 02\/2025, \d+ kỳ$/);
    expect(words["Kiểm định lùi"]).toMatch(/^24 lần dự báo lại quá khứ/);
    expect(words["Sai số bình quân"]).toMatch(/tỷ USD$/);
    expect(words["Sai số chuẩn hóa (MASE)"]).toMatch(/^\d,\d{2}; cách lấy số cùng kỳ năm trước: \d,\d{2}$/);
  });

  it("names the break that it starts after", async () => {
    const { grounds } = shown(await ask("macro.cpi.index"));
    expect(grounds.find(({ name }) => name.vi === "Điểm gãy chuỗi")?.text.vi).toContain("08/2020");
  });

  it("is hidden with its reason where it does not beat last year's figures, is too short, ended long ago or has no figure", async () => {
    const codes = new Map<string, string>();
    for (const { code } of await screens.services.listIndicators({ scope: GOVERNMENT })) {
      const model = await ask(code);
      if (!model.shown) codes.set(model.code, `${code}: ${model.reason.vi}`);
    }
    expect([...codes.keys()].sort()).toEqual(["ended-long-ago", "no-better-than-naive", "no-figure", "too-short"]);
    expect(codes.get("ended-long-ago")).toContain("quá xa hiện tại để dự báo");
  });

  it("is never made from an earlier period than the newest", async () => {
    const model = await ask("trade.export.value", "2024-06");
    expect(model).toMatchObject({ shown: false, code: "earlier-period" });
    expect(model.shown ? "" : model.reason.vi).toContain("tháng 02/2025");
    expect((await ask("trade.export.value", "2025-02")).shown).toBe(true);
  });

  it("marks forecasts of the fictional province as simulated", async () => {
    const scope = ScopeId.parse("tinh/MAU");
    let forecasts = 0;
    for (const { code } of await screens.services.listIndicators({ scope })) {
      const model = await ask(code, null, scope);
      if (!model.shown) continue;
      forecasts += 1;
      expect(model.simulated).toBe(true);
      expect(model.subject.area).toBe("demo:MAU");
    }
    expect(forecasts).toBeGreaterThan(0);
  });

  it("refuses an unknown indicator by its code", async () => {
    await expect(ask("trade.exprot.value")).rejects.toMatchObject({ code: "indicator-unknown" });
  });
});
