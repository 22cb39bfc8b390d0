import "@testing-library/jest-dom/vitest";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { FeedSource } from "../../lib/source/index.ts";
import { aFeed, aFeedModel, aKey } from "../../testing/feed-fixtures.ts";
import { controlledSource, renderApp } from "../../testing/render-app.tsx";
import { LAZY, refusal, statePerson } from "../../testing/steward-acts.ts";
import { fixtureFeeds } from "../../testing/steward-source.ts";

const show = (path: string, feeds: Partial<FeedSource> = {}) =>
  renderApp(path, controlledSource({ feeds: fixtureFeeds(feeds) }).source);
describe("Nguồn dữ liệu", () => {
  it("lists approvals first, says each state in words, and marks simulated feeds", async () => {
    show("/nguon-du-lieu");
    expect(await screen.findByRole("link", { name: /Xem và duyệt 2 lượt.*Bộ Y tế/ }, LAZY)).toBeInTheDocument();
    const rows = within(screen.getByRole("table", { name: "Các kênh cung cấp dữ liệu" })).getAllByRole("row");
    expect(rows[1]).toHaveTextContent("Bộ Y tế");
    expect(rows[2]).toHaveTextContent("Trễ hạn 5 chỉ số");
    expect(within(rows[2] as HTMLElement).getByRole("img")).toHaveAccessibleName(/1 kỳ chưa gửi/);
    expect(screen.getByText("Số liệu mô phỏng")).toBeInTheDocument();
    expect(screen.getByText("1 kênh chưa gửi lần nào")).toBeInTheDocument();
  });

  it("says of a next deadline that holidays which are not announced yet may move it", async () => {
    const next = { period: "2026-Q4", at: "2027-01-08T16:59:59.999Z", untoldYear: 2027 };
    const due = { overdue: 0, next };
    show("/nguon-du-lieu", {
      list: async () => ({
        now: "2026-11-22T03:00:00.000Z",
        judgedSince: null,
        feeds: [aFeed({ due, name: { vi: "Bộ Y tế", en: "Ministry of Health" } })],
      }),
      get: async () => aFeedModel({ due }),
    });
    const told = "Dự kiến, chưa có thông báo nghỉ lễ năm 2027";
    expect(await screen.findByText(told, undefined, LAZY)).toBeInTheDocument();
    await userEvent.click(within(screen.getByRole("table")).getByRole("link", { name: "Bộ Y tế" }));
    const now = await screen.findByRole("region", { name: "Hiện nay" }, LAZY);
    expect(now).toHaveTextContent(told);
  });

  it("leads from what is missing of a period to its entry by hand", async () => {
    const late = { indicator: "health.cases", indicatorName: { vi: "Số ca mắc", en: "Cases" } };
    const missing = [{ code: "VN", name: { vi: "Cả nước", en: "Viet Nam" } }];
    const line = { ...late, dueAt: "2026-11-03T16:59:59.999Z", state: "missing" as const, received: 0, missing };
    show("/nguon-du-lieu/moh?kx=2026-10", {
      expected: async ({ feed, period }) => ({ feed, period, lines: [line], neverSent: [] }),
    });
    const link = await screen.findByRole("link", { name: "Nhập tay số liệu còn thiếu của kỳ này" }, LAZY);
    expect(link).toHaveAttribute("href", "/nguon-du-lieu/moh/nhap-tay?kn=2026-10");
  });

  it("filters through the address, and offers a way out where nothing is left", async () => {
    const { router } = show("/nguon-du-lieu?tt=ngung");
    await userEvent.click(await screen.findByRole("link", { name: "Bỏ lọc" }, LAZY));
    await waitFor(() => expect(router.state.location.search).not.toHaveProperty("tt"));
    await userEvent.click(screen.getByRole("link", { name: "Trễ hạn 1" }));
    await waitFor(() => expect(router.state.location.search).toMatchObject({ tt: "tre-han" }));
    expect(await screen.findByText("1 kênh")).toBeInTheDocument();
  });

  it("says that it could not be loaded, and that a feed does not exist", async () => {
    const { unmount } = show("/nguon-du-lieu", { list: () => Promise.reject(new Error("502")) });
    expect(await screen.findByText("Chưa tải được số liệu", undefined, LAZY)).toBeInTheDocument();
    unmount();
    const unknown = refusal("feed-unknown", { vi: "Không có kênh này.", en: "No such feed." });
    show("/nguon-du-lieu/khong.co", { get: () => Promise.reject(unknown) });
    expect(await screen.findByText("Không có kênh “khong.co”", undefined, LAZY)).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "Xem danh sách kênh" })).toBeInTheDocument();
  });
});

describe("keys of a feed", () => {
  it("are rotated: the new one is shown once, with a command, until it is said to be stored", async () => {
    const rotateKey = vi.fn<FeedSource["rotateKey"]>().mockResolvedValue({ id: "k2", key: "bcs_k2_secret" });
    show("/nguon-du-lieu/moh?xem=khoa", { rotateKey });
    await userEvent.click(await screen.findByRole("button", { name: /^Đổi khóa/ }, LAZY));
    await userEvent.click(screen.getByRole("button", { name: "Tạo khóa kế tiếp" }));
    expect(screen.getByText("Ghi họ và tên, ít nhất 2 ký tự.")).toBeInTheDocument();
    expect(rotateKey).not.toHaveBeenCalled();
    await statePerson();
    await userEvent.click(screen.getByRole("button", { name: "Tạo khóa kế tiếp" }));
    const dialog = await screen.findByRole("dialog", { name: "Khóa mới – chỉ hiện lần này" });
    expect(within(dialog).getByText("bcs_k2_secret")).toBeInTheDocument();
    expect(await within(dialog).findByText(/Authorization: Bearer bcs_k2_secret/)).toBeInTheDocument();
    expect(rotateKey.mock.calls[0]?.[0]).toMatchObject({ id: "k1", overlapDays: 7, expiresAt: null });
    await userEvent.click(within(dialog).getByRole("button", { name: "Tôi đã cất khóa" }));
    await waitFor(() => expect(screen.queryByText("bcs_k2_secret")).not.toBeInTheDocument());
  });

  it("are at most two: no third is offered, and a refusal says what to do", async () => {
    const revokeKey = () => Promise.reject(refusal("key-over", { vi: "Khóa đã hết hạn.", en: "The key is over." }));
    show("/nguon-du-lieu/moh?xem=khoa", {
      keys: async () => [aKey(), aKey({ id: "k2", label: "Dự phòng" })],
      revokeKey,
    });
    expect(await screen.findByText(/Đã có hai khóa đang dùng/, undefined, LAZY)).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Tạo khóa" })).toBeDisabled();
    await userEvent.click(screen.getByRole("button", { name: /^Thu hồi.*Dự phòng$/ }));
    await userEvent.type(screen.getByRole("textbox", { name: "Lý do" }), "Lộ khóa");
    await userEvent.click(screen.getByRole("button", { name: "Thu hồi khóa" }));
    const alert = await screen.findByRole("alert");
    expect(alert).toHaveTextContent("Khóa đã hết hạn. Chưa có gì thay đổi.");
    expect(alert).toHaveTextContent("Tạo khóa mới.");
  });
});

describe("the contract of a feed", () => {
  it("keeps what was typed and shows what somebody else changed meanwhile, before it is put in force", async () => {
    const seen = aFeedModel().contract;
    let inForce = seen;
    const changeContract = vi.fn<FeedSource["changeContract"]>(async (asked) => {
      const theirs = { ...seen, requireSignOff: true };
      if (inForce === seen) {
        inForce = theirs;
        throw refusal("contract-changed", { vi: "Hợp đồng đã được người khác sửa.", en: "It was changed." });
      }
      inForce = asked.contract;
      return asked.contract;
    });
    const actor = "person:Lê Văn Nhanh (Phó phòng)";
    const changes = [{ at: "2026-11-22T04:00:00.000Z", actor, action: "feed.contract-changed", details: {} }];
    show("/nguon-du-lieu/moh?xem=hop-dong", {
      get: async () => aFeedModel({ contract: inForce, changes: inForce === seen ? [] : changes }),
      changeContract,
    });
    await userEvent.click(await screen.findByRole("button", { name: "Sửa hợp đồng" }, LAZY));
    const dialog = within(screen.getByRole("dialog"));
    await userEvent.type(dialog.getByRole("textbox", { name: /^Thời gian tối đa giữa hai tín hiệu/ }), "30");
    await userEvent.type(dialog.getByRole("textbox", { name: "Lý do" }), "Theo công văn");
    await statePerson();
    await userEvent.click(dialog.getByRole("button", { name: "Áp dụng hợp đồng" }));
    const alert = await screen.findByText("Hợp đồng đã được người khác sửa sau khi bạn mở");
    const told = alert.closest("[role=alert]");
    expect(told).toHaveTextContent(/Lê Văn Nhanh \(Phó phòng\)/);
    expect(told).toHaveTextContent(/Duyệt trước khi dùng: Không.*→ Bắt buộc/);
    expect(dialog.getByRole("textbox", { name: /^Thời gian tối đa giữa hai tín hiệu/ })).toHaveValue("30");
    await userEvent.click(dialog.getByRole("button", { name: "Đã xem, tiếp tục sửa" }));
    await userEvent.click(dialog.getByRole("button", { name: "Áp dụng hợp đồng" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    expect(changeContract.mock.calls[1]?.[0]).toMatchObject({
      seen: { requireSignOff: true, heartbeatMinutes: null },
      contract: { requireSignOff: true, heartbeatMinutes: 30 },
    });
  });
});

describe("the scope of a feed", () => {
  it("is told by areas left out and due rules in words", async () => {
    show("/nguon-du-lieu/moh?xem=hop-dong&ngonngu=en", { get: async () => aFeedModel() });
    expect(await screen.findByText("3 days after the end of the period", undefined, LAZY)).toBeInTheDocument();
    expect(screen.getByText("6 h after the end of the period")).toBeInTheDocument();
    expect(await screen.findByText("all except Hà Nội")).toBeInTheDocument();
  });
});
