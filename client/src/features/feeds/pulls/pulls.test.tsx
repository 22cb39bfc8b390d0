import "@testing-library/jest-dom/vitest";
import type { PullSourceModel } from "@bochiso/shared/pull";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { ToolSource } from "../../../lib/source/index.ts";
import { aPulledSource, aPullPreview, aPullRun } from "../../../testing/pull-fixtures.ts";
import { controlledSource, renderApp } from "../../../testing/render-app.tsx";
import { fixtureTools } from "../../../testing/tool-fixtures.ts";

const LAZY = { timeout: 15_000 };

function show(sources: readonly PullSourceModel[], tools: Partial<ToolSource> = {}) {
  const pulls = async () => ({ now: "2026-11-22T05:00:00.000Z", sources });
  const source = controlledSource({ tools: async () => fixtureTools({ pulls, ...tools }) }).source;
  return renderApp("/nguon-du-lieu/mof.customs?xem=lay", source);
}

it("tells how a source stands, when it is asked, and how records become figures", async () => {
  show([aPulledSource()]);
  expect(await screen.findByText("Thứ Hai hằng tuần lúc 08:00", undefined, LAZY)).toBeInTheDocument();
  expect(screen.getByText("1 mới, 1 sửa, 0 không đổi")).toBeInTheDocument();
  expect(screen.getByText("trường ma, theo bảng chuyển 1 mã")).toBeInTheDocument();
  expect(screen.getByText("trường dvt (Tỷ USD: nhân 1.000)")).toBeInTheDocument();
});

it("tells why a source fails, tries it without storing, and pulls it only for somebody with a name", async () => {
  const fault = { code: "pull-status", text: { vi: "Máy chủ trả lời mã 503.", en: "Status 503." } };
  const run = aPullRun({ outcome: "failed", fault, counts: null, records: null, submission: null });
  const runPull = vi.fn<ToolSource["runPull"]>(async ({ source }) => ({ source }));
  show([aPulledSource({ state: "failing", failures: 3, runs: [run] })], {
    previewPull: async () => aPullPreview(),
    runPull,
  });
  expect(await screen.findByText("Không lấy được 3 lần liên tiếp", undefined, LAZY)).toBeInTheDocument();
  expect(screen.getAllByText("Máy chủ trả lời mã 503.")).toHaveLength(2);
  await userEvent.click(screen.getByRole("button", { name: "Lấy thử" }));
  expect(await screen.findByText('Mã "NK" không có trong bảng chuyển.')).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Đóng" })).toHaveFocus();
  await userEvent.click(screen.getByRole("button", { name: "Lấy ngay" }));
  const act = screen.getAllByRole("button", { name: "Lấy ngay" }).at(-1) as HTMLElement;
  await userEvent.click(act);
  expect(runPull).not.toHaveBeenCalled();
  await userEvent.type(screen.getByRole("textbox", { name: "Họ và tên" }), "Trần Thị Bình");
  await userEvent.type(screen.getByRole("textbox", { name: "Chức vụ, đơn vị" }), "Trưởng phòng");
  await userEvent.click(act);
  await waitFor(() => expect(runPull).toHaveBeenCalledOnce());
  expect(runPull.mock.calls[0]?.[0]).toEqual({
    source: "xnk-thang",
    by: { name: "Trần Thị Bình", position: "Trưởng phòng" },
  });
});
