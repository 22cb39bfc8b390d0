import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openWindow } from "./world/open-window.ts";
import { startWorld, type World } from "./world/start-world.ts";

const Violations = z.array(
  z.object({
    id: z.string(),
    impact: z.string().nullable(),
    nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })),
  }),
);

const PAGES = [
  "/cp",
  "/tinh/MAU",
  "/nhom/gov.daily_monthly_ses?dv=cp",
  "/chi-so/trade.export.yoy?dv=cp",
  "/chi-so/trade.export.value?dv=cp",
  "/cong-thuc?ct=trade.exprot.value",
];
const WINDOWS = [390, 1440].flatMap((width) => (["light", "dark"] as const).map((theme) => ({ width, theme })));

/** What axe finds against WCAG 2.2 A and AA and the best practices, in few words. */
async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const page = globalThis as unknown as { axe: typeof axe };
    return (await page.axe.run()).violations;
  });
  return Violations.parse(found).flatMap(({ id, impact, nodes }) =>
    nodes
      .slice(0, 3)
      .map((node) => `${id} (${impact}): ${node.html.slice(0, 200)} ${node.failureSummary?.slice(0, 300) ?? ""}`),
  );
}

describe("accessibility", () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world?.stop());

  it.each(PAGES)("axe finds nothing on %s at 390 and 1440 px in both themes", async (path) => {
    const { page, close } = await openWindow({ ...world, path, bypassCSP: true });
    const found: Record<string, string[]> = {};
    for (const { width, theme } of WINDOWS) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: theme });
      found[`${width} px, ${theme}`] = await violationsOf(page);
    }
    expect(Object.keys(found)).toHaveLength(4);
    expect(Object.entries(found).filter(([, violations]) => violations.length > 0)).toEqual([]);
    await close();
  });

  it.each(["light", "dark"] as const)("axe finds nothing in the explanation panel in the %s theme", async (theme) => {
    const cell = "trade.balance~VN~~2025-02~value";
    const { page, close } = await openWindow({ ...world, path: `/cp?giaithich=${cell}`, theme, bypassCSP: true });
    await page.getByRole("dialog").getByText("Xuất khẩu").first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
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
