import "@testing-library/jest-dom/vitest";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { ToolSource } from "../../../lib/source/index.ts";
import { controlledSource, renderApp } from "../../../testing/render-app.tsx";
import { fillIn, LAZY, refusal, STATED, statePerson } from "../../../testing/steward-acts.ts";
import { aPreview, aRule, fixtureTools } from "../../../testing/tool-fixtures.ts";

const show = (tools: Partial<ToolSource> = {}) =>
  renderApp(
    "/nguon-du-lieu/chat-luong?xem=quy-tac",
    controlledSource({ tools: async () => fixtureTools(tools) }).source,
  );

const EXAMPLE = {
  cell: { vi: "Tháng 8/2020 · Cả nước – C32", en: "August 2020" },
  text: { vi: "40,5 % thấp hơn mức hợp lý 41,0 %.", en: "Below." },
};

describe("quality rules", () => {
  it("are told in words, found without diacritics, with their state and flags", async () => {
    const off = aRule({ state: "retired", open: 0, rule: { ...aRule().rule, code: "x.off" } });
    show({ rules: async () => ({ rules: [aRule({ rechecking: true }), off] }) });
    const row = await screen.findByRole("row", { name: /macro\.iip\.range/ }, LAZY);
    expect(row).toHaveTextContent("Giá trị không thấp hơn 30,0 %, không cao hơn 250,0 %.");
    expect(row).toHaveTextContent("Đang áp dụng");
    expect(row).toHaveTextContent("đang xét lại số liệu đã lưu");
    expect(within(row).getByRole("link", { name: "2 cảnh báo chưa xem xét" })).toHaveAttribute(
      "href",
      "/nguon-du-lieu/chat-luong?qt=macro.iip.range&tt=mo",
    );
    expect(screen.getByRole("row", { name: /x\.off/ })).toHaveTextContent("Đã tắt");
    await userEvent.type(screen.getByRole("searchbox"), "khong co gi");
    expect(await screen.findByText("Không có quy tắc nào khớp")).toBeInTheDocument();
  });

  it("tell what a change would do before it is saved, ask where the threshold comes from and why it changes", async () => {
    const previewRule = vi
      .fn<ToolSource["previewRule"]>()
      .mockResolvedValue(aPreview({ raised: 3, cleared: 1, reviewed: 1, kept: 1, examples: [EXAMPLE] }));
    const changeRule = vi.fn<ToolSource["changeRule"]>().mockResolvedValue({ code: "macro.iip.range", version: 2 });
    show({ previewRule, changeRule });
    await userEvent.click(await screen.findByRole("button", { name: /^Sửa/ }, LAZY));
    const effect = screen.getByRole("region", { name: "Nếu lưu, với số liệu đang có" });
    expect(effect).toHaveTextContent("Chưa sửa gì.");
    await fillIn("Không thấp hơn, %", "41");
    await within(effect).findByText("3 cảnh báo mới");
    expect(effect).toHaveTextContent("1 cảnh báo hết, trong đó 1 đã có kết luận");
    expect(effect).toHaveTextContent("Tháng 8/2020 · Cả nước – C32: 40,5 %");
    expect(changeRule).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole("button", { name: "Lưu phiên bản mới" }));
    expect(screen.getByText("Ghi lý do, ít nhất 5 ký tự.")).toBeInTheDocument();
    await fillIn("Vì sao sửa", "Rà soát quý IV");
    await statePerson();
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    expect(changeRule.mock.calls[0]?.[0]).toEqual({
      code: "macro.iip.range",
      seen: 1,
      check: { kind: "range", min: 41, max: 250 },
      severity: "warning",
      retired: false,
      basis: "Các biểu 1/2020–2/2025 có từ 40,49 đến 200,47.",
      note: "Rà soát quý IV",
      by: STATED,
    });
    expect(previewRule.mock.calls.at(-1)?.[0]).toMatchObject({ seen: 1, check: { min: 41 } });
  });

  it("say what cannot be, are not sent with it, and keep what was typed where another version came", async () => {
    const changed = refusal("rule-changed", { vi: "Quy tắc đã có phiên bản khác.", en: "Another version." });
    const changeRule = vi.fn<ToolSource["changeRule"]>().mockRejectedValue(changed);
    const rules = vi.fn<ToolSource["rules"]>().mockResolvedValue({ rules: [aRule()] });
    show({ changeRule, rules });
    await userEvent.click(await screen.findByRole("button", { name: /^Sửa/ }, LAZY));
    await fillIn("Không cao hơn, %", "nhiều");
    expect(screen.getByText(/^Không đọc được số/)).toBeInTheDocument();
    await fillIn("Vì sao sửa", "Rà soát quý IV");
    await statePerson();
    await userEvent.keyboard("{Enter}");
    expect(changeRule).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole("checkbox", { name: "Áp dụng quy tắc này" }));
    await fillIn("Ngưỡng lấy từ đâu", "Không còn cần");
    await userEvent.click(screen.getByRole("checkbox", { name: "Áp dụng quy tắc này" }));
    await fillIn("Không cao hơn, %", "200");
    await userEvent.click(screen.getByRole("button", { name: "Lưu phiên bản mới" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("Quy tắc đã có phiên bản khác. Chưa có gì thay đổi.");
    expect(screen.getByRole("textbox", { name: "Không cao hơn, %" })).toHaveValue("200");
    expect(screen.getByRole("textbox", { name: "Ngưỡng lấy từ đâu" })).toHaveValue("Không còn cần");
    const before = rules.mock.calls.length;
    await userEvent.click(screen.getByRole("button", { name: "Tải lại các quy tắc" }));
    await waitFor(() => expect(rules.mock.calls.length).toBeGreaterThan(before));
  });
});
