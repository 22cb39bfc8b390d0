import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { chromiumPath, launchChromium } from "./chromium.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
}, 60_000);
afterAll(() => browser.close());

it("renders a page with Vietnamese text in a real browser", async () => {
  const page = await browser.newPage();
  await page.setContent("<h1>Bộ chỉ số phục vụ chỉ đạo, điều hành</h1>");
  expect(await page.getByRole("heading").innerText()).toBe("Bộ chỉ số phục vụ chỉ đạo, điều hành");
});

it("prefers the browser named by the environment", () => {
  expect(chromiumPath({ BOCHISO_CHROMIUM: process.execPath })).toBe(process.execPath);
});
