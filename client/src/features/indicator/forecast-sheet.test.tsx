import "@testing-library/jest-dom/vitest";
import type { ForecastModel } from "@bochiso/shared/screen";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { aForecast, noForecast } from "../../testing/forecast-fixtures.ts";
import { anIndicator } from "../../testing/indicator-fixtures.ts";
import { controlledSource, renderApp } from "../../testing/render-app.tsx";

const PATH = "/chi-so/trade.balance";
const SOON = { timeout: 15_000 };

function open(forecast: () => Promise<ForecastModel>, path = PATH) {
  return renderApp(path, controlledSource({ indicator: () => Promise.resolve(anIndicator()), forecast }).source);
}

describe("the forecast of an indicator", () => {
  it("says where the figures end, gives periods with intervals, the year, its errors and its grounds", async () => {
    open(() => Promise.resolve(aForecast()));
    const sheet = await screen.findByRole("region", { name: "Dự báo từ số liệu đến tháng 02/2025" }, SOON);
    expect(sheet).toHaveTextContent("đây là dự báo, không phải số liệu công bố");
    const row = within(sheet).getByRole("rowheader", { name: "Tháng 03/2025" }).closest("tr");
    expect(row).toHaveTextContent("1,630,50 – 2,76");
    const year = within(sheet).getByRole("region", { name: "Ước cả năm 2025" });
    expect(year).toHaveTextContent("vẫn là dự báo từ số liệu đến tháng 02/2025");
    expect(year).toHaveTextContent("3,12 tỷ USD; lấy số cùng kỳ: 7,05 tỷ USD");
    expect(within(sheet).getByRole("heading", { name: "Căn cứ dự báo" })).toBeInTheDocument();
    expect(within(sheet).getByRole("img").getAttribute("aria-label")).toContain("từ số liệu đến tháng 02/2025");
  });

  it("marks a simulated forecast", async () => {
    open(() => Promise.resolve(aForecast({ simulated: true })));
    const sheet = await screen.findByRole("region", { name: "Dự báo từ số liệu đến tháng 02/2025" }, SOON);
    expect(within(sheet).getByText("Số liệu mô phỏng")).toBeInTheDocument();
  });

  it("is one quiet line with the reason where there is none", async () => {
    const backTest = { origins: 24, mase: 1.02, naiveMase: 0.98, wins: 0.4, meanError: 900 };
    open(() => Promise.resolve(noForecast({ backTest })));
    const line = await screen.findByText(/^Không có dự báo/, undefined, SOON);
    expect(line).toHaveTextContent(
      "Không có dự báo. Chuỗi số liệu còn quá ngắn để kiểm định dự báo. Sai số chuẩn hóa 1,02, lấy số cùng kỳ 0,98.",
    );
    expect(screen.queryByRole("region", { name: /^Dự báo/ })).toBeNull();
  });

  it("keeps the page when it fails, and offers another try", async () => {
    const forecast = vi
      .fn<() => Promise<ForecastModel>>()
      .mockRejectedValueOnce(new Error("down"))
      .mockResolvedValue(noForecast());
    open(forecast);
    await screen.findByText("Chưa lập được dự báo.", undefined, SOON);
    await userEvent.click(screen.getByRole("button", { name: "Thử lại" }));
    expect(await screen.findByText(/^Không có dự báo/, undefined, SOON)).toBeInTheDocument();
  });

  it("speaks English when asked", async () => {
    open(() => Promise.resolve(aForecast()), `${PATH}?ngonngu=en`);
    expect(
      await screen.findByRole("region", { name: "Forecast from figures up to February 2025" }, SOON),
    ).toBeInTheDocument();
  });
});
