import { describe, expect, it } from "vitest";
import { anIndicator } from "../../../testing/indicator-fixtures.ts";
import { trendCsv } from "./trend-csv.ts";

const lines = (text: string) => text.replace("\uFEFF", "").trim().split("\r\n");

describe("trendCsv", () => {
  it("writes a row a period, decimal comma, ASCII minus, empty for a gap", () => {
    const model = anIndicator();
    const rows = lines(trendCsv(model, model.trend.points.slice(-1), "vi"));
    expect(rows).toHaveLength(2);
    expect(rows[1]).toContain(
      "trade.balance;Cán cân thương mại hàng hóa;Cả nước;2025-02;Tháng 2/2025;-1,5499645;tỷ USD;ước tính;1,1;;;;Cục Thống kê;",
    );
  });

  it("says beside every simulated value that it is one", () => {
    const model = anIndicator();
    const simulated = { ...model, card: { ...model.card, simulated: true } };
    for (const row of lines(trendCsv(simulated, model.trend.points.slice(-3), "vi")).slice(1)) {
      expect(row.endsWith("Số liệu mô phỏng")).toBe(true);
    }
  });
});
