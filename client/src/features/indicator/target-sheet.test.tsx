import "@testing-library/jest-dom/vitest";
import type { IndicatorModel } from "@bochiso/shared/screen";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { anIndicator, aPriceIndex } from "../../testing/indicator-fixtures.ts";
import { controlledSource, renderApp } from "../../testing/render-app.tsx";
import { aCeiling, anAssessedInvestment, assessed } from "../../testing/target-fixtures.ts";

const SLOW = { timeout: 15_000 };
const show = (model: IndicatorModel, search = "") =>
  renderApp(`/chi-so/pi.executed${search}`, controlledSource({ indicator: () => Promise.resolve(model) }).source);
const sheet = (name: RegExp | string) => screen.findByRole("region", { name }, SLOW);
const simulated = (model: IndicatorModel): IndicatorModel => ({ ...model, card: { ...model.card, simulated: true } });

describe("TargetSheet", () => {
  it("says what is missing, what each month must bring, where the year ends, and who assigned it", async () => {
    show(anAssessedInvestment());
    const region = await sheet("Còn thiếu 4,6 nghìn tỷ đồng so với mức phải đạt đến nay");
    const pace = within(region).getByRole("region", { name: "Nhịp cần có" });
    expect(pace).toHaveTextContent("10 tháng còn lại cần đạt78,4");
    const outlook = within(region).getByRole("region", { name: "Ước thực hiện cả năm 2025" });
    expect(outlook).toHaveTextContent("thiếu 50,5 nghìn tỷ đồng so với chỉ tiêu");
    expect(region).toHaveTextContent("Nghị quyết 12/NQ-HĐND ngày 10/12/2024");
    expect(region).toHaveTextContent("Từ 01/01/2025 đến 31/12/2025");
  });

  it("has the bullet with its words and the same as a sentence in the head of the page", async () => {
    const { container } = show(anAssessedInvestment());
    await sheet(/Còn thiếu/);
    const bullet = container.querySelector(".tg-bullet");
    expect(bullet).toHaveTextContent("Mức phải đạt đến hết 2 tháng năm 2025: 77,8 nghìn tỷ đồng");
    expect(bullet).toHaveTextContent("theo tỷ trọng bình quân các năm");
    expect(bullet?.querySelector(".gap-cham")).not.toBeNull();
  });

  it.each([
    ["no target", assessed(anIndicator(), null), "Chưa có chỉ tiêu được giao cho chỉ số này"],
    ["no wanted direction", assessed(aPriceIndex(), null), "Chỉ số theo dõi, không giao chỉ tiêu"],
  ])("with %s it says so in a line", async (_name, model, said) => {
    const { container } = show(model);
    expect(within(await sheet("Chỉ tiêu và tiến độ")).getByText(said)).toBeInTheDocument();
    expect(container.querySelector(".tg-bullet")).toBeNull();
  });

  it("gives a ceiling that holds its headline and its facts, and no pace", async () => {
    show(aCeiling([3.1, 4.9]));
    const region = await sheet("Cao hơn mức phải đạt đến nay 0,40 điểm phần trăm");
    expect(within(region).queryByRole("region", { name: "Nhịp cần có" })).toBeNull();
    expect(region).toHaveTextContent("Không quá 4,50%");
    expect(region).toHaveTextContent("Giữ ở mức chỉ tiêu trong mọi kỳ");
  });

  it("marks every figure of a fictional unit", async () => {
    show(simulated(anAssessedInvestment()));
    const region = await sheet(/Còn thiếu/);
    expect(within(region).getAllByText("Số liệu mô phỏng").length).toBeGreaterThanOrEqual(3);
  });

  it("speaks English", async () => {
    show(anAssessedInvestment(), "?ngonngu=en");
    const region = await sheet("4.6 trillion VND short of what is due by now");
    expect(region).toHaveTextContent("Needed in the 10 months left78.4");
  });
});

describe("StatusPanel", () => {
  it("opens from the status of the head, and closes with its button", async () => {
    const { router } = show(anAssessedInvestment());
    await sheet(/Còn thiếu/);
    await userEvent.click(screen.getByRole("link", { name: /^Chậm tiến độ ?\(mở căn cứ đánh giá\)$/ }));
    const dialog = await screen.findByRole("dialog", { name: "Căn cứ đánh giá" }, SLOW);
    expect(router.state.location.search).toMatchObject({ cancu: "pi.executed" });
    await userEvent.click(within(dialog).getByRole("button", { name: "Đóng" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(router.state.location.search.cancu).toBeUndefined();
  });

  it("shows method, version, scale with the place reached, and every input with value, unit and period", async () => {
    show(anAssessedInvestment(), "?cancu=pi.executed");
    const dialog = await screen.findByRole("dialog", { name: "Căn cứ đánh giá" }, SLOW);
    const scale = await within(dialog).findByRole("region", { name: "Thang đánh giá" }, SLOW);
    const reached = within(scale)
      .getAllByRole("listitem")
      .filter((item) => item.getAttribute("aria-current") === "true");
    expect(reached).toHaveLength(1);
    expect(reached[0]).toHaveTextContent("Chậm tiến độ94,1%, đang ở đâytừ 80,0% đến dưới 95,0%");
    const row = within(dialog).getByRole("rowheader", { name: "Mức phải đạt đến nay" }).closest("tr");
    expect(row).toHaveTextContent("77,8 nghìn tỷ đồngT2/2025");
    const method = within(dialog).getByRole("region", { name: "Phương pháp" });
    expect(method).toHaveTextContent("Mức hoàn thành so với kế hoạch đến nay, phiên bản 1");
  });

  it("opens from a card of the home, for its own indicator", async () => {
    const { router } = renderApp("/tinh/MAU", controlledSource().source);
    const [status] = await screen.findAllByRole("link", { name: /^Chậm tiến độ ?\(mở căn cứ đánh giá\)$/ }, SLOW);
    if (status === undefined) throw new Error("no card is behind");
    await userEvent.click(status);
    await screen.findByRole("dialog", { name: "Căn cứ đánh giá" }, SLOW);
    expect(router.state.location.pathname).toBe("/tinh/MAU");
    expect(router.state.location.search).toMatchObject({ cancu: "pi.executed" });
  });

  it("says why nothing is assessed where there is no target", async () => {
    show(assessed(anIndicator(), null), "?cancu=trade.balance");
    const dialog = await screen.findByRole("dialog", { name: "Căn cứ đánh giá" }, SLOW);
    await waitFor(() => expect(dialog).toHaveTextContent("Không đánh giá"), SLOW);
    expect(within(dialog).queryByRole("region", { name: "Thang đánh giá" })).toBeNull();
  });

  it("says when it cannot be loaded, and offers another try", async () => {
    renderApp("/cp?cancu=khong.co", controlledSource().source);
    const dialog = await screen.findByRole("dialog", { name: "Căn cứ đánh giá" }, SLOW);
    expect(await within(dialog).findByRole("button", { name: "Thử lại" }, SLOW)).toBeInTheDocument();
  });
});
