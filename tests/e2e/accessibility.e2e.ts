import { beforeAll, describe, expect, it } from "vitest";
import { violationsInThemes, violationsInWindows, violationsOf } from "./world/axe-violations.ts";
import { openWindow } from "./world/open-window.ts";
import { type SharedWorld, shareWorld } from "./world/share-world.ts";

const PAGES = [
  "/cp",
  "/tinh/MAU",
  // A group of fewer indicators than the daily one: the same parts, a third of the work for axe.
  "/nhom/gov.emergency?dv=cp",
  "/chi-so/trade.export.yoy?dv=cp",
  "/chi-so/trade.export.value?dv=cp",
  "/cong-thuc?ct=trade.exprot.value",
];
describe("accessibility", () => {
  let world: SharedWorld;
  beforeAll(async () => {
    world = await shareWorld();
  });

  it.each(PAGES)("axe finds nothing on %s at 390 and 1440 px in both themes", async (path) => {
    const { page, close } = await openWindow({ ...world, path, bypassCSP: true });
    expect(await violationsInWindows(page)).toEqual({});
    await close();
  });

  it("axe finds nothing in the explanation panel in both themes", async () => {
    const cell = "trade.balance~VN~~2025-02~value";
    const { page, close } = await openWindow({ ...world, path: `/cp?giaithich=${cell}`, bypassCSP: true });
    await page.getByRole("dialog").getByText("Xuất khẩu").first().waitFor();
    expect(await violationsInThemes(page, { width: 1440 })).toEqual({});
    await close();
  });

  it("axe notices a picture without words and text too pale to read", async () => {
    const { page, close } = await openWindow({ ...world, path: "/cp", bypassCSP: true });
    await page.evaluate(() => {
      const faulty = '<img src="data:,"><p style="color:#bbb;background:#fff">Nhạt</p>';
      document.querySelector("main")?.insertAdjacentHTML("beforeend", faulty);
    });
    const found = await violationsOf(page);
    expect(found.some((it) => it.startsWith("image-alt"))).toBe(true);
    expect(found.some((it) => it.startsWith("color-contrast"))).toBe(true);
    const inThemes = await violationsInThemes(page, { width: 1440 });
    expect(inThemes["1440 px, dark"]?.some((it) => it.startsWith("color-contrast"))).toBe(true);
    await close();
  });

  it("everything on the home page can be read with styles off", async () => {
    const { page, close } = await openWindow({ ...world, path: "/cp" });
    const shown = await page.locator("article.card p.val").allInnerTexts();
    await page.evaluate(() =>
      document.querySelectorAll("link[rel=stylesheet], style").forEach((sheet) => {
        sheet.remove();
      }),
    );
    const text = await page.locator("main").innerText();
    for (const number of shown) expect(text).toContain(number.split(/\s/)[0]);
    await close();
  });
});
