import "@testing-library/jest-dom/vitest";
import type { OwnedIndicator } from "@bochiso/shared/feed";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { FeedSource } from "../../../lib/source/index.ts";
import { aFeedModel } from "../../../testing/feed-fixtures.ts";
import { controlledSource, renderApp } from "../../../testing/render-app.tsx";
import { fixtureFeeds } from "../../../testing/steward-source.ts";

const LAZY = { timeout: 15_000 };
const owned = (code: string, vi: string): OwnedIndicator => ({
  code,
  name: { vi, en: code },
  areas: ["*"],
  areaCount: 1,
  periodType: "month",
  dueRule: null,
});
const model = aFeedModel({
  code: "moh",
  name: { vi: "Bộ Y tế", en: "Ministry of Health" },
  owns: [owned("adm.sipas", "Chỉ số hài lòng của người dân"), owned("agri.pig.herd", "Tổng đàn lợn")],
});

async function open(feeds: Partial<FeedSource> = {}) {
  const source = fixtureFeeds({ get: async () => model, ...feeds });
  renderApp("/nguon-du-lieu/moh?xem=hop-dong", controlledSource({ feeds: source }).source);
  await userEvent.click(await screen.findByRole("button", { name: "Bàn giao" }, LAZY));
  return within(screen.getByRole("dialog"));
}

describe("the dialog of a hand-over", () => {
  it("is read back in names before it is done, and told after", async () => {
    const handOver = vi.fn<FeedSource["handOver"]>(async ({ from, to, cells }) =>
      cells.map((cell) => ({ ...cell, from, to, at: "2026-11-22T05:00:00.000Z" })),
    );
    const dialog = await open({ handOver });
    await userEvent.selectOptions(dialog.getByRole("combobox", { name: "Kênh nhận" }), "Cục Thống kê");
    await userEvent.type(dialog.getByRole("textbox", { name: "Tìm chỉ số" }), "lợn");
    const [first] = dialog.getAllByRole("checkbox");
    expect(first).toHaveAccessibleName(/Tổng đàn lợn/);
    expect(dialog.getByText("Gần giống, khác dấu")).toBeInTheDocument();
    expect(dialog.getByRole("button", { name: "Chọn cả 1" })).toBeInTheDocument();
    await userEvent.click(first as HTMLElement);
    await userEvent.clear(dialog.getByRole("textbox", { name: "Tìm chỉ số" }));
    expect(dialog.getByRole("button", { name: /^Bỏ\s*Tổng đàn lợn$/ })).toBeInTheDocument();
    await userEvent.type(dialog.getByRole("textbox", { name: "Căn cứ" }), "Công văn 12");
    await userEvent.type(dialog.getByRole("textbox", { name: "Họ và tên" }), "Trần Thị Bình");
    await userEvent.type(dialog.getByRole("textbox", { name: "Chức vụ, đơn vị" }), "Trưởng phòng");
    await userEvent.click(dialog.getByRole("button", { name: "Xem lại" }));
    const said = "Bàn giao 1 chỉ số từ “Bộ Y tế” sang “Cục Thống kê”, ngay khi xác nhận.";
    expect(dialog.getByText(said)).toHaveFocus();
    expect(dialog.getByRole("listitem")).toHaveTextContent("Tổng đàn lợn tất cả");
    expect(handOver).not.toHaveBeenCalled();
    await userEvent.click(dialog.getByRole("button", { name: "Sửa lại" }));
    expect(dialog.getByRole("textbox", { name: "Căn cứ" })).toHaveValue("Công văn 12");
    await userEvent.click(dialog.getByRole("button", { name: "Xem lại" }));
    await userEvent.click(dialog.getByRole("button", { name: "Xác nhận bàn giao" }));
    expect(
      await dialog.findByText(/^Đã bàn giao 1 chỉ số từ “Bộ Y tế” sang “Cục Thống kê”, từ 12:00 22/),
    ).toHaveFocus();
    expect(handOver.mock.calls[0]?.[0]).toMatchObject({
      from: "moh",
      to: "mof.nso",
      at: null,
      cells: [{ indicator: "agri.pig.herd", area: "*" }],
    });
    await userEvent.click(dialog.getByRole("button", { name: "Đóng" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  });

  it("offers real feeds alone to a real one, and only areas it owns", async () => {
    const owns = [{ ...owned("a.b", "Một"), areas: ["66"] }];
    const dialog = await open({ get: async () => ({ ...model, owns }) });
    await dialog.findByRole("option", { name: "Cục Thống kê" });
    expect(dialog.queryByRole("option", { name: /Tỉnh Mẫu/ })).not.toBeInTheDocument();
    const areas = within(dialog.getByRole("combobox", { name: "Ở địa phương" })).getAllByRole("option");
    expect(areas.map(({ textContent }) => textContent)).toEqual(["Tất cả nơi kênh này phụ trách", "Đắk Lắk"]);
  });

  it("says that nobody can take over what only one simulated feed may send", async () => {
    const dialog = await open({ get: async () => ({ ...model, code: "demo.tinhmau", simulated: true }) });
    expect(await dialog.findByText("Không có kênh nào khác nhận được phạm vi này.")).toBeInTheDocument();
  });
});

it("lists hand-overs by the names of indicators and feeds", async () => {
  const line = { indicator: "gone.code", area: "*", at: "2026-11-20T05:00:00.000Z", from: "moh", to: "mof.nso" };
  const names = { indicatorName: { vi: "Số bác sĩ", en: "Doctors" }, fromName: model.name };
  const toName = { vi: "Cục Thống kê", en: "NSO" };
  await open({ get: async () => ({ ...model, handOvers: [{ ...line, ...names, toName }] }) });
  const row = screen.getByText("Số bác sĩ").closest("tr");
  expect(row).toHaveTextContent(/Số bác sĩ\s*tất cả\s*Bộ Y tế\s*Cục Thống kê/);
});
