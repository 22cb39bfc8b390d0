import "@testing-library/jest-dom/vitest";
import { periodLabel } from "@bochiso/shared/card";
import { periodFromId } from "@bochiso/shared/period";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { ToolSource } from "../../../lib/source/index.ts";
import { anEffect } from "../../../testing/entry-fixtures.ts";
import { controlledSource, renderApp } from "../../../testing/render-app.tsx";
import { LAZY, refusal } from "../../../testing/steward-acts.ts";
import { fixtureFeeds } from "../../../testing/steward-source.ts";
import { aHeldSubmission } from "../../../testing/submission-fixtures.ts";
import { fixtureTools } from "../../../testing/tool-fixtures.ts";

type Preview = ToolSource["previewDecision"];
const AT = "2026-11-22T05:00:00.000Z";
const PERIOD = periodLabel(periodFromId("2026-10", "month"));
const text = (vi: string) => ({ vi, en: vi });
const EFFECT = anEffect(2, {
  derivedCount: 1,
  derived: [
    {
      indicator: "health.rate",
      indicatorName: text("Tỷ lệ mắc"),
      areaName: text("Cả nước"),
      breakdownLabel: null,
      period: PERIOD,
      display: { unit: text("‰"), factor: 1, decimals: 1 },
      before: { kind: "number", value: 1.2 },
      after: { kind: "number", value: 12.4 },
    },
  ],
  flagCount: 1,
  faulty: [],
  flags: [
    {
      rule: "r1",
      severity: "warning",
      indicator: "health.cases",
      indicatorName: text("Số ca mắc"),
      area: "VN",
      areaName: text("Cả nước"),
      period: PERIOD,
      text: text("gấp 10 lần kỳ trước"),
    },
  ],
});

async function open(previewDecision: Preview): Promise<HTMLElement> {
  const feeds = fixtureFeeds({ submission: async () => aHeldSubmission() });
  const { source } = controlledSource({ feeds, tools: async () => fixtureTools({ previewDecision }) });
  renderApp("/nguon-du-lieu/moh/luot/s-9", source);
  const named = { name: "Nếu duyệt lượt này" };
  await screen.findByRole("region", named, LAZY);
  await waitFor(() => expect(screen.queryByText("Đang tính thử")).toBeNull(), LAZY);
  return screen.getByRole("region", named);
}

it("shows who decides what would be computed and flagged, above the decision, and tries anew when asked", async () => {
  const preview = vi.fn<Preview>().mockResolvedValue({ kind: "effect", at: AT, effect: EFFECT });
  const sheet = await open(preview);
  const row = await within(sheet).findByRole("row", { name: /Tỷ lệ mắc/ });
  expect(row).toHaveTextContent(/1,2.*12,4/);
  expect(within(sheet).getByRole("columnheader", { name: "Sau khi duyệt" })).toBeInTheDocument();
  expect(sheet).toHaveTextContent("1 cảnh báo chất lượng sẽ xuất hiện");
  expect(sheet).toHaveTextContent("Bất thường: gấp 10 lần kỳ trước");
  const heads = screen.getAllByRole("heading", { level: 2 }).map(({ textContent }) => textContent);
  expect(heads.indexOf("Duyệt lượt gửi")).toBeGreaterThan(heads.indexOf("Nếu duyệt lượt này"));
  expect(preview).toHaveBeenCalledOnce();
  await userEvent.click(within(sheet).getByRole("button", { name: "Tính lại" }));
  await waitFor(() => expect(preview).toHaveBeenCalledTimes(2));
});

it("tells before the decision which rows keep it from being approved", async () => {
  const conflict = {
    row: 1,
    indicator: "health.cases",
    area: "VN",
    period: "2026-10",
    text: text("Đã có số mới hơn."),
  };
  const conflicts = [{ ...conflict, code: "newer-value-stored" as const }];
  const sheet = await open(async () => ({ kind: "conflicts", conflicts, count: 1, at: AT }));
  expect(await within(sheet).findByRole("listitem")).toHaveTextContent(
    "Dòng 2 · health.cases, Cả nước, Tháng 10/2026: Đã có số mới hơn.",
  );
  expect(sheet).toHaveTextContent("Chưa duyệt được: 1 dòng");
});

it("says where the effect is too large, and that approving would be refused as well", async () => {
  const no = refusal("effect-too-large", { vi: "Làm thay đổi hơn 200.000 ô.", en: "More than 200,000 cells." });
  const sheet = await open(vi.fn<Preview>().mockRejectedValue(no));
  await waitFor(() => expect(sheet).toHaveTextContent("Làm thay đổi hơn 200.000 ô. Duyệt cũng sẽ bị từ chối"), LAZY);
  expect(within(sheet).queryByRole("button", { name: "Thử lại" })).toBeNull();
});
