import type { Locator, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { violationsInWindows } from "./world/axe-violations.ts";
import { openWindow, type Window } from "./world/open-window.ts";
import { type SharedWorld, shareWorld } from "./world/share-world.ts";

/** A sum with a seasonal target in the fictional province. */
const PAGE = "/chi-so/tour.revenue?dv=tinh/MAU";
const PANEL = "/tinh/MAU?cancu=tour.revenue";

/** The widest thing on the page may be as wide as the window, no more. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe("status and target of the fictional province", () => {
  let world: SharedWorld;
  beforeAll(async () => {
    world = await shareWorld();
  });

  const visit = async (path: string, look: (window: Window) => Promise<void>, options = {}) => {
    const window = await openWindow({ ...world, path, ...options });
    try {
      await look(window);
      expect(window.faults).toEqual([]);
    } finally {
      await window.close();
    }
  };

  it("the status of a card opens what it rests on by keyboard, as a link, and gives the focus back", async () => {
    await visit("/tinh/MAU", async ({ page }) => {
      const status = page.locator("article.card .state a").first();
      const word = (await status.locator(".st").innerText()).trim();
      await status.focus();
      await page.keyboard.press("Enter");
      const dialog = page.getByRole("dialog", { name: "Căn cứ đánh giá" });
      await dialog.getByRole("region", { name: "Phương pháp" }).waitFor();
      expect(page.url()).toContain("cancu=");
      expect(await dialog.innerText()).toContain(word);
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      expect(page.url()).not.toContain("cancu=");
      expect(await status.evaluate((link) => link === document.activeElement)).toBe(true);
    });
  });

  it("shows every input with value, unit and period, the scale with one place reached, and the method with its version", async () => {
    await visit(PANEL, async ({ page }) => {
      const dialog = page.getByRole("dialog", { name: "Căn cứ đánh giá" });
      await dialog.getByRole("region", { name: "Đầu vào" }).waitFor();
      const rows = dialog.locator("table tbody tr");
      expect(await rows.count()).toBeGreaterThanOrEqual(4);
      expect(await dialog.getByRole("row", { name: /Mức phải đạt đến nay/ }).innerText()).toMatch(
        /\d tỷ đồng[\s\S]*\d/,
      );
      expect(await dialog.locator("li[aria-current=true]").count()).toBe(1);
      const text = await dialog.innerText();
      expect(text).toMatch(/phiên bản 1/);
      expect(text).toContain("Số liệu mô phỏng");
    });
  });

  it("says the same in English", async () => {
    await visit(`${PANEL}&ngonngu=en`, async ({ page }) => {
      const dialog = page.getByRole("dialog", { name: "Why this status" });
      await dialog.getByRole("region", { name: "Inputs" }).waitFor();
      const text = await dialog.innerText();
      expect(text).toContain("Level due by now");
      expect(text).toMatch(/version 1/);
      expect(text).toContain("Simulated");
    });
  });

  it("the page of an indicator says what is due, still needed and expected of the year, and who assigned it", async () => {
    await visit(PAGE, async ({ page }) => {
      const sheet = page.locator("#chi-tieu");
      await sheet.waitFor();
      const text = await sheet.innerText();
      expect(text).toMatch(/Nhịp cần có[\s\S]*còn lại cần đạt/);
      expect(text).toMatch(/Ước thực hiện cả năm 20\d\d/);
      expect(text).toMatch(/Nghị quyết mô phỏng số/);
      expect(text).toContain("Số liệu mô phỏng");
      expect(await page.locator(".tg-bullet").innerText()).toMatch(/Mức phải đạt đến hết/);
    });
  });

  it("an indicator without a target says so quietly", async () => {
    await visit("/chi-so/trade.balance?dv=cp", async ({ page }) => {
      expect(await page.locator("#chi-tieu").innerText()).toContain("Chưa có chỉ tiêu được giao cho chỉ số này");
    });
  });

  it.each<[string, string, (page: Page) => Locator]>([
    ["panel", PANEL, (page) => page.getByRole("dialog").getByRole("region", { name: "Phương pháp" })],
    ["page", PAGE, (page) => page.locator("#chi-tieu")],
  ])("axe finds nothing on the %s at 390 and 1440 px in both themes", async (_what, path, last) => {
    const look = async ({ page }: Window) => {
      await last(page).waitFor();
      expect(await violationsInWindows(page)).toEqual({});
    };
    await visit(path, look, { bypassCSP: true });
  });

  it("fits a phone: nothing scrolls sideways, on the page or in the panel", async () => {
    await visit(
      PAGE,
      async ({ page }) => {
        await page.locator("#chi-tieu").waitFor();
        expect(await overflow(page)).toBe(0);
      },
      { width: 390 },
    );
    await visit(
      PANEL,
      async ({ page }) => {
        const dialog = page.getByRole("dialog", { name: "Căn cứ đánh giá" });
        await dialog.getByRole("region", { name: "Đầu vào" }).waitFor();
        expect(await dialog.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
      },
      { width: 390 },
    );
  });
});
