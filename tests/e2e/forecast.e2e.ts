import { beforeAll, describe, expect, it } from "vitest";
import { openWindow, type Window } from "./world/open-window.ts";
import { type SharedWorld, shareWorld } from "./world/share-world.ts";

describe("forecasts and formulas", () => {
  let world: SharedWorld;
  beforeAll(async () => {
    world = await shareWorld();
  });

  const visit = async (path: string, look: (window: Window) => Promise<void>, width = 1440) => {
    const window = await openWindow({ ...world, path, width });
    try {
      await look(window);
      expect(window.faults).toEqual([]);
    } finally {
      await window.close();
    }
  };

  it("a forecast says where the figures end, with interval, year, errors and grounds", async () => {
    await visit("/chi-so/trade.export.value?dv=cp", async ({ page }) => {
      const sheet = page.getByRole("region", { name: "Dự báo từ số liệu đến tháng 02/2025" });
      await sheet.waitFor();
      const text = await sheet.innerText();
      expect(text).toContain("đây là dự báo, không phải số liệu công bố");
      expect(text).toMatch(/Ước cả năm 2025\s+\d{3},\d{2} tỷ USD/);
      expect(text).toMatch(/Sai số bình quân khi kiểm định lùi: \d+,\d{2} tỷ USD; lấy số cùng kỳ: \d+,\d{2} tỷ USD/);
      expect(text).toMatch(/Từ tháng \d{2}\/\d{4} đến tháng 02\/2025, \d+ kỳ/);
      expect(await sheet.locator("table tbody tr").count()).toBe(12);
      await sheet.locator("svg .ch-fan .recharts-area-area").first().waitFor();
      // The published series itself ends where it ended.
      expect(await page.locator("section.ind-trend").innerText()).not.toMatch(/03\/2025/);
    });
  });

  it("a year-to-date forecast starts again in January", async () => {
    await visit("/chi-so/trade.export.value_ytd?dv=cp&ngonngu=en", async ({ page }) => {
      const sheet = page.getByRole("region", { name: "Forecast from figures up to February 2025" });
      await sheet.locator("svg .ch-fan .recharts-area-area").first().waitFor();
      expect(await sheet.locator("svg .ch-fan .recharts-area-area").count()).toBe(2);
    });
  });

  it("where there is none, one line says why", async () => {
    await visit("/chi-so/trade.balance?dv=cp", async ({ page }) => {
      const line = page.getByText(/^Không có dự báo\./);
      await line.waitFor();
      expect(await line.innerText()).toMatch(/không tốt hơn cách lấy số cùng kỳ năm trước.*Sai số chuẩn hóa \d,\d{2}/);
    });
  });

  it("on a phone the forecast stays within the screen", async () => {
    await visit(
      "/chi-so/trade.export.value?dv=cp",
      async ({ page }) => {
        await page.locator(".ind-forecast svg .ch-fan").first().waitFor();
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      },
      390,
    );
  });

  it("a formula is reached from its definition, read, completed, checked and computed", async () => {
    await visit("/chi-so/trade.balance?dv=cp", async ({ page }) => {
      await page.getByRole("link", { name: "Cách đọc và thử công thức" }).click();
      await page.waitForURL(/\/cong-thuc\?.*ct=trade\.export\.value/);
      await page.getByText("Công thức hợp lệ").waitFor();
      await page.getByRole("button", { name: "Tính thử" }).click();
      const result = page.getByRole("region", { name: "Kết quả tính thử" });
      await result.waitFor();
      const text = await result.innerText();
      expect(text).toContain("−1.550 triệu USD");
      expect(text).toContain("31.109 triệu USD");
      const box = page.getByRole("textbox", { name: "Công thức" });
      await box.fill("");
      await box.pressSequentially("yoy(xuat khau hang");
      await page.getByRole("listbox", { name: "Gợi ý" }).waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      expect(await box.inputValue()).toBe("yoy(trade.export.value");
      await page.getByText("1 chỗ cần sửa").waitFor();
      await page.keyboard.type(")");
      await page.getByText("tốc độ tăng so với cùng kỳ năm trước của Kim ngạch xuất khẩu hàng hóa").waitFor();
    });
  });

  it("a formula is a link: its fault stands at its place, with the nearest name", async () => {
    await visit("/cong-thuc?ct=trade.exprot.value", async ({ page }) => {
      await page.getByRole("button", { name: "Thay bằng trade.export.value" }).click();
      await page.getByText("Công thức hợp lệ").waitFor();
      await page.waitForURL(/ct=trade\.export\.value/);
    });
  });
});
