import "@testing-library/jest-dom/vitest";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { FeedSource } from "../../../lib/source/index.ts";
import { controlledSource, renderApp } from "../../../testing/render-app.tsx";
import { fillIn, LAZY, refusal, STATED, statePerson } from "../../../testing/steward-acts.ts";
import { fixtureFeeds } from "../../../testing/steward-source.ts";
import { aHeldSubmission } from "../../../testing/submission-fixtures.ts";

async function open(feeds: Partial<FeedSource>) {
  const source = controlledSource({ feeds: fixtureFeeds({ submission: async () => aHeldSubmission(), ...feeds }) });
  renderApp("/nguon-du-lieu/moh/luot/s-9", source.source);
  await screen.findByRole("radio", { name: /^Duyệt/ }, LAZY);
}

describe("the sign-off of a submission", () => {
  it("stands below the figures, with how far they lie from those in force, and prejudges nothing", async () => {
    await open({});
    const row = screen.getByRole("row", { name: /Số ca mắc/ });
    expect(row).toHaveTextContent("1.000");
    expect(row).toHaveTextContent("số mới +20,0%");
    const heads = screen.getAllByRole("heading", { level: 2 }).map(({ textContent }) => textContent);
    expect(heads.indexOf("Duyệt lượt gửi")).toBeGreaterThan(heads.indexOf("Số liệu đang chờ duyệt"));
    for (const radio of screen.getAllByRole("radio")) expect(radio).not.toBeChecked();
  });

  it("asks for a decision and a person, then once more with the number of figures, by keyboard alone", async () => {
    const approval = {
      state: "approved",
      at: null,
      by: STATED,
      note: null,
      commitSeq: 91,
      counts: null,
      answeredBy: null,
      owed: null,
    } as const;
    const decide = vi.fn<FeedSource["decide"]>().mockResolvedValue({ kind: "decided", approval });
    await open({ decide });
    await userEvent.click(screen.getByRole("button", { name: "Tiếp tục" }));
    expect(screen.getByText("Chọn duyệt hay trả lại.")).toBeInTheDocument();
    expect(screen.getByRole("textbox", { name: "Họ và tên" })).toHaveAccessibleDescription(/ít nhất 2 ký tự/);
    screen.getByRole("radio", { name: /^Duyệt/ }).focus();
    await userEvent.keyboard(" ");
    await statePerson();
    await userEvent.keyboard("{Enter}");
    expect(screen.getByText(/^2 số liệu sẽ được dùng ngay/)).toBeInTheDocument();
    expect(decide).not.toHaveBeenCalled();
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(decide).toHaveBeenCalledOnce());
    expect(decide.mock.calls[0]?.[0]).toEqual({ submission: "s-9", decision: "approve", note: null, by: STATED });
    expect(await screen.findByText("Đã duyệt lượt gửi.")).toBeInTheDocument();
  });

  it("returns only with a reason, takes it back on another choice, and keeps what was typed where it fails", async () => {
    const no = refusal("approver-is-sender", { vi: "Người duyệt giữ khóa.", en: "The approver holds the key." });
    const decide = vi.fn<FeedSource["decide"]>().mockRejectedValue(no);
    await open({ decide });
    await userEvent.click(screen.getByRole("radio", { name: /^Trả lại/ }));
    await statePerson();
    await userEvent.click(screen.getByRole("button", { name: "Tiếp tục" }));
    expect(screen.getByText("Trả lại phải có lý do, ít nhất 3 ký tự.")).toBeInTheDocument();
    await fillIn("Lý do trả lại", "Sai đơn vị tính");
    await userEvent.click(screen.getByRole("button", { name: "Tiếp tục" }));
    await userEvent.click(screen.getByRole("button", { name: "Trả lại 2 số liệu" }));
    const alert = await screen.findByRole("alert");
    expect(alert).toHaveTextContent("Người duyệt giữ khóa. Chưa có gì thay đổi.");
    expect(alert).toHaveTextContent("Đề nghị một người khác");
    expect(screen.getByRole("textbox", { name: "Lý do trả lại" })).toHaveValue("Sai đơn vị tính");
    await userEvent.click(screen.getByRole("radio", { name: /^Duyệt/ }));
    expect(screen.getByRole("button", { name: "Tiếp tục" })).toBeInTheDocument();
  });

  it("tells row by row what stands against an approval", async () => {
    const conflict = {
      row: 0,
      code: "newer-value-stored" as const,
      indicator: "health.cases",
      area: "VN",
      period: "2026-10",
      text: { vi: "Đã có số mới hơn.", en: "There is a newer figure." },
    };
    await open({ decide: async () => ({ kind: "conflicts", conflicts: [conflict], count: 1 }) });
    await userEvent.click(screen.getByRole("radio", { name: /^Duyệt/ }));
    await statePerson();
    await userEvent.click(screen.getByRole("button", { name: "Tiếp tục" }));
    await userEvent.click(screen.getByRole("button", { name: "Duyệt 2 số liệu" }));
    const alert = await screen.findByRole("alert");
    expect(within(alert).getByRole("listitem")).toHaveTextContent(
      "Dòng 1 · health.cases, Cả nước, Tháng 10/2026: Đã có số mới hơn.",
    );
    expect(alert).toHaveTextContent("Chưa áp dụng gì.");
  });
});
