import "@testing-library/jest-dom/vitest";
import { periodLabel } from "@bochiso/shared/card";
import { periodFromId } from "@bochiso/shared/period";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { EntrySource } from "../../../lib/source/entry-source.ts";
import { anEffect, anEntryCell, anEntryGrid, fixtureEntry } from "../../../testing/entry-fixtures.ts";
import { controlledSource, renderApp } from "../../../testing/render-app.tsx";
import { draftStore } from "./model/draft-store.ts";

const LAZY = { timeout: 15_000 };
const FINAL = { value: "40100.5", status: "A", note: null };
const CELLS = [
  anEntryCell("trade.export.value", "Xuất khẩu", { current: FINAL }),
  anEntryCell("trade.import.value", "Nhập khẩu", { limits: { min: 0, max: null, minExclusive: false } }),
  anEntryCell("trade.turnover", "Tổng kim ngạch"),
];

const value = (name: string) => screen.findByRole("textbox", { name: `${name}: Giá trị` }, LAZY);

async function open(entry: Partial<EntrySource> = {}): Promise<void> {
  const grid = async () => anEntryGrid({ cells: CELLS, cellCount: CELLS.length });
  const { source } = controlledSource({ entry: fixtureEntry({ grid, ...entry }) });
  renderApp("/nguon-du-lieu/mof.customs/nhap-tay?loc=tat-ca", source);
  await value("Xuất khẩu");
}

describe("entry by hand", () => {
  beforeEach(() => draftStore("mof.customs", "2026-10").replace({}));

  it("tells what a paste did, lets gaps erase nothing, and takes it back", async () => {
    await open();
    await userEvent.type(await value("Nhập khẩu"), "8,25");
    await userEvent.type(await value("Tổng kim ngạch"), "7");
    await userEvent.click(await value("Xuất khẩu"));
    await userEvent.paste("12,5\r\n\r\n9\r\n");
    expect(await value("Nhập khẩu")).toHaveValue("8,25");
    expect(await value("Tổng kim ngạch")).toHaveValue("9");
    expect(screen.getByText(/Đã dán 2 ô, ghi đè 1 ô đã nhập/)).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Hoàn tác dán" }));
    expect(await value("Xuất khẩu")).toHaveValue("");
    expect(await value("Tổng kim ngạch")).toHaveValue("7");
  });

  it("offers periods of which something is missing first, with how much, and each once", async () => {
    const { choices, ...grid } = anEntryGrid({ cells: CELLS, cellCount: CELLS.length });
    const hour = (id: string, missing: number) => ({ ...periodLabel(periodFromId(id, "hour")), missing });
    const hours = [hour("2026-11-22T07", 0), hour("2026-11-21T03", 2)];
    const offered = [{ type: "hour" as const, periods: hours }, ...choices];
    await open({ grid: async () => ({ ...grid, choices: offered }) });
    const select = screen.getByRole("combobox", { name: "Kỳ" });
    const groups = within(select).getAllByRole("group");
    expect(groups.map((group) => group.getAttribute("label"))).toEqual(["Còn thiếu", "giờ", "tháng"]);
    const options = within(select).getAllByRole("option");
    expect(options[0]).toHaveTextContent(/21\/11\/2026 – thiếu 2 chỉ số$/);
    expect(new Set(options.map((it) => it.getAttribute("value"))).size).toBe(4);
  });

  it("asks once what a mark means, the reading nearer to what is stored first", async () => {
    await open();
    await userEvent.click(await value("Xuất khẩu"));
    await userEvent.paste("38.512\r\n36.888\r\n75.400\r\n");
    const asked = screen.getByRole("group", { name: "Dấu “.” trong 3 ô vừa nhập là gì?" });
    const [first] = within(asked).getAllByRole("button");
    expect(first).toHaveTextContent(/^Ngăn hàng nghìn: 38\.512 là 38\.512 triệu USD.*gần số đang lưu hơn$/);
    if (first !== undefined) await userEvent.click(first);
    expect(asked).not.toBeInTheDocument();
    expect(screen.queryByText("Ý là số nào?")).not.toBeInTheDocument();
  });

  it("asks for a reason where it is to be written, and says what a preview leaves out", async () => {
    const check = vi.fn<EntrySource["check"]>(async ({ rows }) => anEffect(rows.length));
    await open({ check });
    await userEvent.type(await value("Xuất khẩu"), "500");
    const note = screen.getByRole("textbox", { name: "Xuất khẩu: Ghi chú" });
    expect(note).toBeInvalid();
    expect(note).toHaveAccessibleDescription("Số này đã là số chính thức. Muốn sửa, ghi lý do.");
    await userEvent.type(note, "theo biểu");
    expect(note).toBeValid();
    await userEvent.type(await value("Nhập khẩu"), "-45");
    expect(screen.getByText("Ngoài giới hạn của chỉ số (≥ 0).")).toBeVisible();
    await userEvent.type(await value("Tổng kim ngạch"), "abc");
    await userEvent.click(screen.getByRole("button", { name: "Xem trước" }));
    expect(await screen.findByText(/2 ô đã nhập còn lỗi/)).toBeVisible();
    expect(screen.getByText("Tổng kim ngạch · Cả nước").closest("li")).toHaveTextContent("“abc”: Không đọc được số.");
    expect(check.mock.calls[0]?.[0].rows).toHaveLength(1);
    const preview = screen.getByText(/2 ô đã nhập còn lỗi/).closest(".fe-preview");
    expect(preview).toHaveFocus();
    await userEvent.click(await value("Xuất khẩu"));
    await userEvent.click(screen.getByRole("button", { name: "Đến kết quả dự kiến" }));
    expect(preview).toHaveFocus();
  });

  it("greys out what a steward closed, says why and who, and passes it over while typing and pasting", async () => {
    const lock = { reason: "đã báo cáo Chính phủ", by: "Lê Văn Khóa (Trưởng phòng)", at: "2026-11-20T03:00:00.000Z" };
    const cells = CELLS.map((cell, at) => (at === 1 ? { ...cell, lock } : cell));
    const check = vi.fn<EntrySource["check"]>(async ({ rows }) => anEffect(rows.length));
    await open({ grid: async () => anEntryGrid({ cells, cellCount: 3 }), check });
    const row = screen.getByRole("row", { name: /Nhập khẩu/ });
    expect(row).toHaveTextContent("Đã chốt số liệu. đã báo cáo Chính phủ");
    expect(row).toHaveTextContent("Lê Văn Khóa (Trưởng phòng)");
    expect(within(row).queryByRole("textbox")).toBeNull();
    await userEvent.click(await value("Xuất khẩu"));
    await userEvent.keyboard("{Enter}");
    expect(await value("Tổng kim ngạch")).toHaveFocus();
    await userEvent.click(await value("Xuất khẩu"));
    await userEvent.paste("40100,5\n8\n9\n");
    expect(screen.getByText(/1 ô dán rơi vào kỳ đã chốt/)).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Xem trước" }));
    expect(check.mock.calls[0]?.[0].rows.map(({ indicator }) => indicator)).toEqual([
      "trade.export.value",
      "trade.turnover",
    ]);
  });

  it("keeps status and note folded on a narrow screen until they are asked for or needed", async () => {
    await open();
    const row = screen.getByRole("row", { name: /Nhập khẩu/ });
    const folded = () => row.querySelectorAll(".fe-folded").length;
    expect(folded()).toBe(2);
    const more = within(row).getByRole("button", { name: /^Trạng thái, ghi chú/ });
    await userEvent.click(more);
    expect([more.getAttribute("aria-expanded"), folded()]).toEqual(["true", 0]);
    await userEvent.click(more);
    await userEvent.selectOptions(within(row).getByRole("combobox"), "P");
    expect(folded()).toBe(0);
    expect(more).not.toBeInTheDocument();
  });
});
