import "@testing-library/jest-dom/vitest";
import type { ColumnQuestion } from "@bochiso/shared/entry";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { EntrySource } from "../../../../lib/source/entry-source.ts";
import { aReading, fixtureEntry } from "../../../../testing/entry-fixtures.ts";
import { controlledSource, renderApp } from "../../../../testing/render-app.tsx";

const LAZY = { timeout: 15_000 };
const text = (vi: string) => ({ vi, en: vi });
const QUESTION: ColumnQuestion = {
  sheets: [""],
  columns: [
    { column: 0, letter: "A", heading: "Chỉ tiêu", samples: [{ text: "Xuất khẩu", isNumber: false }] },
    { column: 1, letter: "B", heading: "Thực hiện / Tháng 9", samples: [{ text: "38512.5", isNumber: true }] },
    { column: 2, letter: "C", heading: "Thực hiện / Tháng 10", samples: [{ text: "6", isNumber: true }] },
  ],
  suggested: {
    headings: { sheet: "", first: 4, last: 5 },
    columns: [
      { column: 0, role: "indicator", of: "" },
      { column: 1, role: "value", of: "" },
      { column: 2, role: "ignored", of: "" },
    ],
    across: null,
    fixed: { indicator: "", area: "", period: "Tháng 9/2026" },
  },
  choices: {
    indicators: [],
    areas: [
      { code: "VN", name: text("Cả nước") },
      { code: "01", name: text("Hà Nội") },
    ],
  },
};
const ROW = { indicator: "trade.export.value", area: "VN", period: "2026-09", value: "5" };

async function drop(): Promise<ReturnType<typeof vi.fn<EntrySource["readFile"]>>> {
  const readFile = vi.fn<EntrySource["readFile"]>(async ({ name, mapping }) =>
    mapping === undefined
      ? aReading({ name, columnQuestion: QUESTION })
      : aReading({
          name,
          layout: "own",
          rows: [ROW],
          places: ["B6"],
          columnQuestion: { ...QUESTION, suggested: mapping },
        }),
  );
  renderApp("/nguon-du-lieu/mof.customs/tai-tep", controlledSource({ entry: fixtureEntry({ readFile }) }).source);
  await userEvent.upload(await screen.findByLabelText("Chọn tệp", {}, LAZY), new File(["x"], "bieu.csv"));
  await screen.findByRole("region", { name: "Cột nào là gì?" });
  return readFile;
}

const role = (letter: string) => screen.getByRole("combobox", { name: new RegExp(`^Cột ${letter} là`) });
const read = () => userEvent.click(screen.getByRole("button", { name: "Đọc bảng theo cách này" }));

describe("a table whose headings are not understood", () => {
  afterEach(() => localStorage.clear());

  it("is read as the person says, after what is missing was asked for, and can be read otherwise", async () => {
    const readFile = await drop();
    expect(screen.queryByRole("region", { name: "Đọc từ tệp" })).not.toBeInTheDocument();
    expect(screen.getByRole("row", { name: /Tháng 9/ })).toHaveTextContent("38.512,5");
    await read();
    expect(screen.getByRole("combobox", { name: "Địa phương của cả bảng" })).toHaveFocus();
    expect(screen.getByText("Chọn cột Địa phương, hoặc một địa phương cho cả bảng.")).toBeVisible();
    expect(readFile).toHaveBeenCalledTimes(1);
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Địa phương của cả bảng" }), "Cả nước");
    await read();
    expect(readFile.mock.calls[1]?.[0]).toMatchObject({
      name: "bieu.csv",
      mapping: { ...QUESTION.suggested, fixed: { indicator: "", area: "VN", period: "Tháng 9/2026" } },
    });
    expect(await screen.findByRole("region", { name: "Đọc từ tệp" })).toHaveTextContent(
      "1 dòng số liệu trong bieu.csv",
    );
    const sheet = screen.getByRole("region", { name: "Cột nào là gì?" });
    expect(within(sheet).queryByRole("table")).not.toBeInTheDocument();
    await userEvent.click(within(sheet).getByRole("button", { name: "Sửa cách đọc" }));
    expect(within(sheet).getByRole("combobox", { name: "Địa phương của cả bảng" })).toHaveDisplayValue("Cả nước");
  });

  it("with periods in its headings takes each from its heading, to be mended; the next such table is known", async () => {
    const readFile = await drop();
    await userEvent.selectOptions(role("C"), "Giá trị");
    await read();
    expect(screen.getByText(/Có nhiều cột giá trị: chọn/)).toBeVisible();
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Các cột giá trị khác nhau ở" }), "Kỳ");
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Địa phương của cả bảng" }), "Hà Nội");
    const september = screen.getByRole("textbox", { name: "Kỳ của cột B" });
    expect(september).toHaveValue("Tháng 9");
    await read();
    expect(september).toHaveAccessibleDescription("Ghi kỳ như Tháng 10/2026.");
    expect(readFile).toHaveBeenCalledTimes(1);
    await userEvent.type(september, "/2026");
    await userEvent.type(screen.getByRole("textbox", { name: "Kỳ của cột C" }), "/2026");
    await read();
    expect(readFile.mock.calls[1]?.[0].mapping).toMatchObject({
      across: "period",
      columns: [{ of: "" }, { of: "Tháng 9/2026" }, { of: "Tháng 10/2026" }],
    });
    await userEvent.upload(screen.getByLabelText("Chọn tệp"), new File(["x"], "bieu-thang-sau.csv"));
    await screen.findByRole("button", { name: "Đọc bảng theo cách này" });
    expect(role("C")).toHaveDisplayValue("Giá trị");
    expect(screen.getByRole("combobox", { name: "Địa phương của cả bảng" })).toHaveDisplayValue("Hà Nội");
    expect(screen.getByRole("textbox", { name: "Kỳ của cột C" })).toHaveValue("Tháng 10");
  });

  it("has one status for all its figures, or one for each column of them", async () => {
    const readFile = await drop();
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Trạng thái của cả bảng" }), "Ước tính");
    await userEvent.selectOptions(role("C"), "Giá trị");
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Trạng thái của cột C" }), "Sơ bộ");
    expect(screen.getByRole("combobox", { name: "Trạng thái của cả bảng" })).toHaveDisplayValue("Theo từng cột");
    await userEvent.selectOptions(
      screen.getByRole("combobox", { name: "Trạng thái của cột C" }),
      "Không ghi: số mới là chính thức",
    );
    await userEvent.selectOptions(role("C"), "Bỏ qua");
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Địa phương của cả bảng" }), "Cả nước");
    await read();
    expect(readFile.mock.calls[1]?.[0].mapping?.columns.map(({ status }) => status)).toEqual([
      undefined,
      "E",
      undefined,
    ]);
  });

  it("is looked at again where its headings were found at the wrong lines", async () => {
    const readFile = await drop();
    const last = screen.getByRole("textbox", { name: "đến dòng" });
    await userEvent.clear(last);
    await userEvent.type(last, "3");
    await userEvent.click(screen.getByRole("button", { name: "Tìm lại các cột" }));
    expect(screen.getByText(/Ghi số dòng từ trên xuống/)).toBeVisible();
    await userEvent.clear(last);
    await userEvent.type(last, "6");
    await userEvent.click(screen.getByRole("button", { name: "Tìm lại các cột" }));
    expect(readFile.mock.calls[1]?.[0]).toMatchObject({ headingsAt: { sheet: "", first: 4, last: 6 } });
  });
});
