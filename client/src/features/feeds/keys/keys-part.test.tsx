import "@testing-library/jest-dom/vitest";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { FeedSource } from "../../../lib/source/index.ts";
import { aKey } from "../../../testing/feed-fixtures.ts";
import { controlledSource, renderApp } from "../../../testing/render-app.tsx";
import { fixtureFeeds } from "../../../testing/steward-source.ts";

const LAZY = { timeout: 15_000 };
const show = (feeds: Partial<FeedSource>) =>
  renderApp("/nguon-du-lieu/moh?xem=khoa", controlledSource({ feeds: fixtureFeeds(feeds) }).source);

describe("rotating a key", () => {
  it("is not offered while two are live: neither is ended to make room, and why is said", async () => {
    show({ keys: async () => [aKey(), aKey({ id: "k2", label: "Dự phòng" })] });
    const buttons = await screen.findAllByRole("button", { name: /^Đổi khóa/ }, LAZY);
    expect(buttons).toHaveLength(2);
    for (const button of [...buttons, screen.getByRole("button", { name: "Tạo khóa" })]) {
      expect(button).toBeDisabled();
      expect(button).toHaveAccessibleDescription(/Đã có hai khóa đang dùng\. Thu hồi khóa không còn cần/);
    }
  });

  it("takes the days as they are typed, and refuses what lies beyond the bound", async () => {
    const rotateKey = vi.fn<FeedSource["rotateKey"]>().mockResolvedValue({ id: "k2", key: "bcs_k2_secret" });
    show({ rotateKey });
    await userEvent.click(await screen.findByRole("button", { name: /^Đổi khóa/ }, LAZY));
    await userEvent.type(screen.getByRole("textbox", { name: "Họ và tên" }), "Trần Thị Bình");
    await userEvent.type(screen.getByRole("textbox", { name: "Chức vụ, đơn vị" }), "Trưởng phòng");
    const days = screen.getByRole("textbox", { name: "Khóa cũ dùng tiếp (ngày)" });
    await userEvent.clear(days);
    await userEvent.type(days, "200");
    expect(days).toHaveValue("200");
    expect(days).toHaveAccessibleDescription(/Ghi số nguyên từ 0 đến 90\./);
    await userEvent.click(screen.getByRole("button", { name: "Tạo khóa kế tiếp" }));
    expect(rotateKey).not.toHaveBeenCalled();
    await userEvent.type(days, "{Backspace}");
    await userEvent.click(screen.getByRole("button", { name: "Tạo khóa kế tiếp" }));
    expect(rotateKey.mock.calls[0]?.[0]).toMatchObject({ overlapDays: 20 });
    const command = await screen.findByText(/curl -X POST/);
    expect(command).toHaveTextContent(
      /"indicator":"trade.export.value","area":"VN","period":"2026-10","value":42150.3/,
    );
  });

  it("gives no command where none could run: every request is to be signed", async () => {
    const example = async () => ({ row: null, accepts: true, needsDigest: false, needsSignature: true });
    show({ rotateKey: async () => ({ id: "k2", key: "bcs_k2_secret" }), example });
    await userEvent.click(await screen.findByRole("button", { name: /^Đổi khóa/ }, LAZY));
    await userEvent.type(screen.getByRole("textbox", { name: "Họ và tên" }), "Trần Thị Bình");
    await userEvent.type(screen.getByRole("textbox", { name: "Chức vụ, đơn vị" }), "Trưởng phòng");
    await userEvent.click(screen.getByRole("button", { name: "Tạo khóa kế tiếp" }));
    expect(await screen.findByText(/bắt buộc ký từng yêu cầu/)).toBeInTheDocument();
    expect(screen.queryByText(/curl -X POST/)).not.toBeInTheDocument();
  });
});

it("leads from the keys to the guide for engineers", async () => {
  show({});
  const guide = await screen.findByRole("link", { name: /^Hướng dẫn kết nối/ }, LAZY);
  expect(guide).toHaveAttribute("href", "/api/docs?lang=vi");
});
