import { beforeAll, describe, expect, it } from "vitest";
import { openWindow, type Window } from "./world/open-window.ts";
import { type SharedWorld, shareWorld } from "./world/share-world.ts";

describe("the pages behind a home", () => {
  let world: SharedWorld;
  beforeAll(async () => {
    world = await shareWorld();
  });

  const visit = async (path: string, look: (window: Window) => Promise<void>) => {
    const window = await openWindow({ ...world, path });
    try {
      await look(window);
      expect(window.faults).toEqual([]);
    } finally {
      await window.close();
    }
  };

  it("a group is reached from its block, as cards and as a table of the same figures", async () => {
    await visit("/cp", async ({ page }) => {
      const block = page.locator("section.grp h3 a").first();
      // The block shows the short name of the group, its page the whole one.
      const name = await block.getAttribute("title");
      await block.click();
      await page.waitForURL(/\/nhom\//);
      await page.getByRole("heading", { level: 1, name: name ?? "" }).waitFor();
      await page.locator("article.card").first().waitFor();
      expect(await page.locator("article.card").count()).toBeGreaterThan(5);
    });
    await visit("/nhom/gov.daily_monthly_ses?dv=cp&xem=bang", async ({ page }) => {
      const rows = page.locator("main table tbody tr");
      await rows.first().waitFor();
      expect(await rows.count()).toBeGreaterThan(20);
      expect(await page.locator("main table").first().innerText()).toMatch(/\d,\d/);
    });
  });

  it("an indicator shows its trend, and the same figures as a table when asked", async () => {
    await visit("/chi-so/trade.export.yoy?dv=cp", async ({ page }) => {
      await page.locator("svg.ch, .ch svg, svg.recharts-surface").first().waitFor();
      await page.getByRole("button", { name: "Xem bảng số liệu" }).first().click();
      const newest = page.locator("section.ind-trend table tbody tr").first();
      await newest.waitFor();
      expect(await newest.innerText()).toMatch(/(2\/2025|2 tháng năm 2025)[\s\S]*8,4/);
      await page.getByRole("button", { name: "Xem biểu đồ" }).first().click();
      await page.locator("section.ind-trend svg").first().waitFor();
    });
  });

  it("a trend is shown by year when chosen, with how many months each stands on, and opens them", async () => {
    await visit("/chi-so/trade.export.value?dv=cp", async ({ page }) => {
      await page.getByRole("navigation", { name: "Xem theo kỳ" }).getByRole("link", { name: "Năm" }).click();
      await page.waitForURL(/theo=nam/);
      await page.getByRole("button", { name: "Xem bảng số liệu" }).first().click();
      const rows = page.locator("section.ind-trend table tbody tr");
      await rows.first().waitFor();
      expect(await rows.first().innerText()).toMatch(/Năm 2025[\s\S]*—[\s\S]*2\/12 tháng/);
      await rows.nth(1).locator("a.explain").first().click();
      await page.getByText("Cộng số liệu của 12 tháng").waitFor();
    });
  });

  it("an indicator shows its formula as a tree with live inputs and their sources", async () => {
    await visit("/chi-so/trade.balance?dv=cp", async ({ page }) => {
      const tree = page.locator("main .ex-node").first();
      await tree.waitFor();
      const text = await tree.innerText();
      expect(text).toContain("31.109");
      expect(text).toContain("32.659");
      expect(text).toContain("−1.550");
      expect(text).toMatch(/lượt gửi/);
    });
  });

  it("an indicator shows the published figure beside the computed one, with what explains the difference", async () => {
    await visit("/chi-so/trade.export.yoy?dv=cp", async ({ page }) => {
      const text = await page.locator("main").innerText();
      expect(text).toContain("Số công bố");
      expect(text).toMatch(/Số tính|tính từ công thức/);
    });
  });

  it("an indicator has its definition: method, unit, period, agency and legal basis", async () => {
    await visit("/chi-so/pi.executed_rate?dv=cp", async ({ page }) => {
      const text = await page.locator("main").innerText();
      expect(text).toContain("Vốn thực hiện lũy kế chia kế hoạch vốn năm nhân 100");
      expect(text).toContain("Cục Thống kê");
      expect(text).toMatch(/chưa rà soát/i);
    });
  });

  it("an indicator without figures says so instead of drawing something", async () => {
    await visit("/chi-so/fin.revenue.rate?dv=cp", async ({ page }) => {
      expect(await page.locator("main").innerText()).toMatch(/[Cc]hưa có số liệu|chưa có nguồn|chưa kết nối/);
    });
  });

  it("an address that leads nowhere says so", async () => {
    await visit("/cp", async ({ page }) => {
      await page.goto("/khong-co");
      const words = page
        .locator("main")
        .getByText(/[Kk]hông (có|tìm thấy)/)
        .first();
      await words.waitFor();
      expect(await words.innerText()).toMatch(/trang|địa chỉ/i);
    });
  });
});
