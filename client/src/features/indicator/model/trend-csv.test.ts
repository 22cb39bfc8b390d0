import { describe, expect, it } from "vitest";
import { anIndicator } from "../../../testing/indicator-fixtures.ts";
import { trendCsv } from "./trend-csv.ts";

const lines = (text: string) => text.replace("\uFEFF", "").trim().split("\r\n");

describe("trendCsv", () => {
  it("writes a row a period, decimal comma, ASCII minus, empty for a gap", () => {
    const model = anIndicator();
    const rows = lines(trendCsv(model, { rows: model.trend.points.slice(-1), breaks: [] }, "vi"));
    expect(rows).toHaveLength(2);
    expect(rows[1]).toContain(
      "trade.balance;Cán cân thương mại hàng hóa;Cả nước;2025-02;Tháng 02/2025;-1,5499645;tỷ USD;ước tính;1,1;;;;Cục Thống kê;",
    );
  });

  it("says beside every simulated value that it is one", () => {
    const model = anIndicator();
    const simulated = { ...model, card: { ...model.card, simulated: true } };
    for (const row of lines(trendCsv(simulated, { rows: model.trend.points.slice(-3), breaks: [] }, "vi")).slice(1)) {
      expect(row.endsWith("Số liệu mô phỏng")).toBe(true);
    }
  });

  it("notes a break at the first period after it", () => {
    const model = anIndicator();
    const rows = model.trend.points.slice(-2);
    const breaks = [{ key: rows[1]?.period.id ?? "", text: "Sáp nhập", said: "Sáp nhập 01/07/2025", cuts: false }];
    const [, before, after] = lines(trendCsv(model, { rows, breaks }, "vi"));
    expect([before?.endsWith("Sáp nhập 01/07/2025"), after?.endsWith("Sáp nhập 01/07/2025")]).toEqual([false, true]);
  });
});
