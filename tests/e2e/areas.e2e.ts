import { beforeAll, describe, expect, it } from "vitest";
import { violationsInThemes } from "./world/axe-violations.ts";
import { openWindow, type Window, type WindowOptions } from "./world/open-window.ts";
import { type SharedWorld, shareWorld } from "./world/share-world.ts";

describe("former and present provinces on screen", () => {
  let world: SharedWorld;
  beforeAll(async () => {
    world = await shareWorld();
  });

  const visit = async (path: string, look: (window: Window) => Promise<void>, more: Partial<WindowOptions> = {}) => {
    const window = await openWindow({ ...world, path, ...more });
    try {
      await look(window);
      expect(window.faults).toEqual([]);
    } finally {
      await window.close();
    }
  };

  it("are two views of one indicator, in the address and kept while moving", async () => {
    await visit("/chi-so/pi.executed?dv=cp", async ({ page }) => {
      const sheet = page.locator("section.prov");
      await sheet.getByRole("link", { name: "34 tỉnh hiện nay" }).click();
      await page.waitForURL(/db=moi/);
      await sheet.getByText(/Chấm rỗng: số quy đổi/).waitFor();
      await sheet.getByRole("link", { name: "Đơn vị cũ, số gốc" }).click();
      await page.waitForURL(/db=cu/);
      await sheet.getByText("Bản đồ vẽ ranh giới các tỉnh, thành phố trước ngày 01/7/2025.").waitFor();
      expect(await sheet.locator("svg.map [role=option]").count()).toBe(63);
      await page.getByRole("link", { name: "Tổng quan" }).first().click();
      await page.waitForURL(/\/cp\?.*db=cu/);
      await page.goBack();
      await page.waitForURL(/pi\.executed.*db=cu/);
    });
  });

  it("mark recast values with how they came about, and list the others with what is missing", async () => {
    await visit("/chi-so/pi.executed?dv=tinh/33&db=moi", async ({ page }) => {
      const sheet = page.locator("section.prov");
      await sheet.getByText("Hưng Yên: hạng 3/8, 4,3 nghìn tỷ đồng").waitFor();
      await sheet.locator(".unranked summary").click();
      await sheet.getByText("thiếu số liệu của Bắc Giang (có Bắc Ninh)").waitFor();
      await sheet.getByRole("button", { name: "Xem bảng số liệu" }).click();
      const row = sheet.getByRole("row", { name: /Hưng Yên/ });
      expect(await row.innerText()).toMatch(/quy đổi: tổng của Hưng Yên và Thái Bình/);
      const head = await page.locator("section.ind-top").innerText();
      expect(head).toContain("Quy đổi: tổng của Hưng Yên và Thái Bình");
    });
  });

  it("say why an index cannot be recast and lead to the figures that were published", async () => {
    await visit("/chi-so/macro.ind_labour.index?dv=cp&db=moi", async ({ page }) => {
      const sheet = page.locator("section.prov");
      await sheet
        .getByText(/không gộp được nếu không có quyền số/)
        .first()
        .waitFor();
      await sheet.getByRole("link", { name: "Xem theo các đơn vị trước 01/7/2025" }).click();
      await page.waitForURL(/db=cu/);
      await sheet.getByText(/đủ 63\/63 tỉnh, thành phố/).waitFor();
    });
  });

  it("draw no map where a unit of the time has no shape, and order cases by what needs attention", async () => {
    await visit("/chi-so/epi.dengue.cases_month?dv=cp&db=cu&ky=2005-06", async ({ page }) => {
      const sheet = page.locator("section.prov");
      await sheet.getByText(/Không vẽ bản đồ kỳ này: Hà Tây/).waitFor();
      expect(await sheet.locator("svg.map").count()).toBe(0);
      await sheet.getByText(/đứng đầu là nơi cần chú ý/).waitFor();
      expect(await sheet.locator(".rank li").first().innerText()).toMatch(/Sóc Trăng[\s\S]*562/);
    });
  });

  it("name the line of a rate by what it covers", async () => {
    await visit("/chi-so/pi.executed_rate?dv=cp&db=cu", async ({ page }) => {
      expect(await page.locator("section.prov .axis").innerText()).toMatch(/Cả nước \(địa phương\)\s*8,64/);
    });
  });

  it.each([
    ["/chi-so/pi.executed?dv=cp&db=moi", "34 tỉnh hiện nay"],
    ["/chi-so/pi.executed?dv=cp&db=cu&ngonngu=en", "Former units, as published"],
    ["/nhom/gov.daily_monthly_ses?dv=cp&xem=xephang&cs=fdi.new_capital&db=moi&ngonngu=en", "34 present provinces"],
  ])("have no accessibility violation and fit a phone: %s", async (path, chosen) => {
    await visit(
      path,
      async ({ page }) => {
        const current = page.locator("section.prov .seg.links [aria-current]");
        await current.waitFor();
        expect(await current.innerText()).toContain(chosen);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
        expect(await violationsInThemes(page, { width: 390, within: "section.prov" })).toEqual({});
      },
      { width: 390, height: 844, bypassCSP: true },
    );
  });
});
