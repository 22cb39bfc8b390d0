import "@testing-library/jest-dom/vitest";
import type { RefusalLine } from "@bochiso/shared/feed";
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { aFeedModel } from "../../../testing/feed-fixtures.ts";
import { controlledSource, renderApp } from "../../../testing/render-app.tsx";
import { LAZY } from "../../../testing/steward-acts.ts";
import { fixtureFeeds } from "../../../testing/steward-source.ts";

function aRefusal(change: Partial<RefusalLine> = {}): RefusalLine {
  return {
    id: 1,
    code: "digest-mismatch",
    detail: { vi: "Nội dung không khớp với Content-Digest.", en: "The content does not match." },
    firstAt: "2026-11-22T03:00:00.000Z",
    lastAt: "2026-11-22T04:00:00.000Z",
    times: 1,
    mendedAt: null,
    key: { id: "k1", label: "Máy chủ tổng hợp" },
    person: null,
    idempotencyKey: null,
    requestId: "019391a0b7e4",
    errorCount: 0,
    codes: {},
    errors: [],
    ...change,
  };
}

async function open(...refusals: readonly RefusalLine[]) {
  const feeds = fixtureFeeds({ get: async () => aFeedModel({ code: "moh" }), refusals: async () => [...refusals] });
  renderApp("/nguon-du-lieu/moh?xem=luot", controlledSource({ feeds }).source);
  return await screen.findByRole("region", { name: "Yêu cầu bị từ chối" }, LAZY);
}

it("gives each refused request the number that its sender quotes, and says where the sender finds it", async () => {
  await open(aRefusal(), aRefusal({ id: 2, times: 3, requestId: "019391a0b7ff", code: "sequence-gap" }));
  const [first, second] = await screen.findAllByRole("row", { name: /Content-Digest/ });
  expect(first).toHaveTextContent("Mã yêu cầu 019391a0b7e4");
  expect(second).toHaveTextContent("Mã yêu cầu của lần cuối 019391a0b7ff");
  expect(screen.getByText(/X-Request-Id \(trường instance\)/)).toBeVisible();
});

it("speaks of no number where a person was refused on screen", async () => {
  await open(aRefusal({ key: null, person: "Lê Thị Nhập (Chuyên viên)", requestId: null }));
  const row = await screen.findByRole("row", { name: /Content-Digest/ });
  expect(row).toHaveTextContent("nhập tay hoặc nộp tệp: Lê Thị Nhập (Chuyên viên)");
  expect(screen.queryByText(/Mã yêu cầu/)).toBeNull();
});

it("folds away what was refused before something came the same way, and says so where nothing else stands", async () => {
  const sheet = await open(
    aRefusal({ id: 1, mendedAt: "2026-11-22T05:00:00.000Z" }),
    aRefusal({ id: 2, mendedAt: "2026-11-22T05:00:00.000Z" }),
  );
  expect(await screen.findByText("2 lỗi cũ hơn, sau đó đã gửi được")).toBeVisible();
  expect(sheet).toHaveTextContent("Không còn lỗi nào");
  for (const row of screen.getAllByText(/Content-Digest/)) expect(row).not.toBeVisible();
});
