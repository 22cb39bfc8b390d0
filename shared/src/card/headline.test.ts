import { describe, expect, it } from "vitest";
import { AreaCode } from "../area/area-code.ts";
import { TOTAL_KEY } from "../breakdown/breakdown-key.ts";
import { periodFromId } from "../period/period-from-id.ts";
import { periodId } from "../period/period-id.ts";
import { buildCard } from "./build-card.ts";
import { headline } from "./headline.ts";
import { aDefinition } from "./testing/a-definition.ts";
import { aJudgement } from "./testing/a-judgement.ts";
import { aSeries } from "./testing/a-series.ts";

function told(changes: Parameters<typeof aDefinition>[0], values: readonly (number | null)[], toDate = false) {
  return buildCard({
    definition: aDefinition(changes),
    area: AreaCode.parse("VN"),
    areaName: { vi: "Cả nước", en: "Viet Nam" },
    breakdown: TOTAL_KEY,
    breakdownLabel: null,
    toDate,
    simulated: false,
    series: aSeries("2024-02", values),
    newest: null,
    asked: null,
    now: Date.parse("2025-03-02T03:00:00Z"),
    sourceOf: () => null,
    judgement: aJudgement(),
  });
}

const year = (first: number, last: number) => [first, ...Array.from({ length: 11 }, () => first), last];
const words = (...cards: ReturnType<typeof told>[]) =>
  headline(cards)
    .runs.map(({ text }) => text.vi)
    .join("");

const figures = (cards: ReturnType<typeof told>[]) =>
  headline(cards).runs.flatMap(({ tone, cell }) => (tone === "figure" ? [cell?.indicator] : []));

describe("the generated headline", () => {
  it("tells a level with its change on the same period of last year", () => {
    expect(words(told({}, year(59_317, 64_300), true))).toBe(
      "Kim ngạch xuất khẩu hàng hóa 2 tháng năm 2025 đạt 64,3 tỷ USD, tăng 8,4% so với cùng kỳ năm trước.",
    );
  });

  it("tells a growth by its verb and never gives it a growth of its own", () => {
    const growth = {
      code: "trade.export.yoy",
      name: { vi: "Tốc độ tăng xuất khẩu lũy kế so với cùng kỳ", en: "Export growth, ytd yoy" },
      valueType: "growth_pct",
      unit: "pct",
      display: { unit: { vi: "%", en: "%" }, factor: 1, decimals: 1 },
    };
    expect(words(told(growth, year(19.3, 8.4), true))).toBe(
      "Xuất khẩu 2 tháng năm 2025 tăng 8,4%, thấp hơn 10,9 điểm phần trăm so với cùng kỳ năm trước.",
    );
  });

  it("leaves figures two years older than the newest untold", () => {
    const fresh = told({ code: "trade.import.value" }, year(100, 101));
    const card = told({}, year(59_317, 64_300));
    const of = (id: string) => ({
      ...card,
      period: card.period && { ...card.period, id: periodId(periodFromId(id, "month")) },
    });
    expect(figures([of("2023-03"), fresh])).toEqual(["trade.export.value", "trade.import.value"]);
    expect(figures([of("2023-02"), fresh])).toEqual(["trade.import.value"]);
  });

  it("names a balance by its sign", () => {
    const balance = { code: "trade.balance", formula: "trade.export.value - trade.import.value" };
    expect(words(told(balance, year(1100, -1546)))).toBe(
      "Nhập siêu hàng hóa tháng 02/2025 là 1,5 tỷ USD, cán cân giảm 2,6 tỷ USD so với cùng kỳ năm trước.",
    );
  });

  it("says of a surplus that stays one that it fell", () => {
    const balance = { code: "trade.balance", formula: "trade.export.value - trade.import.value" };
    expect(words(told(balance, year(2930, 1630)))).toBe(
      "Xuất siêu hàng hóa tháng 02/2025 là 1,6 tỷ USD, giảm 1,3 tỷ USD so với cùng kỳ năm trước.",
    );
  });

  it("speaks of two cards, the ones that moved most, in the order of the cards", () => {
    const cards = [1, 5, 3, 4, 2].map((step) => told({ code: `a.b${step}` }, year(100, 100 + step * 10)));
    expect(figures(cards)).toEqual(["a.b5", "a.b4"]);
  });

  it("speaks of the newest month before the biggest move", () => {
    const old = told({ code: "a.old" }, [...year(100, 190), null]);
    const fresh = told({ code: "a.fresh" }, [null, ...year(100, 101)]);
    const least = told({ code: "a.least" }, [...year(100, 102), null]);
    expect(figures([least, old, fresh])).toEqual(["a.old", "a.fresh"]);
  });

  it("says how old its figures are beside the sentence, not in it", () => {
    const due = { ...told({}, year(59_317, 64_300)), state: "stale" as const };
    const reason = { vi: "Số liệu công bố đến tháng 02/2025; kỳ sau chưa nhận", en: "Up to 2/2025; next missing" };
    const { runs, age } = headline([{ ...due, stateReason: reason }]);
    expect(age).toEqual({ vi: "Số liệu công bố đến tháng 02/2025", en: "Up to 2/2025" });
    expect(runs.map(({ text }) => text.vi).join("")).not.toContain("công bố");
  });

  it("does not speak of cards that have not changed or have nothing", () => {
    expect(words(told({}, year(5, 5)), told({}, []))).toBe("Chưa có biến động để tổng hợp từ các chỉ số chủ yếu.");
  });
});
