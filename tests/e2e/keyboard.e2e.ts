import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { openWindow } from "./world/open-window.ts";
import { type SharedWorld, shareWorld } from "./world/share-world.ts";

const MOST_STOPS = 80;

/** What has the focus, as a screen reader would name it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return {
      name: element?.getAttribute("aria-label") ?? element?.textContent?.trim() ?? "",
      href: element?.getAttribute("href") ?? "",
      id: element?.id ?? "",
    };
  });

async function tabTo(page: Page, reached: (focus: { name: string; href: string }) => boolean) {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press("Tab");
    const focus = await focused(page);
    if (reached(focus)) return focus;
  }
  throw new Error(`Not reached within ${MOST_STOPS} stops; the last was ${JSON.stringify(await focused(page))}`);
}

describe("with the keyboard alone", () => {
  let world: SharedWorld;
  beforeAll(async () => {
    world = await shareWorld();
  });

  it("one skips to the content, opens an explanation, closes it and is back at the number", async () => {
    const { page, faults, close } = await openWindow({ ...world, path: "/cp" });
    await page.keyboard.press("Tab");
    expect((await focused(page)).name).toBe("Tới nội dung chính");
    const skip = page.locator("a.skip");
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await focused(page)).id).toBe("noi-dung");

    const number = await tabTo(page, ({ href }) => href.includes("giaithich=trade.balance") && href.endsWith("value"));
    expect(number.name).toMatch(/\d/);
    await page.keyboard.press("Enter");
    const panel = page.getByRole("dialog", { name: "Vì sao có số này" });
    await panel.getByText("xuất khẩu").first().waitFor();
    expect(await panel.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
    for (let stop = 0; stop < 12; stop++) {
      await page.keyboard.press("Tab");
      const outside = await page.evaluate(() => {
        const element = document.activeElement;
        return element !== null && element !== document.body && element.closest("dialog") === null;
      });
      expect(outside).toBe(false);
    }
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
    await expect.poll(async () => (await focused(page)).href).toContain("giaithich=trade.balance");
    expect(faults).toEqual([]);
    await close();
  });

  it("one changes the scope and finds a province in the map", async () => {
    const { page, faults, close } = await openWindow({ ...world, path: "/cp" });
    await tabTo(page, ({ name }) => name.startsWith("Phạm vi:"));
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await focused(page)).name).toBe("Tìm bộ, tỉnh, thành phố");
    await page.keyboard.press("Escape");
    await expect.poll(async () => (await focused(page)).name).toMatch(/^Phạm vi:/);
    await page.keyboard.press("Enter");
    await page.keyboard.type("ca mau");
    await page.keyboard.press("ArrowDown");
    expect((await focused(page)).name).toContain("Cà Mau");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/tinh/96");
    await page.getByRole("heading", { level: 1, name: /Cà Mau/ }).waitFor();

    const map = page.getByRole("listbox", { name: /Bản đồ 34/ });
    await map.focus();
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => map.getAttribute("aria-activedescendant")).toMatch(/\d\d$/);
    const chosen = await map.getAttribute("aria-activedescendant");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname !== "/tinh/96" && url.pathname.endsWith(chosen?.slice(-2) ?? "?"));
    expect(faults).toEqual([]);
    await close();
  });

  it("one always sees where one is: the focus has an outline and is not under a bar", async () => {
    const { page, close } = await openWindow({ ...world, path: "/cp", width: 390, height: 844 });
    for (let stop = 0; stop < 40; stop++) {
      await page.keyboard.press("Tab");
      const seen = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === null || element === document.body) return { outline: true, covered: false, what: "" };
        const style = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1);
        const y = box.top + box.height / 2;
        const top = document.elementFromPoint(x, y);
        const hit = top === null || element.contains(top) || top.contains(element);
        return {
          outline: style.outlineStyle !== "none" || style.boxShadow !== "none",
          covered: y < 0 || y > innerHeight || !hit,
          what: element.outerHTML.slice(0, 160),
        };
      });
      expect(seen).toMatchObject({ outline: true, covered: false });
    }
    await close();
  });
});
