import "@testing-library/jest-dom/vitest";
import type { EntryRow, FileReading, RowChange } from "@bochiso/shared/entry";
import type { RowError } from "@bochiso/shared/submission";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { EntrySource } from "../../../lib/source/entry-source.ts";
import { anEffect, aReading, fixtureEntry } from "../../../testing/entry-fixtures.ts";
import { controlledSource, renderApp } from "../../../testing/render-app.tsx";

const text = (vi: string) => ({ vi, en: vi });
const LAZY = { timeout: 15_000 };
const ROWS: EntryRow[] = [
  { indicator: "trade.export.value", area: "VN", period: "2026-10", value: "1234" },
  { indicator: "trade.import.value", area: "VN", period: "2026-10", value: "x" },
];
const READING: Partial<FileReading> = { layout: "long", rows: ROWS, places: ["D2", "D3"] };

function aChange(change: Partial<RowChange>): RowChange {
  const period = { id: "2026-10" as RowChange["period"]["id"], type: "month", label: text("Tháng 10/2026") } as const;
  return {
    row: 0,
    indicatorName: text("Xuất khẩu hàng hóa"),
    areaName: text("Cả nước"),
    breakdownLabel: null,
    period: { ...period, short: text("T10") },
    unit: text("triệu USD"),
    value: "1234",
    status: null,
    stored: "1",
    previous: null,
    change: null,
    ...change,
  };
}

async function dropFile(entry: Partial<EntrySource>): Promise<void> {
  const readFile = async ({ name }: { name: string }) => aReading({ ...READING, name });
  renderApp(
    "/nguon-du-lieu/mof.customs/tai-tep",
    controlledSource({ entry: fixtureEntry({ readFile, ...entry }) }).source,
  );
  await userEvent.upload(await screen.findByLabelText("Chọn tệp", {}, LAZY), new File(["x"], "so-lieu.csv"));
}

describe("the preview of a file", () => {
  it("shows at once what changes from what to what, and marks a step that may be a slip of the unit", async () => {
    const exports = aChange({ stored: "40", change: { text: text("gấp 30,9 lần"), isLarge: true } });
    await dropFile({ check: async () => anEffect(1, { changes: [exports] }) });
    const table = await screen.findByRole("group", { name: "Số đang lưu và số mới" });
    expect(within(table).getByRole("row", { name: /^Xuất khẩu/ })).toHaveTextContent(
      "Xuất khẩu hàng hóaCả nước · D2Tháng 10/2026401.234triệu USD gấp 30,9 lầnKhác xa: kiểm tra đơn vị",
    );
    expect(screen.getByText(/1 giá trị khác xa số đang lưu/)).toBeVisible();
  });
});

describe("a file with numbers of two meanings", () => {
  it("is read again with the one answer for all of them", async () => {
    const markQuestion = { mark: ".", count: 2, example: "1.234", whole: "1234", decimal: "1.234" } as const;
    const readFile = vi.fn<EntrySource["readFile"]>(async ({ decimalMark }) =>
      aReading({ ...READING, markQuestion: decimalMark === undefined ? markQuestion : null }),
    );
    await dropFile({ readFile });
    await userEvent.click(await screen.findByRole("button", { name: /ngăn hàng nghìn: 1\.234 là một nghìn hai trăm/ }));
    expect(readFile.mock.calls[1]?.[0]).toMatchObject({ name: "so-lieu.csv", decimalMark: "," });
    expect(screen.queryByText(/Dấu “\.” trong cột/)).not.toBeInTheDocument();
  });
});

describe("saving a file with a faulty line", () => {
  it("says at its box what has to be decided before anything is saved", async () => {
    const save = vi.fn<EntrySource["save"]>(fixtureEntry().save);
    const counts = { received: 2, created: 1, revised: 0, unchanged: 0, retracted: 0, rejected: 1 };
    await dropFile({ save, check: async () => anEffect(2, { counts, outcomes: ["created", "rejected"] }) });
    await userEvent.type(await screen.findByRole("textbox", { name: "Họ và tên" }), "Lê Thị Nhập");
    await userEvent.type(screen.getByRole("textbox", { name: "Chức vụ, đơn vị" }), "Chuyên viên");
    await userEvent.click(screen.getByRole("button", { name: "Lưu 1 giá trị" }));
    const box = screen.getByRole("checkbox", { name: /Bỏ qua 1 dòng lỗi/ });
    expect(box).toHaveFocus();
    expect(box).toHaveAccessibleDescription(/Chưa lưu: còn 1 dòng lỗi/);
    expect(save).not.toHaveBeenCalled();
    await userEvent.click(box);
    await userEvent.click(screen.getByRole("button", { name: "Lưu 1 giá trị" }));
    expect(save.mock.calls[0]?.[0]).toMatchObject({ leaveOutFaulty: true });
  });
});

describe("the faults of a file", () => {
  it("are told by cell and by what they are about, codes only where nothing is known by them", async () => {
    const error = (row: number): RowError => ({
      row,
      pointer: `/observations/${row}/period`,
      code: "period-locked",
      detail: "locked",
      detailVi: "Kỳ này đã chốt số liệu.",
    });
    const faulty = [
      { row: 0, indicator: text("Xuất khẩu hàng hóa"), area: text("Cả nước"), period: text("Tháng 10/2026") },
      { row: 1, indicator: null, area: null, period: null },
    ];
    const counts = { received: 2, created: 0, revised: 0, unchanged: 0, retracted: 0, rejected: 2 };
    await dropFile({
      check: async () =>
        anEffect(2, { counts, outcomes: ["rejected", "rejected"], errors: [0, 1].map(error), errorCount: 2, faulty }),
    });
    expect(await screen.findByText("Ô D2 · Xuất khẩu hàng hóa · Cả nước · Tháng 10/2026")).toBeVisible();
    expect(screen.getByText("Ô D3 · trade.import.value · VN · 2026-10")).toBeVisible();
  });
});

describe("saving figures that may be in another unit", () => {
  it("says it in each row, and takes a tick for the units and one for the steps", async () => {
    const save = vi.fn<EntrySource["save"]>(fixtureEntry().save);
    const otherUnits = [{ row: 0, written: "Tỷ USD", unit: text("triệu USD") }];
    const changes = [aChange({ change: { text: text("gấp 1.000 lần"), isLarge: true } })];
    await dropFile({
      save,
      check: async () => anEffect(2, { changes }),
      readFile: async ({ name }) => aReading({ ...READING, otherUnits, name }),
    });
    const table = await screen.findByRole("group", { name: "Số đang lưu và số mới" });
    expect(within(table).getByRole("row", { name: /^Xuất khẩu/ })).toHaveTextContent("triệu USD tệp ghi: Tỷ USD");
    expect(screen.getByText(/Không quy tắc chất lượng nào sẽ đánh dấu/)).toBeVisible();
    await userEvent.type(screen.getByRole("textbox", { name: "Họ và tên" }), "Lê Thị Nhập");
    await userEvent.type(screen.getByRole("textbox", { name: "Chức vụ, đơn vị" }), "Chuyên viên");
    const submit = () => userEvent.click(screen.getByRole("button", { name: "Lưu 2 giá trị" }));
    await submit();
    const large = screen.getByRole("checkbox", { name: /Đã kiểm tra 1 giá trị khác xa/ });
    expect(large).toHaveFocus();
    await userEvent.click(large);
    await submit();
    const units = screen.getByRole("checkbox", { name: /Đã kiểm tra 1 dòng ghi đơn vị khác/ });
    expect(units).toHaveFocus();
    expect(save).not.toHaveBeenCalled();
    await userEvent.click(units);
    await submit();
    expect(save).toHaveBeenCalledTimes(1);
  });
});

describe("a saved file", () => {
  it("says which of its figures stand over newer ones", async () => {
    const said = { detail: "1 row replaced a value.", detailVi: "1 dòng đã thay số liệu nhận sau lượt này." };
    const warnings = [{ code: "newer-value-replaced" as const, count: 21, rows: [1], ...said }];
    const save: EntrySource["save"] = async (input) => {
      const saved = await fixtureEntry().save(input);
      return saved.kind === "stored" ? { ...saved, warnings } : saved;
    };
    await dropFile({ save, check: async () => anEffect(2) });
    await userEvent.type(await screen.findByRole("textbox", { name: "Họ và tên" }), "Lê Thị Nhập");
    await userEvent.type(screen.getByRole("textbox", { name: "Chức vụ, đơn vị" }), "Chuyên viên");
    await userEvent.click(screen.getByRole("button", { name: "Lưu 2 giá trị" }));
    const sheet = await screen.findByRole("region", { name: "Đã lưu" });
    expect(sheet).toHaveTextContent("1 dòng đã thay số liệu nhận sau lượt này.Gồm: D3 và 20 dòng khác.");
  });
});
