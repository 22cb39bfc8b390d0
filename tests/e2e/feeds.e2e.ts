import { periodAt, periodEnd, periodId, shiftPeriod } from "@bochiso/shared/period";
import { PullSourceFile } from "@bochiso/shared/pull";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerOfServer } from "../../server/src/cli/ask-server.ts";
import { leavePullRequest } from "../../server/src/pull/pull-requests.ts";
import { anItem, jsonAnswer, RECORD_ROW } from "../support/pull-records.ts";
import { startSource } from "../support/source-server.ts";
import { violationsInThemes } from "./world/axe-violations.ts";
import { openWindow } from "./world/open-window.ts";
import { startWorld, type World } from "./world/start-world.ts";

const INDICATOR = "psq.ontime_rate";
/** Long enough to open a window before it is over. */
const DUE_IN_MS = 8_000;

/** A source is looked at about once a second. */
const WITHIN = { timeout: 20_000 };

/** Puts a source in force through the running server, as the command line does. */
async function putSource(dataDir: string, url: string): Promise<void> {
  const { enabled, ...config } = PullSourceFile.parse({
    code: "cong-hai-quan",
    feed: "mof.customs",
    name: { vi: "Cổng thống kê hải quan", en: "Customs statistics portal" },
    url,
    format: { kind: "json", records: "/du_lieu/ban_ghi" },
    rows: [RECORD_ROW],
    schedule: { kind: "every", minutes: 60 },
    privateAddresses: ["127.0.0.1"],
  });
  const input = { config, enabled, at: new Date().toISOString(), actor: "cli" };
  const left = leavePullRequest(dataDir, "put-source", { name: "put-pull-source", input });
  expect(await answerOfServer(left)).toEqual({ kind: "done" });
}

/** A month so many before the one that runs. */
const monthBack = (months: number) => shiftPeriod(periodAt("month", Date.now()), -months);

describe("Nguồn dữ liệu", () => {
  let world: World;
  let requests = 0;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world?.stop());

  /** Pushes one figure of a month by a province's feed. */
  const push = async (area: string, period: string, { key = world.keyOf(`prov.${area}`), value = 88 } = {}) => {
    requests += 1;
    const body = { feed: `prov.${area}`, observations: [{ indicator: INDICATOR, area, period, value, note: "thử" }] };
    return await world.api.submit({ key, idempotencyKey: `feeds-${requests}`, body });
  };

  const statePerson = async (page: Page) => {
    await page.getByLabel("Họ và tên").fill("Trần Thị Bình");
    await page.getByLabel("Chức vụ, đơn vị").fill("Trưởng phòng Dữ liệu");
  };

  it("rotates a key without a pause: shown once, both work, then the old one is revoked", async () => {
    const old = world.keyOf("prov.01");
    const period = periodId(monthBack(2));
    const { page, faults, close } = await openWindow({ ...world, path: "/nguon-du-lieu/prov.01?xem=khoa" });
    await page.getByRole("button", { name: /^Đổi khóa/ }).click();
    await statePerson(page);
    await page.getByRole("button", { name: "Tạo khóa kế tiếp" }).click();
    const made = await page.locator("[data-key]").innerText();
    expect(made).toMatch(/^bcs_\w+_.{40,}$/);
    await page.getByRole("button", { name: "Tôi đã cất khóa" }).click();
    expect(await page.locator("body").innerText()).not.toContain(made);
    expect((await push("01", period, { key: old })).status).toBe(201);
    expect((await push("01", period, { key: made, value: 89 })).status).toBe(201);

    const row = page.getByRole("row").filter({ hasText: "Thu hồi" });
    await expect.poll(() => row.count()).toBe(2);
    await row
      .filter({ hasNotText: "không hẹn" })
      .getByRole("button", { name: /^Thu hồi/ })
      .click();
    await page.getByLabel("Lý do").fill("Đã thay khóa");
    await page.getByRole("button", { name: "Thu hồi khóa", exact: true }).click();
    await expect.poll(() => row.count()).toBe(1);
    expect((await push("01", period, { key: old })).status).toBe(401);
    expect((await push("01", period, { key: made, value: 90 })).status).toBe(201);
    expect(faults).toEqual([]);
    await close();
  });

  it("shows a feed that goes late at that moment, and its recovery when it sends", async () => {
    const [owed, before] = [monthBack(1), monthBack(2)];
    expect((await push("04", periodId(before))).status).toBe(201);
    const delay = Math.round((Date.now() + DUE_IN_MS - periodEnd(owed)) / 1000);
    const seen = {
      active: true,
      gapPolicy: "record",
      requireDigest: false,
      requireSignOff: false,
      schedule: [],
      heartbeatMinutes: null,
    };
    const agreed = await fetch(`${world.url}/trpc/feeds.changeContract`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({
        feed: "prov.04",
        seen,
        contract: { ...seen, schedule: [{ periodType: "month", rule: { after: `PT${delay}S` } }] },
        reason: "Hạn thử nghiệm",
        by: { name: "Trần Thị Bình", position: "Trưởng phòng Dữ liệu" },
      }),
    });
    expect(agreed.status).toBe(200);
    const { page, faults, close } = await openWindow({ ...world, path: "/nguon-du-lieu?tim=prov.04" });
    const row = page.getByRole("row").filter({ hasText: "prov.04" });
    await row.getByText("Bình thường").waitFor();
    await row.getByText("Trễ hạn 1 chỉ số").waitFor({ timeout: 30_000 });
    expect(await row.getByRole("img").getAttribute("aria-label")).toContain("chưa gửi");
    expect((await push("04", periodId(owed))).status).toBe(201);
    await row.getByText("Bình thường").waitFor();
    expect(await row.getByRole("img").getAttribute("aria-label")).toContain("đủ, có phần muộn");
    expect(faults).toEqual([]);
    await close();
  });

  it("sends the body of a submission again, as a dry run and then for real", async () => {
    const period = periodId(monthBack(3));
    const sent = await push("08", period);
    expect(sent.status).toBe(201);
    const id = /"id":"([^"]+)"/.exec(sent.text)?.[1] ?? "";
    const body = JSON.stringify({
      feed: "prov.08",
      observations: [{ indicator: INDICATOR, area: "08", period, value: 88, note: "thử" }],
    });
    const { page, faults, close } = await openWindow({ ...world, path: `/nguon-du-lieu/prov.08/luot/${id}` });
    await page.getByLabel("hoặc dán nội dung").fill(body);
    await page.getByText("Đúng nội dung của lượt này (trùng SHA-256).").waitFor();
    await page.getByLabel("Khóa truy cập của kênh").fill(world.keyOf("prov.08"));
    const send = page.getByRole("button", { name: "Gửi thật" });
    expect(await send.isDisabled()).toBe(true);
    await page.getByRole("button", { name: "Chạy thử" }).click();
    await page.getByText("Chạy thử xong, chưa ghi gì").waitFor();
    await send.click();
    await page.getByText("Đã gửi và ghi").waitFor();
    await page.getByRole("link", { name: "Xem lượt gửi và biên nhận" }).click();
    await page.getByText("Lượt gửi này không làm thay đổi số liệu nào.").waitFor();
    expect(new URL(page.url()).pathname).not.toContain(id);
    expect(faults).toEqual([]);
    await close();
  });

  it("asks a source by itself: what a trial would do stores nothing, a run asked for stands in the log with who asked", async () => {
    const source = await startSource();
    try {
      source.answer(jsonAnswer([anItem({ thang: "05/2025", gia_tri: "40.000,5" })]));
      await putSource(world.dataDir, source.url);
      const stored = async () =>
        (await world.api.observations({ indicator: "trade.export.value", area: "VN", from: "2025-05", to: "2025-05" }))
          .filter(({ breakdown }) => Object.keys(breakdown).length === 0)
          .map(({ valueText }) => valueText);
      await expect.poll(stored, WITHIN).toEqual(["40000.5"]);
      source.answer(jsonAnswer([anItem({ thang: "05/2025", gia_tri: "40.100" }), anItem({ ma: "LẠ" })]));
      const { page, faults, close } = await openWindow({ ...world, path: "/nguon-du-lieu/mof.customs?xem=lay" });
      const runs = page.locator(".fd-pull-runs > tbody > tr");
      await runs.filter({ hasText: "1 mới" }).waitFor();
      await page.getByRole("button", { name: "Lấy thử" }).click();
      await page.getByRole("heading", { name: "1 lỗi", exact: true }).waitFor();
      expect([await stored(), await runs.count()]).toEqual([["40000.5"], 1]);
      await page.getByRole("button", { name: "Lấy ngay" }).click();
      await statePerson(page);
      await page.getByRole("dialog").getByRole("button", { name: "Lấy ngay" }).click();
      await expect.poll(() => runs.count(), WITHIN).toBe(2);
      await expect.poll(stored, WITHIN).toEqual(["40100"]);
      await runs.first().getByText("Trần Thị Bình (Trưởng phòng Dữ liệu)").waitFor();
      await runs.first().getByRole("link", { name: "Xem lượt gửi" }).click();
      await page
        .getByRole("heading", { name: /Lượt gửi/ })
        .first()
        .waitFor();
      expect(faults).toEqual([]);
      await close();
    } finally {
      await source.close();
    }
  });

  it("has no barrier that axe finds and no sideways scroll on the narrowest phone", async () => {
    const path = "/nguon-du-lieu";
    const { page, close } = await openWindow({ ...world, path, width: 320, bypassCSP: true });
    const found: Record<string, unknown> = {};
    for (const part of [path, `${path}/prov.01`, `${path}/prov.01?xem=hop-dong`, `${path}/chat-luong`]) {
      await page.goto(part);
      await page.locator("main h1").first().waitFor();
      await page.locator("main [aria-busy=true]").first().waitFor({ state: "detached" });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), part).toBeLessThanOrEqual(320);
      // What axe costs is spent where most kinds of parts stand; the others are made of the same.
      if (part === path || part.endsWith("chat-luong")) {
        Object.assign(found, await violationsInThemes(page, { width: 320, within: "main" }));
      }
    }
    expect(found).toEqual({});
    await close();
  });
});
