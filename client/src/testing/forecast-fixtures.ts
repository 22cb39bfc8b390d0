import { AreaCode } from "@bochiso/shared/area";
import { TOTAL_KEY } from "@bochiso/shared/breakdown";
import { IndicatorCode } from "@bochiso/shared/indicator";
import type { HiddenForecastModel, ShownForecastModel } from "@bochiso/shared/screen";
import { aPeriod, same } from "./fixtures.ts";

const SUBJECT = { indicator: IndicatorCode.parse("trade.balance"), area: AreaCode.parse("VN"), breakdown: TOTAL_KEY };
const BACK_TEST = { origins: 24, mase: 0.61, naiveMase: 0.95, wins: 0.75, meanError: 812 };

/** A forecast of the goods trade balance (million USD) from figures that ended in February 2025, unless patched. */
export function aForecast(patch: Partial<ShownForecastModel> = {}): ShownForecastModel {
  return {
    shown: true,
    subject: SUBJECT,
    from: aPeriod("2025-02"),
    fromText: { vi: "tháng 02/2025", en: "February 2025" },
    ended: true,
    actual: [
      { period: aPeriod("2024-12"), value: 2000, status: "P" },
      { period: aPeriod("2025-01"), value: null, status: null },
      { period: aPeriod("2025-02"), value: -1550, status: "E" },
    ],
    points: [
      { period: aPeriod("2025-03"), value: 1630, low: 500, high: 2760, over: true },
      { period: aPeriod("2025-04"), value: 900, low: -400, high: 2200, over: true },
    ],
    restarts: false,
    yearEnd: {
      year: 2025,
      value: 21_400,
      low: 16_000,
      high: 26_800,
      over: true,
      meanError: 3120,
      naiveMeanError: 7050,
    },
    level: 0.8,
    backTest: BACK_TEST,
    method: { vi: "Phương pháp Theta", en: "Theta method" },
    grounds: [
      { name: { vi: "Phương pháp", en: "Method" }, text: { vi: "Phương pháp Theta", en: "Theta method" } },
      { name: { vi: "Kiểm định lùi", en: "Back-test" }, text: same("24") },
    ],
    simulated: false,
    ...patch,
  };
}

/** A forecast that is not shown, as that of most short series. */
export function noForecast(patch: Partial<HiddenForecastModel> = {}): HiddenForecastModel {
  return {
    shown: false,
    subject: SUBJECT,
    code: "too-short",
    reason: { vi: "Chuỗi số liệu còn quá ngắn để kiểm định dự báo", en: "The series is too short to test a forecast" },
    backTest: null,
    ...patch,
  };
}
