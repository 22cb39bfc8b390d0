import "@testing-library/jest-dom/vitest";
import type { Approval } from "@bochiso/shared/feed";
import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { controlledSource, renderApp } from "../../../testing/render-app.tsx";
import { LAZY, STATED } from "../../../testing/steward-acts.ts";
import { fixtureFeeds } from "../../../testing/steward-source.ts";
import { aHeldSubmission } from "../../../testing/submission-fixtures.ts";

const RETURNED: Approval = {
  state: "returned",
  at: "2026-11-22T04:00:00.000Z",
  by: STATED,
  note: "Sai đơn vị",
  commitSeq: null,
  counts: null,
  answeredBy: null,
  owed: 2,
};

async function open(approval: Approval) {
  const feeds = fixtureFeeds({ submission: async () => aHeldSubmission({ approval }) });
  renderApp("/nguon-du-lieu/moh/luot/s-9", controlledSource({ feeds }).source);
  return await screen.findByRole("region", { name: "Kết quả" }, LAZY);
}

it("says of returned rows that none was applied, and that they are owed anew", async () => {
  const outcome = await open(RETURNED);
  expect(outcome).toHaveTextContent("Dòng nhận được3Không áp dụng2Từ chối1");
  expect(outcome).not.toHaveTextContent("Sửa số cũ");
  expect(screen.getAllByText("Đã trả lại, còn 2 số chờ gửi lại")).not.toHaveLength(0);
});

it("leads to the submission that answered it", async () => {
  await open({ ...RETURNED, answeredBy: "s-12", owed: null });
  expect(screen.queryByText(/chờ gửi lại/)).toBeNull();
  const sheet = screen.getByRole("region", { name: "Duyệt lượt gửi" });
  const link = within(sheet).getByRole("link", { name: /Đã gửi lại/ });
  expect(link).toHaveAttribute("href", "/nguon-du-lieu/moh/luot/s-12");
});
