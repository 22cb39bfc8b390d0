import { beforeAll, describe, expect, it } from "vitest";
import { openWindow, settled } from "./world/open-window.ts";
import { type SharedWorld, shareWorld } from "./world/share-world.ts";

const PAGES = [
  "/cp?manhinh=1",
  "/cp?giaithich=trade.balance~VN~~2025-02~value",
  "/bo/mof",
  "/tinh/MAU",
  "/nhom/gov.daily_monthly_ses?dv=cp&xem=bang",
  "/chi-so",
  "/chi-so/macro.cpi.yoy?dv=cp",
  "/chuong-trinh",
];

describe("the content policy", () => {
  let world: SharedWorld;
  beforeAll(async () => {
    world = await shareWorld();
  });

  it("is kept on every kind of page: no breach, no error, no request to another host", async () => {
    const { page, faults, close } = await openWindow({ ...world, path: "/cp" });
    for (const path of PAGES) {
      await page.goto(path);
      await settled(page);
      expect(faults, path).toEqual([]);
    }
    await close();
  });

  it("is sent with every page, without inline or evaluated scripts", async () => {
    for (const path of ["/", "/cp", "/api/v1/limits"]) {
      const policy = (await fetch(`${world.url}${path}`)).headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toMatch(/script-src 'self'(;|$)/);
      expect(policy).not.toContain("unsafe-eval");
    }
  });

  it("is noticed by these tests when broken", async () => {
    const { page, faults, close } = await openWindow({ ...world, path: "/cp" });
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "globalThis.ran = true";
      document.head.append(script);
    });
    await expect.poll(() => faults.some((fault) => fault.includes("content policy: script-src"))).toBe(true);
    expect(await page.evaluate(() => "ran" in globalThis)).toBe(false);
    await close();
  });
});
