import "@testing-library/jest-dom/vitest";
import type { RuleSubject } from "@bochiso/shared/steward";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { ToolSource } from "../../../lib/source/index.ts";
import { controlledSource, renderApp } from "../../../testing/render-app.tsx";
import { fillIn, LAZY, refusal, STATED, statePerson } from "../../../testing/steward-acts.ts";
import { aPreview, fixtureTools } from "../../../testing/tool-fixtures.ts";

const text = (vi: string) => ({ vi, en: vi });
const SUBJECT: RuleSubject = {
  indicator: "macro.iip.index",
  indicatorName: text("Chỉ số sản xuất công nghiệp"),
  display: { unit: text("%"), factor: 1, decimals: 1 },
  kinds: ["range", "change", "expression", "completeness"],
  measure: "difference",
  areas: [
    { code: "VN", name: text("Cả nước") },
    { code: "01", name: text("Hà Nội") },
  ],
  breakdowns: [{ key: "", name: text("Tổng số") }],
  dimensions: [],
};

async function open(tools: Partial<ToolSource> = {}): Promise<HTMLElement> {
  renderApp(
    "/nguon-du-lieu/chat-luong?xem=quy-tac&cs=macro.iip.index",
    controlledSource({ tools: async () => fixtureTools({ ruleSubject: async () => SUBJECT, ...tools }) }).source,
  );
  await userEvent.click(await screen.findByRole("button", { name: "Thêm quy tắc" }, LAZY));
  const dialog = await screen.findByRole("dialog", { name: "Thêm quy tắc chất lượng" });
  await within(dialog).findByRole("combobox", { name: "Loại quy tắc" });
  return dialog;
}

const effect = () => screen.getByRole("region", { name: "Nếu lưu, với số liệu đang có" });
const save = () => userEvent.click(screen.getByRole("button", { name: "Lưu quy tắc" }));

describe("a new quality rule", () => {
  it("tells what it would flag before it is saved by somebody who says why", async () => {
    const previewRule = vi.fn<ToolSource["previewRule"]>(async () => aPreview({ raised: 4, kept: 0 }));
    const createRule = vi.fn<ToolSource["createRule"]>(async () => ({ code: "macro.iip.index.range", version: 1 }));
    await open({ previewRule, createRule });
    await userEvent.selectOptions(
      screen.getByRole("combobox", { name: "Xét ở địa phương" }),
      "Chỉ những mục chọn dưới đây",
    );
    expect(effect()).toHaveTextContent("Điền đủ các ô ở trên");
    expect(screen.queryByText("Chọn ít nhất một mục.")).not.toBeInTheDocument();
    await save();
    expect(screen.getByText("Chọn ít nhất một mục.")).toBeVisible();
    expect(screen.getByRole("textbox", { name: "Không thấp hơn, %" })).toHaveAccessibleDescription(
      /Ghi ít nhất một cận/,
    );
    await userEvent.click(screen.getByRole("checkbox", { name: "Hà Nội" }));
    await fillIn("Không thấp hơn, %", "40");
    await within(effect()).findByText("4 cảnh báo mới");
    await fillIn("Ngưỡng lấy từ đâu", "Khoảng biến động 2020–2025");
    await fillIn("Vì sao đặt quy tắc", "Hà Nội hay nhầm cột");
    await statePerson();
    await save();
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    expect(createRule.mock.calls[0]?.[0]).toEqual({
      indicator: "macro.iip.index",
      check: { kind: "range", min: 40, max: null },
      severity: "warning",
      areas: ["01"],
      breakdowns: null,
      basis: "Khoảng biến động 2020–2025",
      note: "Hà Nội hay nhầm cột",
      by: STATED,
    });
    expect(previewRule.mock.calls.at(-1)?.[0]).toMatchObject({ indicator: "macro.iip.index", areas: ["01"] });
  });

  it("asks what its kind needs, in the unit of the indicator, and keeps what was typed where it is refused", async () => {
    const createRule = vi
      .fn<ToolSource["createRule"]>()
      .mockRejectedValue(refusal("rule-refused", { vi: "Đã có quy tắc y hệt đang áp dụng: x.", en: "There is." }));
    await open({ createRule });
    const kind = screen.getByRole("combobox", { name: "Loại quy tắc" });
    await userEvent.selectOptions(kind, "Thiếu số liệu của kỳ");
    expect(screen.queryByRole("combobox", { name: "Mức" })).not.toBeInTheDocument();
    expect(screen.getByRole("combobox", { name: "Địa phương phải có số" })).toHaveDisplayValue("Mọi địa phương");
    await userEvent.selectOptions(kind, "Trái với một quan hệ giữa các chỉ số");
    expect(screen.getByRole("textbox", { name: "Quan hệ phải đúng" })).toHaveAccessibleDescription(/phép so sánh/);
    await save();
    expect(screen.getByRole("textbox", { name: "Quan hệ phải đúng" })).toHaveAccessibleDescription(/Ghi biểu thức\./);
    await userEvent.selectOptions(kind, "Thay đổi bất thường so với trước");
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "So với" }), "Cùng kỳ năm trước");
    await fillIn("Bỏ qua thay đổi dưới mức, %", "2,5");
    await fillIn("Ngưỡng lấy từ đâu", "Chuỗi 2020–2025");
    await fillIn("Vì sao đặt quy tắc", "rà soát");
    await statePerson();
    await save();
    expect(await screen.findByRole("alert")).toHaveTextContent("Đã có quy tắc y hệt đang áp dụng: x.");
    expect(createRule.mock.calls[0]?.[0]).toMatchObject({
      check: { kind: "change", against: "year-ago", measure: "difference", floor: 2.5, history: 36 },
    });
    expect(screen.getByRole("textbox", { name: "Ngưỡng lấy từ đâu" })).toHaveValue("Chuỗi 2020–2025");
  });

  it("shows the kinds that this indicator cannot have, each with why", async () => {
    await open();
    const kind = screen.getByRole("combobox", { name: "Loại quy tắc" });
    const options = within(kind).getAllByRole<HTMLOptionElement>("option");
    expect(options.filter(({ disabled }) => disabled).map(({ text: shown }) => shown)).toEqual([
      expect.stringMatching(/^Tổng khác các thành phần cộng lại – chưa phân tổ nào/),
      expect.stringMatching(/^Gửi sau thời hạn – chưa có số nào được gửi/),
    ]);
    expect(kind).toHaveValue("range");
  });

  it("offers both numbers that a bound may be, as where figures are entered", async () => {
    await open();
    const bound = screen.getByRole("textbox", { name: "Không thấp hơn, %" });
    await fillIn("Không thấp hơn, %", "1.234");
    await waitFor(() => expect(effect()).toHaveTextContent("Có số chưa đọc được"));
    await userEvent.click(screen.getByRole("button", { name: /phẩy/ }));
    expect(bound).toHaveValue("1,2340");
    expect(bound).toBeValid();
    await fillIn("Không thấp hơn, %", "1.234");
    await userEvent.click(screen.getByRole("button", { name: /^một nghìn hai trăm/ }));
    expect(bound).toHaveValue("1234");
  });

  it("cannot be made for what is computed; another indicator can be chosen", async () => {
    renderApp(
      "/nguon-du-lieu/chat-luong?xem=quy-tac&cs=macro.iip.index",
      controlledSource({ tools: async () => fixtureTools({ ruleSubject: async () => ({ ...SUBJECT, kinds: [] }) }) })
        .source,
    );
    await userEvent.click(await screen.findByRole("button", { name: "Thêm quy tắc" }, LAZY));
    expect(await screen.findByText(/Chỉ số này do hệ thống tính/)).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Chọn chỉ số khác" }));
    expect(screen.getByRole("textbox", { name: "Tìm chỉ số" })).toBeVisible();
  });
});
