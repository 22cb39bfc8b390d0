import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violationsInWindows } from "./world/axe-violations.ts";
import { openWindow, type Window } from "./world/open-window.ts";
import { startWorld, type World } from "./world/start-world.ts";

const ENTRY = "/nguon-du-lieu/mof.customs/nhap-tay?kn=2025-03";
const FILE = "/nguon-du-lieu/mof.customs/tai-tep?kn=2025-03";

const value = (page: Page, indicator: string) =>
  page.getByRole("textbox", { name: `${indicator}: Giá trị`, exact: true });
const EXPORTS = "Kim ngạch xuất khẩu hàng hóa";
const IMPORTS = "Kim ngạch nhập khẩu hàng hóa";

/** Who acts, as the form asks. */
async function state(page: Page): Promise<void> {
  await page.getByLabel("Họ và tên").fill("Lê Thị Nhập");
  await page.getByLabel("Chức vụ, đơn vị").fill("Chuyên viên");
}

/** As a spreadsheet puts a column on the clipboard. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData("text/plain", pasted);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

describe("entry by hand and files", () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world?.stop());

  const visit = async (path: string, look: (window: Window) => Promise<void>, options = {}) => {
    const window = await openWindow({ ...world, path, ...options });
    try {
      await look(window);
      expect(window.faults).toEqual([]);
    } finally {
      await window.close();
    }
  };

  const stored = async (indicator: string) => {
    const observations = await world.api.observations({ indicator, area: "VN", from: "2025-03", to: "2025-03" });
    return observations
      .filter(({ breakdown }) => Object.keys(breakdown).length === 0)
      .map(({ valueText }) => valueText);
  };

  it("tells numbers back, asks which of two was meant, previews and saves with a receipt", async () => {
    await visit(ENTRY, async ({ page }) => {
      await value(page, EXPORTS).fill("38.512");
      await page.getByText("Ý là số nào?").waitFor();
      await page.getByRole("button", { name: /^38\.512 .*ba mươi tám nghìn năm trăm mười hai/ }).click();
      await value(page, IMPORTS).fill("36.888,4");
      await page.getByText("36.888,4 triệu USD").first().waitFor();
      await page.getByRole("button", { name: "Xem trước" }).click();
      const preview = page.locator("#xem-truoc");
      await preview.waitFor();
      expect(await preview.innerText()).toMatch(/2\s*số thêm mới/);
      expect(await stored("trade.export.value")).toEqual([]);
      await page.getByRole("button", { name: "Lưu 2 giá trị" }).click();
      await page.getByText("Ghi họ và tên").waitFor();
      await state(page);
      await page.getByRole("button", { name: "Lưu 2 giá trị" }).click();
      await page.locator("#da-luu").getByText("Biên nhận").waitFor();
      expect(await stored("trade.export.value")).toEqual(["38512"]);
      expect(await stored("trade.import.value")).toEqual(["36888.4"]);
    });
  });

  it("moves and pastes like a spreadsheet, and loses nothing on an error, a reload or on leaving", async () => {
    await visit(`${ENTRY}&loc=tat-ca`, async ({ page }) => {
      const fields = page.locator('[data-column="typed"]');
      await fields.nth(0).focus();
      await page.keyboard.type("1.5");
      await page.keyboard.press("Enter");
      expect(await fields.nth(1).evaluate((field) => field === document.activeElement)).toBe(true);
      await paste(page, "12,5\r\nabc\r\n");
      expect([await fields.nth(1).inputValue(), await fields.nth(2).inputValue()]).toEqual(["12,5", "abc"]);
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowRight");
      expect(await page.evaluate(() => document.activeElement?.getAttribute("data-column"))).toBe("status");
      await page.getByText("1 ô cần xem lại").waitFor();
      await page.getByRole("link", { name: "Tải tệp lên" }).click();
      const asked = page.getByRole("dialog", { name: "Còn giá trị chưa lưu" });
      await asked.getByRole("button", { name: "Ở lại" }).click();
      await asked.waitFor({ state: "detached" });
      await page.getByRole("link", { name: "Tải tệp lên" }).click();
      await asked.getByRole("button", { name: /Rời trang/ }).click();
      await page.getByRole("heading", { name: /Tải tệp số liệu/ }).waitFor();
      await page.goBack();
      await expect.poll(() => fields.nth(2).inputValue()).toBe("abc");
      await page.getByRole("button", { name: "Xóa các ô đã nhập" }).click();
      await page.getByText("Chưa nhập giá trị nào").waitFor();
    });
  });

  it("a CSV is read, told about, previewed, and stored only when saved", async () => {
    await visit(FILE, async ({ page }) => {
      const text =
        "Báo cáo;;;;\nindicator;area;period;value;Nguồn\ntrade.export.value;VN;2025-04;37.434,1;biểu\n" +
        "trade.import.value;VN;2025-04;36.868,2*;biểu\ntrade.exportt.value;VN;2025-04;1;biểu\nGhi chú: số sơ bộ;;;;\n";
      await page.setInputFiles("input[type=file]", {
        name: "hai-quan.csv",
        mimeType: "text/csv",
        buffer: Buffer.from(text),
      });
      const reading = page.locator("#doc-tep");
      await reading.waitFor();
      const told = await reading.innerText();
      expect(told).toMatch(/Không đọc được\s+D4[\s\S]*“36\.868,2\*” không phải là số/);
      expect(told).toMatch(/Nguồn[\s\S]*Ghi chú: số sơ bộ/);
      const preview = page.locator("#xem-truoc");
      expect(await preview.innerText()).toMatch(/D5 · trade\.exportt\.value[\s\S]*trade\.export\.value/);
      await page.getByLabel("Bỏ qua 1 dòng lỗi, chỉ lưu các dòng đúng").check();
      await state(page);
      await page.getByRole("button", { name: "Lưu 1 giá trị" }).click();
      await page.locator("#da-luu").waitFor();
    });
    const observations = await world.api.observations({
      indicator: "trade.export.value",
      area: "VN",
      from: "2025-04",
      to: "2025-04",
    });
    expect(observations.map(({ valueText }) => valueText)).toEqual(["37434.1"]);
  });

  it("the template comes down as a spreadsheet and is known again", async () => {
    await visit(FILE, async ({ page }) => {
      const coming = page.waitForEvent("download");
      await page.getByRole("button", { name: "Tải mẫu .xlsx" }).click();
      const download = await coming;
      expect(download.suggestedFilename()).toBe("mau-mof.customs-2025-03.xlsx");
      const buffer = readFileSync(await download.path());
      await page.setInputFiles("input[type=file]", { name: "mau.xlsx", mimeType: "application/octet-stream", buffer });
      await page.getByText("Mẫu chưa có giá trị nào.").waitFor();

      const own = `Chỉ tiêu;ĐVT;Tháng 1/2025;Tháng 2/2025\nI. Thương mại;;;\n${EXPORTS};triệu USD;33.191,5;31.109,4\n`;
      await page.setInputFiles("input[type=file]", {
        name: "bieu.csv",
        mimeType: "text/csv",
        buffer: Buffer.from(own),
      });
      await page.getByLabel("Địa phương của cả bảng").selectOption("VN");
      await page.getByRole("button", { name: "Đọc bảng theo cách này" }).click();
      expect(await page.locator("#doc-tep").innerText()).toMatch(/2 dòng số liệu[\s\S]*“I\. Thương mại”/);
      await page.locator("#xem-truoc").getByText("Tháng 02/2025").first().waitFor();
    });
  });

  it.each([
    ["grid", `${ENTRY}&loc=tat-ca`],
    ["file page", FILE],
  ])("axe finds nothing on the %s at 390 and 1440 px in both themes", async (_what, path) => {
    const look = async ({ page }: Window) => expect(await violationsInWindows(page)).toEqual({});
    await visit(path, look, { bypassCSP: true });
  });
});
