import "@testing-library/jest-dom/vitest";
import type { IndicatorModel } from "@bochiso/shared/screen";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { ScreenSource } from "../../lib/source/index.ts";
import { anIndicator, anInvestment, aPriceIndex, aTrend } from "../../testing/indicator-fixtures.ts";
import { controlledSource, renderApp } from "../../testing/render-app.tsx";

const open = (model: IndicatorModel, path = "/chi-so/trade.balance") =>
  renderApp(path, controlledSource({ indicator: () => Promise.resolve(model) }).source);

/** Pages are loaded lazily. */
const title = (name: string) => screen.findByRole("heading", { level: 1, name }, { timeout: 15_000 });
const NAME = "Cán cân thương mại hàng hóa";

describe("IndicatorPage", () => {
  it("opens the explanation from the value and from each change", async () => {
    open(anIndicator());
    await title(NAME);
    const links = screen.getAllByRole("link").filter((link) => link.getAttribute("href")?.includes("giaithich="));
    const cells = links.map((link) => decodeURIComponent(link.getAttribute("href") ?? ""));
    for (const measure of ["value", "same-period-last-year", "previous-period"]) {
      expect(cells.some((cell) => cell.includes(`trade.balance~VN~~2025-02~${measure}`))).toBe(true);
    }
  });

  it("keeps the scope, the breakdown and the range in the address of its query", async () => {
    const indicator = vi.fn<ScreenSource["indicator"]>(() => Promise.resolve(anIndicator()));
    const { router } = renderApp(
      "/chi-so/trade.balance?dv=tinh/01&pt=ownership%3DFDI&db=cu&so=25",
      controlledSource({ indicator }).source,
    );
    await title(NAME);
    expect(indicator).toHaveBeenCalledWith(
      expect.objectContaining({ scope: "tinh/01", breakdown: "ownership=FDI", areaBasis: "former" }),
      expect.anything(),
    );
    await userEvent.click(screen.getByRole("link", { name: "61 kỳ" }));
    await waitFor(() => expect(router.state.location.search).toMatchObject({ dv: "tinh/01", db: "cu", so: "61" }));
  });

  it("says in the head of the chart what the figures say, and the same as a table", async () => {
    open(anIndicator());
    await title(NAME);
    expect(screen.getByRole("heading", { level: 2, name: "Thấp hơn cùng kỳ 2,65 tỷ USD" })).toBeInTheDocument();
    expect(
      screen.getByRole("img", { name: /Biểu đồ Cán cân thương mại hàng hóa: Thấp hơn cùng kỳ 2,65 tỷ USD/ }),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Xem bảng số liệu" }));
    const table = screen.getByRole("table", { name: NAME });
    const rows = within(table).getAllByRole("row");
    expect(rows).toHaveLength(14);
    expect(within(rows[1] ?? table).getByRole("rowheader")).toHaveTextContent("Tháng 02/2025");
    expect(within(rows[1] ?? table).getByRole("link")).toHaveTextContent("−1,55");
  });

  it("shows a gap in the table as a dash, never as zero", async () => {
    const model = anIndicator();
    open({ ...model, trend: { ...model.trend, points: aTrend([1000, null, 3000]) } });
    await title(NAME);
    await userEvent.click(screen.getByRole("button", { name: "Xem bảng số liệu" }));
    const row = screen.getByRole("rowheader", { name: "Tháng 02/2020" }).closest("tr");
    expect(row).toHaveTextContent("Tháng 02/2020———");
  });

  it("draws a plan only where there is one", async () => {
    const { container, unmount } = open(anIndicator());
    await title(NAME);
    expect(container.querySelector(".ind-plan")).toBeNull();
    unmount();
    open(anInvestment());
    await title("Vốn đầu tư thực hiện từ nguồn ngân sách nhà nước");
    expect(screen.getByText("8,52% kế hoạch, mức phải đạt 9,07%")).toBeInTheDocument();
  });

  it("puts the reported figure beside the computed one with the reason", async () => {
    open(anInvestment());
    const region = await screen.findByRole("region", { name: "Số công bố bên cạnh số tính toán" }, { timeout: 15_000 });
    expect(region).toHaveTextContent("+0,2Số ước tính lần đầu; tháng 1 đã điều chỉnh sau đó");
  });

  it("explains a derived figure inline and a sent one by its source", async () => {
    const { unmount } = open(anIndicator());
    await title(NAME);
    expect(screen.getByRole("heading", { name: "Công thức và đầu vào đang dùng" })).toBeInTheDocument();
    unmount();
    open(aPriceIndex());
    expect(await screen.findByRole("heading", { name: "Số liệu gốc" }, { timeout: 15_000 })).toBeInTheDocument();
  });

  it("says that the definition is an unreviewed import and lists each gap with its clause", async () => {
    open(anIndicator());
    await title(NAME);
    expect(screen.getByText("nhập khởi tạo, chưa rà soát")).toBeInTheDocument();
    const list = screen.getByRole("region", { name: "Rà soát theo Điều 10.4.d" });
    expect(within(list).getAllByText("Điểm d khoản 4 Điều 10 Nghị định 137/2024/NĐ-CP")).toHaveLength(2);
  });

  it("marks a simulated unit beside the value, the chart and the path", async () => {
    const model = anIndicator();
    open({ ...model, frame: { ...model.frame, simulated: true }, card: { ...model.card, simulated: true } });
    await title(NAME);
    expect(screen.getAllByText("Số liệu mô phỏng").length).toBeGreaterThanOrEqual(3);
    expect(screen.getByText("Đơn vị mẫu không được xếp hạng cùng địa phương thật.")).toBeInTheDocument();
  });

  it("says why there is nothing to show where no figure has arrived", async () => {
    const model = anIndicator();
    const reason = { vi: "Chưa kết nối nguồn dữ liệu", en: "No data source connected yet" };
    const card = {
      ...model.card,
      period: null,
      value: { kind: "missing" as const, reason: "not-reported" as const },
      state: "empty" as const,
      stateReason: reason,
      changes: [],
      source: null,
    };
    open({
      ...model,
      card,
      trend: { points: [], breaks: [], mergers: [], endsAt: null },
      explanation: null,
      revisions: [],
      breakdowns: [],
      source: null,
    });
    await title(NAME);
    expect(screen.getByText("Chưa có kỳ nào để vẽ")).toBeInTheDocument();
    expect(screen.getByText("Chưa có số liệu để giải thích")).toBeInTheDocument();
    expect(screen.getAllByText(reason.vi).length).toBeGreaterThan(1);
  });

  it("offers another try when the server fails, and shows the page once it answers", async () => {
    const indicator = vi
      .fn<() => Promise<IndicatorModel>>()
      .mockRejectedValueOnce(new Error("down"))
      .mockResolvedValue(anIndicator());
    renderApp("/chi-so/trade.balance", controlledSource({ indicator }).source);
    await userEvent.click(await screen.findByRole("button", { name: "Thử lại" }, { timeout: 15_000 }));
    expect(await title(NAME)).toBeInTheDocument();
  });

  it("speaks English when asked", async () => {
    open(anIndicator(), "/chi-so/trade.balance?ngonngu=en");
    await title("Goods trade balance");
    expect(screen.getByRole("heading", { name: "2.65 billion USD below a year ago" })).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Show the figures as a table" })).toBeInTheDocument();
  });
});
