import { ASSESSMENTS } from "@bochiso/shared/i18n";
import { type CardModel, GOVERNMENT_SCOPE } from "@bochiso/shared/screen";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SeededScreens, seededScreens } from "./seeded-screens.ts";
import { MAU, page } from "./target-world.ts";

describe("the fictional province as it is seeded", () => {
  let screens: SeededScreens;
  let cards: CardModel[];
  beforeAll(async () => {
    screens = await seededScreens("everything");
    const { groups } = await screens.services.getOverview({ scope: MAU, period: null });
    const whole = await Promise.all(
      groups.map(({ code: group }) => screens.services.getGroup({ scope: MAU, period: null, group })),
    );
    for (const { group } of whole) {
      expect(groups.find(({ code }) => code === group.code)?.statusCounts, group.code).toEqual(group.statusCounts);
    }
    cards = whole.flatMap((group) => group.cards);
  });
  afterAll(() => screens?.close());

  it("has every status word somewhere, each with its reason", () => {
    expect(new Set(cards.map(({ progress }) => progress.status))).toEqual(new Set(ASSESSMENTS));
    for (const { progress } of cards) expect(progress.reason.vi.length).toBeGreaterThan(10);
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
  });
});
