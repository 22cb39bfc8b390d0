import { ASSESSMENTS } from "@bochiso/shared/i18n";
import { type CardModel, GOVERNMENT_SCOPE, type GroupBlock, ScopeId } from "@bochiso/shared/screen";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SeededScreens, seededScreens } from "./seeded-screens.ts";
import { anEntry, MAU, page, put } from "./target-world.ts";

describe("the fictional province as it is seeded", () => {
  let screens: SeededScreens;
  let cards: CardModel[];
  let counts: { page: GroupBlock["statusCounts"]; home: GroupBlock["statusCounts"] | undefined }[];
  beforeAll(async () => {
    screens = await seededScreens("everything");
    const { groups } = await screens.services.getOverview({ scope: MAU, period: null });
    const whole = await Promise.all(
      groups.map(({ code: group }) => screens.services.getGroup({ scope: MAU, period: null, group })),
    );
    counts = whole.map(({ group }) => ({
      page: group.statusCounts,
      home: groups.find(({ code }) => code === group.code)?.statusCounts,
    }));
    cards = whole.flatMap((group) => group.cards);
  });
  afterAll(() => screens?.close());

  it("counts on its home what its groups show", () => {
    for (const { page, home } of counts) expect(home).toEqual(page);
  });

  it("has every status word somewhere, each with its reason", () => {
    expect(new Set(cards.map(({ progress }) => progress.status))).toEqual(new Set(ASSESSMENTS));
    for (const { progress } of cards) expect(progress.reason.vi.length).toBeGreaterThan(10);
  });

  it("shows a mixture on its home screen, one headline indicator without a target at most", async () => {
    const home = await screens.services.getOverview({ scope: MAU, period: null });
    const completion = async (code: string) => (await page(screens.services, code)).assessment?.score;
    expect(home.cards.map(({ ref, progress }) => [ref.indicator, progress.status])).toEqual([
      ["prov.grdp.growth", "behind"],
      ["macro.iip.index_ytd", "on-track"],
      ["fin.revenue.rate", "on-track"],
      ["pi.executed_rate", "behind"],
      ["fdi.new_capital", "ahead"],
      ["macro.retail.value", "on-track"],
      ["psq.annual.total", "on-track"],
      ["cct.met_rate", "at-risk"],
      ["task.overdue_rate", "not-assessed"],
    ]);
    // Growth of 8.84 % of 9 %; 10/12 of 100 %; 75 % and a third of the last quarter's 25; 10/12 of 620; ten months of 77,000.
    expect(await completion("macro.iip.index_ytd")).toBeCloseTo(8.84 / 9, 6);
    expect(await completion("fin.revenue.rate")).toBeCloseTo(14632 / 17800 / (10 / 12), 6);
    expect(await completion("pi.executed_rate")).toBeCloseTo(76.64468085 / (75 + 25 / 3), 6);
    expect(await completion("fdi.new_capital")).toBeCloseTo(568.9 / ((620 * 10) / 12), 6);
    expect(await completion("macro.retail.value")).toBeCloseTo(63_215 / ((77_000 * 10) / 12), 6);
    // 18 of 27 targets against eleven twelfths of 92.6 %; growth of 6.00 % a year of the 5.28 % needed.
    expect(await completion("cct.met_rate")).toBeCloseTo(((18 / 27) * 100) / ((92.6 * 11) / 12), 6);
    const yearly = (to: number, years: number) => (to / 59.28) ** (1 / years) - 1;
    expect(await completion("psq.annual.total")).toBeCloseTo(yearly(70.6, 3) / yearly(85, 7), 6);
  });

  it("uses every method of assessment, and every pace as it was asked for or with the reason why not", async () => {
    const codes = ["trade.export.value", "env.aqi", "agri.pig", "env.forest_cover", "bank.credit.balance"];
    const pages = await Promise.all(codes.map((code) => page(screens.services, code)));
    expect(pages.map(({ assessment }) => assessment?.method)).toEqual([
      "plan-completion@1",
      "threshold-bands@1",
      "range@1",
      "required-growth@1",
      "direction@1",
    ]);
    const paces = await Promise.all(
      ["tour.revenue", "tour.stay", "pi.rate"].map((code) => page(screens.services, code)),
    );
    expect(paces.map(({ target }) => [target?.pace.asked, target?.pace.used])).toEqual([
      ["seasonal", "seasonal"],
      ["seasonal", "linear"],
      ["custom", "custom"],
    ]);
    expect(paces[1]?.target?.pace.note?.vi).toContain("chỉ có 1/3 năm đủ số liệu");
  });

  it("computes what stands on a target: the share of social housing, the lag behind schedule", async () => {
    const value = async (code: string) => (await page(screens.services, code)).card.value;
    expect(await value("soc.social_housing_rate")).toMatchObject({ kind: "number" });
    expect(await value("kp.schedule_gap")).toMatchObject({ kind: "number" });
  });

  it("leaves every real place without targets", async () => {
    const real = await screens.services.getOverview({ scope: GOVERNMENT_SCOPE, period: null });
    expect(real.cards.filter(({ plan }) => plan !== null)).toEqual([]);
    expect(real.comparison?.target).toBeNull();
  });

  it("draws the goal of the nation through a comparison, and of a province through its own", async () => {
    const code = "psq.annual.total";
    const assign = (area: string, value: number) =>
      put(
        screens,
        anEntry({ id: `t-${area}`, indicator: code, area, goal: { kind: "value", value } }, { unit: "points" }),
      );
    const lineOf = async (scope: string) => {
      const { comparison } = await screens.services.getOverview({ scope: ScopeId.parse(scope), period: "2026" });
      return comparison?.indicator === code ? comparison.target : comparison?.indicator;
    };
    expect(await assign("VN", 90)).toMatchObject({ kind: "stored" });
    expect(await assign("24", 85)).toMatchObject({ kind: "stored" });
    expect(await lineOf("cp")).toEqual({ label: { vi: "Chỉ tiêu cả nước", en: "National target" }, value: 90 });
    expect(await lineOf("tinh/24")).toMatchObject({ label: { vi: "Chỉ tiêu Bắc Ninh" }, value: 85 });
    expect(await lineOf("tinh/01")).toMatchObject({ value: 90 });
  });
});
