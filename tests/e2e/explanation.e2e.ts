import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violationsOf } from "./world/axe-violations.ts";
import { openWindow, type Window } from "./world/open-window.ts";
import { startWorld, type World } from "./world/start-world.ts";

const MONTH = "2025-03";
const RECAST = "/chi-so/fdi.new_capital?dv=tinh/24&giaithich=fdi.new_capital~24~~2025-01~value";
const ROLL_UP = "/cp?giaithich=fdi.new_capital~VN~~2025-01~value~~computed";
const FORMULA = "/cp?giaithich=trade.balance~VN~~2025-02~value";

describe("explanations", () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world?.stop());

  const visit = async (path: string, look: (window: Window) => Promise<void>, width = 1440, bypassCSP = false) => {
    const window = await openWindow({ ...world, path, width, bypassCSP });
    try {
      await look(window);
      expect(window.faults).toEqual([]);
    } finally {
      await window.close();
    }
  };
  const panelOf = async ({ page }: Window, title = "Vì sao có số này") => {
    const panel = page.getByRole("dialog", { name: title });
    await panel.locator(".ex-value").waitFor();
    return panel;
  };

  it("show the number as on the card and the formula in the units it works in", async () => {
    await visit(FORMULA, async (window) => {
      const text = await (await panelOf(window)).innerText();
      expect(text).toContain("−1,55 tỷ USD");
      expect(text).toMatch(/31\.109 triệu USD\s+−[\s\S]*32\.659 triệu USD[\s\S]*hiển thị là −1,55 tỷ USD/);
      expect(text).toMatch(/nhận .+\(/);
    });
  });

  it("are read with the keyboard: open and close branches with the arrows, leave with Escape", async () => {
    await visit(FORMULA, async (window) => {
      const panel = await panelOf(window);
      const heading = panel.locator("summary").first();
      await heading.focus();
      await window.page.keyboard.press("ArrowLeft");
      expect(await panel.locator("details").first().getAttribute("open")).toBeNull();
      await window.page.keyboard.press("ArrowRight");
      expect(await panel.locator("details").first().getAttribute("open")).not.toBeNull();
      await window.page.keyboard.press("Escape");
      await panel.waitFor({ state: "detached" });
    });
  });

  it("of a present province tell the former ones that it was recast from", async () => {
    await visit(RECAST, async (window) => {
      const text = await (await panelOf(window)).innerText();
      expect(text).toContain("Cộng số liệu của 2 đơn vị trước sáp nhập");
      expect(text).toContain("Bắc Giang (trước sáp nhập)");
      expect(text).toContain("Bắc Ninh (trước sáp nhập)");
      expect(text).toContain("số của đơn vị cũ");
    });
  });

  it("of a national figure tell the coverage, the missing provinces first, and all of them when asked", async () => {
    await visit(ROLL_UP, async (window) => {
      const panel = await panelOf(window);
      expect(await panel.innerText()).toContain("20/63 tỉnh, thành phố có số liệu");
      const parts = panel.locator(".ex-tree > li");
      expect(await parts.first().innerText()).toContain("chưa có số liệu gửi đến");
      const listed = await parts.count();
      expect(listed).toBeLessThan(63);
      await panel.getByRole("button", { name: "Hiện tất cả" }).click();
      await expect.poll(() => parts.count()).toBe(63);
    });
  });

  it("speak English too", async () => {
    await visit(`${ROLL_UP}&ngonngu=en`, async (window) => {
      const text = await (await panelOf(window, "Why this number")).innerText();
      expect(text).toContain("20 of 63 provinces have figures");
      expect(text).toContain("Show all");
    });
  });

  it("as of an earlier moment are reached from the revisions and lead back to the present", async () => {
    const push = async (value: number, status: string) => {
      const row = { indicator: "trade.export.value", area: "VN", period: MONTH, value, status };
      const answer = await world.api.submit({
        key: world.keyOf("mof.customs"),
        idempotencyKey: `explanation-${value}`,
        body: { feed: "mof.customs", source: { publisher: "mof.nso", document: "Biểu 03/2025" }, observations: [row] },
      });
      expect(answer.status, answer.text).toBe(201);
    };
    await push(38_000, "E");
    await push(39_000, "P");
    await visit("/chi-so/trade.export.value?dv=cp", async (window) => {
      const { page } = window;
      await page.getByRole("link", { name: "Số liệu tại thời điểm này" }).first().click();
      const panel = await panelOf(window);
      expect(await panel.getByRole("note").innerText()).toContain("Số liệu tại thời điểm");
      expect(await panel.locator(".ex-value").innerText()).toContain("38");
      await panel.getByRole("link", { name: "Xem số liệu hiện nay" }).click();
      await panel.getByRole("note").waitFor({ state: "detached" });
      await expect.poll(() => panel.locator(".ex-value").innerText()).toContain("39");
    });
  });

  it.each([FORMULA, RECAST, ROLL_UP])("fit 390 px and pass axe: %s", async (path) => {
    await visit(
      path,
      async (window) => {
        const { page } = window;
        await panelOf(window);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide).toBeLessThanOrEqual(0);
        const panelWide = await page.locator(".side").evaluate((side) => side.scrollWidth - side.clientWidth);
        expect(panelWide).toBeLessThanOrEqual(0);
        expect(await violationsOf(page, { within: ".side" })).toEqual([]);
      },
      390,
      true,
    );
  });
});
