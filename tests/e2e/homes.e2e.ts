import { beforeAll, describe, expect, it } from "vitest";
import { openWindow, settled, type Window } from "./world/open-window.ts";
import { type SharedWorld, shareWorld } from "./world/share-world.ts";

const SIMULATED = "Số liệu mô phỏng";

describe("the homes of the three levels", () => {
  let world: SharedWorld;
  beforeAll(async () => {
    world = await shareWorld();
  });

  const visit = async (path: string, look: (window: Window) => Promise<void>, width?: number) => {
    const window = await openWindow({ ...world, path, ...(width === undefined ? {} : { width }) });
    try {
      await look(window);
      expect(window.faults).toEqual([]);
    } finally {
      await window.close();
    }
  };

  it.each([
    { path: "/cp", name: "Chính phủ", publisher: "Cục Thống kê" },
    { path: "/bo/mof", name: "Bộ Tài chính", publisher: "Cục Thống kê" },
    { path: "/tinh/01", name: "Hà Nội", publisher: "Cổng Dịch vụ công quốc gia" },
  ])("$path shows real figures of $name with publisher, period and age", async ({ path, name, publisher }) => {
    await visit(path, async ({ page }) => {
      expect(await page.locator("main h1").first().innerText()).toContain(name);
      const cards = page.locator("article.card");
      expect(await cards.count()).toBeGreaterThanOrEqual(5);
      const filled = cards.filter({ has: page.locator("a.explain") });
      const sourced = filled.filter({ hasText: publisher });
      expect(await sourced.count()).toBeGreaterThan(0);
      const text = await sourced.first().innerText();
      expect(text).toMatch(/\d/);
      expect(text).toMatch(/(Tháng|tháng|Năm|năm|Quý|quý) /);
      expect(text).toMatch(/\((mới đây|vừa xong|.*(giây|phút|giờ|ngày|tháng|năm).*)\)/);
      expect(await page.getByText(/Không đánh giá|Chưa đánh giá/).count()).toBeGreaterThan(0);
      expect(await page.locator("main section.grp").count()).toBeGreaterThanOrEqual(3);
      expect(await page.locator("main").innerText()).not.toContain(SIMULATED);
    });
  });

  it("say in the fictional province beside every value that it is simulated", async () => {
    await visit("/tinh/MAU", async ({ page }) => {
      const cards = page.locator("article.card");
      const count = await cards.count();
      expect(count).toBeGreaterThan(0);
      expect(await cards.filter({ hasText: SIMULATED }).count()).toBe(count);
      const rows = page.locator("ul.rows > li");
      expect(await rows.count()).toBeGreaterThan(10);
      expect(await rows.filter({ hasText: SIMULATED }).count()).toBe(await rows.count());
      expect(await page.locator("main h1").first().innerText()).toContain(SIMULATED);
      const sentences = await cards.locator("p.vh").allTextContents();
      expect(sentences.filter((sentence) => !sentence.startsWith(SIMULATED))).toEqual([]);
    });
  });

  it("draw the 34 provinces with Hoàng Sa and Trường Sa, in the picture and in its text", async () => {
    await visit("/cp", async ({ page }) => {
      const map = page.getByRole("listbox", { name: /Bản đồ 34 tỉnh, thành phố/ });
      await map.scrollIntoViewIfNeeded();
      await map.locator("[data-inset=hoang-sa]").waitFor();
      expect(await map.getByRole("option").count()).toBe(34);
      expect(await map.getAttribute("aria-label")).toMatch(/Hoàng Sa.*Đà Nẵng.*Trường Sa.*Khánh Hòa/);
      for (const [inset, label] of [
        ["hoang-sa", "Hoàng Sa"],
        ["truong-sa", "Trường Sa"],
      ] as const) {
        const frame = map.locator(`[data-inset=${inset}]`);
        const box = await frame.boundingBox();
        expect(box?.width).toBeGreaterThan(8);
        expect(box?.height).toBeGreaterThan(8);
        expect(await frame.locator("circle").count()).toBeGreaterThan(0);
        expect(await frame.textContent()).toContain(label);
      }
      expect(await map.textContent()).toContain("Biển Đông");

      await page.getByRole("button", { name: "Ô lưới" }).click();
      const tiles = page.getByRole("listbox", { name: /Lưới 34 ô/ });
      await tiles.locator("[data-inset=truong-sa]").waitFor();
      expect(await tiles.getAttribute("aria-label")).toMatch(/Hoàng Sa.*Trường Sa/);
    });
  });

  it("have the same comparison as a table for those who read rather than look", async () => {
    await visit("/cp", async ({ page }) => {
      await page.getByRole("button", { name: "Xem bảng số liệu" }).first().click();
      const table = page.locator("section.prov table").first();
      expect(await table.locator("tbody tr").count()).toBe(34);
      expect(await table.textContent()).toContain("68,32");
    });
  });

  it("open the explanation of a number, down to the submission it came in", async () => {
    await visit("/cp", async ({ page }) => {
      const card = page.locator("article.card").filter({ has: page.locator('h3 a[href*="/chi-so/trade.balance"]') });
      expect(await card.locator("p.val a.explain").innerText()).toMatch(/^−1,55\s*tỷ USD/u);
      await card.locator("p.val a.explain").click();
      const panel = page.getByRole("dialog", { name: "Vì sao có số này" });
      await panel.getByText("xuất khẩu").first().waitFor();
      expect(page.url()).toContain("giaithich=trade.balance");
      const text = await panel.innerText();
      expect(text).toContain("nhập khẩu");
      expect(text).toContain("Cục Thống kê");
      expect(text).toMatch(/lượt gửi/);
      expect(text).toContain("−1.550 triệu USD");
      expect(text).toContain("31.109 triệu USD");
      await panel.getByRole("button", { name: /Đóng/ }).click();
      await panel.waitFor({ state: "detached" });
      expect(page.url()).not.toContain("giaithich");
    });
  });

  it("follow the scope from the switch and the language from the address", async () => {
    await visit("/cp", async ({ page }) => {
      await page.getByRole("button", { name: /^Phạm vi:/ }).click();
      await page.getByRole("searchbox", { name: "Tìm bộ, tỉnh, thành phố" }).fill("dak lak");
      await page.locator(".scopes").getByRole("link", { name: "Đắk Lắk" }).click();
      await page.waitForURL("**/tinh/66");
      await page.getByRole("heading", { level: 1, name: /Đắk Lắk/ }).waitFor();

      await page.getByRole("link", { name: "English" }).first().click();
      await page.waitForURL(/ngonngu=en/);
      await page.getByRole("heading", { level: 1, name: /latest period of each indicator/ }).waitFor();
      expect(await page.locator("html").getAttribute("lang")).toBe("en");
      expect(await page.getByRole("navigation").first().innerText()).toContain("Overview");
      await page.getByRole("link", { name: "Tiếng Việt" }).first().click();
      await page.getByRole("heading", { level: 1, name: /kỳ mới nhất/ }).waitFor();
      expect(await page.locator("html").getAttribute("lang")).toBe("vi");
    });
  });

  it("and the pages behind them fit 320 px without scrolling sideways", async () => {
    const paths = ["/cp", "/tinh/01", "/nhom/gov.daily_monthly_ses?dv=cp", "/chi-so/trade.export.yoy?dv=cp"];
    const look = async ({ page }: Window) => {
      for (const path of paths) {
        await page.goto(path);
        await settled(page);
        const { scroll, client } = await page.evaluate(() => ({
          scroll: document.documentElement.scrollWidth,
          client: document.documentElement.clientWidth,
        }));
        expect(scroll, path).toBeLessThanOrEqual(client);
        expect(client).toBe(320);
      }
    };
    await visit("/bo/mof", look, 320);
  });

  it("fill a wall without scrolling, with clock, scope, period and connection always there", async () => {
    await visit("/cp?manhinh=1", async ({ page }) => {
      await page.setViewportSize({ width: 1920, height: 1080 });
      await page.locator("article.wc").first().waitFor();
      const cards = await page.locator("article.wc").count();
      expect(cards).toBeGreaterThan(4);
      expect(cards).toBeLessThanOrEqual(12);
      const head = await page.locator("header").first().innerText();
      expect(head).toContain("Chính phủ");
      expect(head).toMatch(/\d\d:\d\d/);
      expect(head).toMatch(/\d+\/20\d\d/);
      await page.getByText("Trực tuyến").first().waitFor();
      const scrolls = await page.evaluate(
        () => document.documentElement.scrollHeight > innerHeight || document.documentElement.scrollWidth > innerWidth,
      );
      expect(scrolls).toBe(false);
    });
  });

  it("say honestly of the entries that are not built yet what will be there", async () => {
    await visit("/nhiem-vu?dv=cp", async ({ page }) => {
      expect(await page.locator("main").innerText()).toMatch(/chưa/i);
    });
  });
});
