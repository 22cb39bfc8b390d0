import "@testing-library/jest-dom/vitest";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { ScreenSource } from "../../lib/source/index.ts";
import { aComparison } from "../../testing/fixtures.ts";
import { aGroupModel } from "../../testing/group-fixtures.ts";
import { controlledSource, renderApp } from "../../testing/render-app.tsx";

const open = (search = "", patch = {}) =>
  renderApp(`/nhom/government.daily_monthly${search}`, controlledSource(patch).source);
const ready = () => screen.findByRole("heading", { level: 1, name: "Tình hình kinh tế - xã hội" }, { timeout: 15_000 });

describe("GroupPage", () => {
  it("gives a card to what has data and a line with its reason to what has none", async () => {
    const { container } = open();
    await ready();
    expect(container.querySelectorAll("article.card")).toHaveLength(9);
    const quiet = screen.getByText("Chưa có số liệu (4)").closest("details");
    expect(within(quiet ?? document.body).getByRole("link", { name: "Giá xăng RON 95" })).toBeInTheDocument();
    expect(within(quiet ?? document.body).getAllByText("Chưa kết nối nguồn dữ liệu")).toHaveLength(4);
  });

  it("writes view, filter and order into the address and keeps the scope", async () => {
    const { router } = open("?dv=bo/mof");
    await ready();
    await userEvent.click(screen.getByRole("link", { name: "Bảng" }));
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Lọc" }), "Có số liệu");
    await userEvent.type(screen.getByRole("searchbox", { name: "Lọc theo tên chỉ số" }), "xuat khau");
    await waitFor(() =>
      expect(router.state.location.search).toMatchObject({ dv: "bo/mof", xem: "bang", loc: "co", tim: "xuat khau" }),
    );
    await waitFor(() => expect(screen.getAllByRole("row")).toHaveLength(2));
    expect(screen.getByRole("rowheader")).toHaveTextContent("Tốc độ tăng xuất khẩu lũy kế");
  });

  it("sorts by a head and says so to assistive technology", async () => {
    open("?xem=bang");
    await ready();
    await userEvent.click(screen.getByRole("button", { name: "Chỉ số" }));
    await waitFor(() =>
      expect(screen.getByRole("columnheader", { name: "Chỉ số" })).toHaveAttribute("aria-sort", "ascending"),
    );
    expect(screen.getAllByRole("rowheader")[0]).toHaveTextContent("Cán cân thương mại hàng hóa");
  });

  it("ranks the provinces by an indicator of the group, chosen in the address", async () => {
    const comparison = vi.fn<ScreenSource["comparison"]>(() => Promise.resolve(aComparison()));
    open("?xem=xephang&cs=tour.intl&db=cu", { comparison });
    await ready();
    expect(await screen.findByRole("list", { name: /Xếp hạng theo/ })).toBeInTheDocument();
    expect(comparison).toHaveBeenCalledWith(
      expect.objectContaining({ indicator: "tour.intl", areaBasis: "former" }),
      expect.anything(),
    );
  });

  it("does not rank a fictional unit with real ones", async () => {
    const model = aGroupModel();
    open("?xem=bando", { group: () => Promise.resolve({ ...model, frame: { ...model.frame, simulated: true } }) });
    await ready();
    expect(screen.getByText("Đơn vị mẫu không được so sánh, xếp hạng cùng địa phương thật.")).toBeInTheDocument();
  });

  it("says that nothing matches and offers to clear the filter", async () => {
    open("?tim=khong+co+gi&loc=co");
    await ready();
    await userEvent.click(screen.getByRole("link", { name: "Bỏ lọc" }));
    expect(await screen.findByText("13 chỉ số")).toBeInTheDocument();
  });
});
