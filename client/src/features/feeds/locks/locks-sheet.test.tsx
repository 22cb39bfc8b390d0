import "@testing-library/jest-dom/vitest";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { ToolSource } from "../../../lib/source/index.ts";
import { controlledSource, renderApp } from "../../../testing/render-app.tsx";
import { fillIn, LAZY, refusal, STATED, statePerson } from "../../../testing/steward-acts.ts";
import { aLock, fixtureTools } from "../../../testing/tool-fixtures.ts";

const show = (tools: Partial<ToolSource> = {}, narrowed = "") =>
  renderApp(
    `/nguon-du-lieu/chat-luong?xem=khoa-ky${narrowed}`,
    controlledSource({ tools: async () => fixtureTools(tools) }).source,
  );

describe("locked periods", () => {
  it("are listed with who and why, those lifted folded below", async () => {
    const lifted = { by: "Lê Văn Gỡ (Vụ trưởng)", at: "2026-11-21T03:00:00.000Z", reason: "Đính chính" };
    show({ locks: async () => ({ inForce: [aLock()], lifted: [aLock({ id: "l0", lifted })] }) });
    const table = await screen.findByRole("table", { name: "Các kỳ đang khóa" }, LAZY);
    const row = within(table).getByRole("row", { name: /Kim ngạch xuất khẩu/ });
    expect(row).toHaveTextContent(/năm 2025/i);
    expect(row).toHaveTextContent("mọi nơi");
    expect(row).toHaveTextContent("Đã báo cáo Chính phủ");
    expect(row).toHaveTextContent("Trần Thị Duyệt (Phó cục trưởng)");
    await userEvent.click(screen.getByText("1 khóa đã gỡ"));
    expect(screen.getByText(/Lê Văn Gỡ \(Vụ trưởng\): Đính chính/)).toBeInTheDocument();
  });

  it("are lifted with a reason, which stays where it fails", async () => {
    const liftLock = vi
      .fn<ToolSource["liftLock"]>()
      .mockRejectedValueOnce(new Error("502"))
      .mockResolvedValue({ lifted: true });
    show({ liftLock });
    await userEvent.click(await screen.findByRole("button", { name: /^Gỡ khóa/ }, LAZY));
    const dialog = screen.getByRole("dialog", { name: /^Gỡ khóa/ });
    await userEvent.click(within(dialog).getByRole("button", { name: "Gỡ khóa" }));
    expect(screen.getByText("Ghi lý do, ít nhất 3 ký tự.")).toBeInTheDocument();
    await fillIn("Lý do", "Đính chính theo công văn 12");
    await statePerson();
    await userEvent.keyboard("{Enter}");
    expect(await screen.findByRole("alert")).toHaveTextContent("Chưa biết yêu cầu đã được ghi hay chưa.");
    expect(screen.getByRole("textbox", { name: "Lý do" })).toHaveValue("Đính chính theo công văn 12");
    await userEvent.click(within(dialog).getByRole("button", { name: "Gỡ khóa" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    expect(liftLock.mock.calls[1]?.[0]).toEqual({ id: "l1", reason: "Đính chính theo công văn 12", by: STATED });
    expect(await screen.findByText(/^Đã gỡ khóa/)).toBeInTheDocument();
  });

  it("are made of an indicator's own periods, told back by their days", async () => {
    const double = refusal("lock-double", { vi: "Kỳ này đã được khóa.", en: "It is locked already." });
    const lockPeriod = vi
      .fn<ToolSource["lockPeriod"]>()
      .mockRejectedValueOnce(double)
      .mockResolvedValue({ ids: ["l2"] });
    show({ lockPeriod, locks: async () => ({ inForce: [], lifted: [] }) }, "&cs=trade.export.value");
    expect(await screen.findByText(/^Chưa khóa kỳ nào của/, undefined, LAZY)).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Khóa kỳ" }));
    expect(screen.getByRole("checkbox", { name: /trade\.export\.value/ })).toBeChecked();
    await fillIn("Tìm chỉ số", "trade.balance");
    await userEvent.click(screen.getByRole("checkbox", { name: /\(trade\.balance\)/ }));
    expect(screen.getByRole("group", { name: "Đã chọn 2 chỉ số" })).toBeVisible();
    await fillIn("Năm", "26");
    expect(screen.getByText("Ghi năm bằng bốn chữ số, từ 1900 đến 2100.")).toBeInTheDocument();
    await fillIn("Năm", "2026");
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Kỳ trong năm" }), "2026-Q1");
    expect(screen.getByText(/01\/01\/2026 – 31\/03\/2026/)).toBeInTheDocument();
    await fillIn("Lý do", "Đã công bố");
    await statePerson();
    await userEvent.click(screen.getByRole("button", { name: "Khóa kỳ này" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("xem danh sách các kỳ đang khóa");
    await userEvent.click(screen.getByRole("button", { name: "Khóa kỳ này" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    const indicators = ["trade.export.value", "trade.balance"];
    const asked = { indicators, area: "*", period: "2026-Q1", reason: "Đã công bố", by: STATED };
    expect(lockPeriod.mock.calls[1]?.[0]).toEqual(asked);
  });
});
