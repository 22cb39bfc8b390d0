import "@testing-library/jest-dom/vitest";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { QualitySource } from "../../../lib/source/index.ts";
import { aFlag, aFlagRow } from "../../../testing/flag-fixtures.ts";
import { controlledSource, renderApp } from "../../../testing/render-app.tsx";
import { fillIn, LAZY, refusal, STATED, statePerson } from "../../../testing/steward-acts.ts";
import { fixtureQuality } from "../../../testing/steward-source.ts";

const COUNTS = { open: 1, confirmed: 0, wrong: 0, resolved: 0 };
const flags = async () => ({ rows: [aFlagRow()], total: 1, counts: COUNTS, next: null });

function show(quality: Partial<QualitySource>, path = "/nguon-du-lieu/chat-luong?cb=7") {
  const { source } = controlledSource({ quality: fixtureQuality({ flags, flag: async () => aFlag(), ...quality }) });
  return renderApp(path, source);
}

describe("the review of a flag", () => {
  it("asks for a conclusion, a note and a person, and sends what was on screen", async () => {
    const review = vi.fn<QualitySource["review"]>().mockResolvedValue({ id: 7, state: "confirmed", commitSeq: 50 });
    show({ review });
    await userEvent.click(await screen.findByRole("button", { name: "Ghi kết luận" }, LAZY));
    expect(screen.getByText("Chọn một kết luận.")).toBeInTheDocument();
    expect(screen.getByRole("textbox", { name: "Giải thích" })).toHaveAccessibleDescription(/ít nhất 5 ký tự/);
    expect(review).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole("radio", { name: /^Đúng/ }));
    await fillIn("Giải thích", "Đã đối chiếu với biểu gốc");
    await statePerson();
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(review).toHaveBeenCalledOnce());
    const note = "Đã đối chiếu với biểu gốc";
    expect(review.mock.calls[0]?.[0]).toEqual({ id: 7, verdict: "confirmed", note, by: STATED, seen: 41 });
    expect(await screen.findAllByText("Đã ghi kết luận.")).not.toHaveLength(0);
  });

  it("keeps what was typed where somebody was faster, and loads the flag again on demand", async () => {
    const changed = refusal("flag-changed", { vi: "Cảnh báo đã thay đổi.", en: "The flag has changed." });
    const flag = vi.fn<QualitySource["flag"]>().mockResolvedValue(aFlag());
    show({ flag, review: () => Promise.reject(changed) });
    await userEvent.click(await screen.findByRole("radio", { name: /^Sai/ }, LAZY));
    await fillIn("Giải thích", "Nhầm đơn vị tính");
    await statePerson();
    await userEvent.click(screen.getByRole("button", { name: "Ghi kết luận" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("Cảnh báo đã thay đổi. Chưa có gì thay đổi.");
    expect(screen.getByRole("textbox", { name: "Giải thích" })).toHaveValue("Nhầm đơn vị tính");
    await userEvent.click(screen.getByRole("button", { name: "Tải lại cảnh báo" }));
    await waitFor(() => expect(flag).toHaveBeenCalledTimes(2));
    expect(screen.getByRole("textbox", { name: "Giải thích" })).toHaveValue("Nhầm đơn vị tính");
  });

  it("offers to a delivery that was late or did not come what can be answered to that", async () => {
    const { rule } = aFlagRow();
    const late = aFlag({ subject: "delivery", rule: { ...rule, kind: "timeliness" } });
    show({ flag: async () => late });
    expect(await screen.findByRole("radio", { name: /^Đã rõ lý do: chấp nhận trễ hạn/ }, LAZY)).toBeInTheDocument();
    expect(screen.getByRole("radio", { name: /đã nhắc đơn vị gửi đúng hạn$/ })).toBeInTheDocument();
    expect(screen.queryByRole("radio", { name: /dấu đáng ngờ|đính chính/ })).toBeNull();
  });

  it("tells of a missing delivery that its sender was urged", async () => {
    const { rule } = aFlagRow();
    show({ flag: async () => aFlag({ subject: "delivery", rule: { ...rule, kind: "completeness" }, state: "wrong" }) });
    expect(await screen.findByText("Đã đôn đốc, chờ gửi", undefined, LAZY)).toBeInTheDocument();
    expect(screen.getByRole("radio", { name: /kỳ này không phải gửi/ })).toBeInTheDocument();
  });

  it("is over where the flag resolved by itself", async () => {
    show({ flag: async () => aFlag({ state: "resolved", resolvedAt: "2026-11-21T03:00:00.000Z" }) });
    expect(await screen.findByText("Cảnh báo đã tự hết, không cần xem xét.", undefined, LAZY)).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Ghi kết luận" })).not.toBeInTheDocument();
  });
});

describe("the heat table", () => {
  it("leads from a cell to just the flags it counts", async () => {
    const { period, indicatorName } = aFlagRow();
    const cell = { open: 2, confirmed: 1, wrong: 0, resolved: 0 };
    const heat: QualitySource["heat"] = async ({ by }) => ({
      by,
      months: [period],
      rows: [{ code: "tour.intl", name: indicatorName, cells: [cell] }],
    });
    const asked = vi.fn<QualitySource["flags"]>(flags);
    const { router } = show({ heat, flags: asked }, "/nguon-du-lieu/chat-luong?xem=theo-thang&qt=tour.intl.modes");
    await userEvent.click(await screen.findByRole("link", { name: "2 phải xử lý trong 3 cảnh báo" }, LAZY));
    await waitFor(() => expect(router.state.location.search).toEqual({ cs: "tour.intl", thang: "2024-09" }));
    await waitFor(() =>
      expect(asked.mock.calls).toContainEqual([
        expect.objectContaining({
          indicator: "tour.intl",
          month: "2024-09",
          rule: undefined,
          states: ["open", "wrong"],
        }),
        expect.anything(),
      ]),
    );
    const [dropIndicator] = await screen.findAllByRole("link", { name: "bỏ lọc này" });
    if (dropIndicator === undefined) throw new Error("both narrowings can be dropped");
    await userEvent.click(dropIndicator);
    await waitFor(() => expect(router.state.location.search).toEqual({ thang: "2024-09" }));
  });
});
