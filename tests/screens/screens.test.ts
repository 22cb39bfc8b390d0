import { loadCatalogue } from "@bochiso/seed/catalogue";
import { AreaCode } from "@bochiso/shared/area";
import { IndicatorCode } from "@bochiso/shared/indicator";
import type { PeriodType } from "@bochiso/shared/period";
import { type CardModel, type ExplanationNode, type OverTimeModel, ScopeId } from "@bochiso/shared/screen";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FactsOf, replayExplanation } from "../support/independent-evaluator/replay-explanation.ts";
import { publishedRows } from "../support/publication/mapping.ts";
import { type SeededScreens, seededScreens } from "./seeded-screens.ts";

const scope = (id: string) => ScopeId.parse(id);
const definitions = new Map(loadCatalogue().map((each) => [String(each.code), each]));
const factsOf: FactsOf = (code) => {
  const found = definitions.get(code);
  if (found === undefined) throw new Error(`no definition of ${code}`);
  return { period: found.periodType, timeRule: found.aggregation.time, breaks: found.breaks };
};

/** A figure as the publisher printed it. */
function printed(file: string, where: Record<string, string>, column: string): number {
  const row = publishedRows(file).find((each) =>
    Object.entries(where).every(([name, value]) => each[name]?.startsWith(value)),
  );
  if (row === undefined) throw new Error(`no row ${JSON.stringify(where)} in ${file}`);
  return Number(row[column]);
}

function cardOf(cards: readonly CardModel[], indicator: string): CardModel {
  const found = cards.find(({ ref }) => ref.indicator === indicator);
  if (found === undefined) throw new Error(`no card of ${indicator}`);
  return found;
}

function numberOf({ value }: CardModel): number {
  return value.kind === "number" ? value.value : Number.NaN;
}

describe("the screens of the seeded system", () => {
  let screens: SeededScreens;
  beforeAll(async () => {
    screens = await seededScreens("everything");
  });
  afterAll(() => screens?.close());

  const overview = (id: string, period: string | null = null) =>
    screens.services.getOverview({ scope: scope(id), period });

  it.each([null, "2025-02", "2019-05", "2009-01"])("count in each group what its page shows for %s", async (period) => {
    const { groups } = await overview("cp", period);
    for (const { code, withData } of groups) {
      const { cards } = await screens.services.getGroup({ scope: scope("cp"), group: code, period });
      expect([code, withData]).toEqual([code, cards.filter(({ value }) => value.kind === "number").length]);
    }
  });

  describe("of the Government", () => {
    it("shows the figures of February 2025 as they were published", async () => {
      const { cards } = await overview("cp");
      const month = { period: "2025-02" };
      const cpi = { ...month, item_vi: "CHỈ SỐ GIÁ TIÊU DÙNG" };
      const exports_ = printed(
        "nso_trade_monthly.csv",
        { ...month, flow: "export", item_vi: "TỔNG TRỊ GIÁ" },
        "month_musd",
      );
      const imports = printed(
        "nso_trade_monthly.csv",
        { ...month, flow: "import", item_vi: "TỔNG TRỊ GIÁ" },
        "month_musd",
      );
      const expected: Record<string, number> = {
        "macro.cpi.avg_ytd": printed("nso_cpi_monthly.csv", cpi, "avg_ytd_vs_same_period_pct") - 100,
        "macro.iip.index_ytd": printed(
          "nso_iip_monthly.csv",
          { ...month, sector_vi: "Toàn ngành" },
          "ytd_vs_same_period_pct",
        ),
        "macro.retail.value": printed(
          "nso_retail_monthly.csv",
          { ...month, item_vi: "TỔNG SỐ" },
          "month_estimate_bn_vnd",
        ),
        "trade.balance": exports_ - imports,
        "pi.executed_rate": printed(
          "nso_public_investment_monthly.csv",
          { ...month, unit_type: "total" },
          "ytd_pct_of_plan",
        ),
      };
      for (const [indicator, value] of Object.entries(expected)) {
        expect(numberOf(cardOf(cards, indicator)), indicator).toBeCloseTo(value, 6);
      }
      expect(cards.map(({ period }) => period?.id)).toEqual(cards.map(() => "2025-02"));
    });

    it("names publisher, document and the day of receipt, and is honest about age", async () => {
      const { cards, headline, headlineAge } = await overview("cp");
      for (const card of cards) {
        expect(card.source).toMatchObject({
          publisher: { vi: "Cục Thống kê" },
          receivedAt: "2025-02-27T17:00:00.000Z",
        });
        expect(card.state).toBe("stale");
        // What a formula gives was published by nobody.
        expect(card.stateReason?.vi).toMatch(/^(Số liệu công bố|Tính được) đến tháng 02\/2025; /);
        expect(["not-yet-assessed", "not-assessed"]).toContain(card.progress.status);
      }
      expect(headlineAge?.vi).toBe("Số liệu công bố đến tháng 02/2025");
      const figures = headline.filter(({ tone }) => tone === "figure");
      expect(figures).toHaveLength(2);
      expect(figures.every(({ cell }) => cell !== null)).toBe(true);
    });

    it("shows a comparison index as a growth and its change in percentage points", async () => {
      const iip = cardOf((await overview("cp")).cards, "macro.iip.index_ytd");
      expect([iip.growthOffset, iip.display.unit.vi]).toEqual([-100, "%"]);
      expect(iip.changes.map(({ measure }) => measure)).toEqual(["points", "points"]);
    });

    it("shows another month where it is asked for, without calling it old", async () => {
      const { cards, frame } = await overview("cp", "2024-05");
      expect(frame.period?.id).toBe("2024-05");
      const retail = cardOf(cards, "macro.retail.value");
      expect([retail.period?.id, retail.state, retail.revised]).toEqual(["2024-05", "ready", true]);
    });

    it("has a block per group of Art. 10.3.a, and says why a block is empty and what is due", async () => {
      const { groups, readiness } = await overview("cp");
      expect(groups.map(({ code }) => code)).toEqual([
        "gov.daily_monthly_ses",
        "gov.national_programmes",
        "gov.emergency",
        "gov.adhoc",
      ]);
      expect(groups[0]?.bands.map(({ id }) => id)).toEqual(["daily", "monthly"]);
      // The only band with figures takes the place that the others leave.
      expect(groups[0]?.bands[1]?.rows).toHaveLength(12);
      expect(groups[0]?.shortName.vi).toBe("Tình hình kinh tế – xã hội hằng ngày, hằng tháng");
      expect(groups[1]).toMatchObject({ state: "empty", withData: 0 });
      expect(groups[1]?.stateReason?.vi).toMatch(/^Chưa kết nối nguồn dữ liệu.*đến hạn/);
      // Cases of dengue were published by province: the nation's are their sum.
      expect(groups[2]).toMatchObject({ state: "ready", withData: 1 });
      const { total, received, notYetDue, late, noFeed } = readiness;
      expect(received + notYetDue + late + noFeed).toBe(total);
    });

    it("compares the 34 provinces by published scores and never the fictional one", async () => {
      const { comparison } = await overview("cp");
      expect(comparison).toMatchObject({ have: 34, of: 34, areaBasis: "present", state: "partial" });
      expect(comparison?.headline.vi).toBe("Đồng Tháp dẫn đầu, Khánh Hòa và Hà Nội dưới mức cả nước");
      expect(comparison?.rows.some(({ area }) => area.startsWith("demo:"))).toBe(false);
      expect(comparison?.classes.reduce((sum, { count }) => sum + count, 0)).toBe(34);
    });
  });

  describe("of ministries and provinces", () => {
    it("shows a ministry the part of the capital that it manages", async () => {
      const rate = cardOf((await overview("bo/moh")).cards, "pi.executed_rate");
      expect([rate.ref.breakdown, rate.ref.area, rate.breakdownLabel?.vi]).toEqual([
        "budgetHolder=moh",
        "VN",
        "Bộ Y tế",
      ]);
      const rows = { period: "2025-02", unit_type: "ministry", unit_name_vi: "Bộ Y tế" };
      expect(numberOf(rate)).toBeCloseTo(printed("nso_public_investment_monthly.csv", rows, "ytd_pct_of_plan"), 6);
    });

    it("compares no running year with a whole one", async () => {
      const total = cardOf((await overview("tinh/82")).cards, "psq.annual.total");
      expect([numberOf(total), total.state, total.period?.id]).toEqual([68.32, "partial", "2026"]);
      expect(total.changes.every(({ value }) => value.kind !== "number")).toBe(true);
    });

    it("says of which units before the merger figures were published, where they do not make the present one", async () => {
      const rate = cardOf((await overview("tinh/82")).cards, "pi.executed_rate");
      expect(rate.ref.breakdown).toBe("budgetHolder=local");
      expect(rate.state).toBe("empty");
      expect(rate.stateReason?.vi).toContain("Tiền Giang và Đồng Tháp");
    });

    it("fills every group of Tỉnh Mẫu, all of it simulated", async () => {
      const { frame, groups, cards, comparison } = await overview("tinh/MAU");
      expect(frame.simulated).toBe(true);
      const all = [...cards, ...groups.flatMap(({ bands }) => bands.flatMap(({ rows }) => rows))];
      expect(all.every(({ simulated, ref }) => simulated && ref.area === "demo:MAU")).toBe(true);
      expect(groups.every(({ state }) => state === "ready")).toBe(true);
      expect(comparison).toBeNull();
    });

    it("shows nothing simulated in a real scope", async () => {
      for (const id of ["cp", "bo/mof", "tinh/01"]) {
        const { cards, groups } = await overview(id);
        const all = [...cards, ...groups.flatMap(({ bands }) => bands.flatMap(({ rows }) => rows))];
        expect(all.some(({ simulated }) => simulated)).toBe(false);
      }
    });

    it("refuses a scope that does not exist", async () => {
      await expect(overview("bo/nothing")).rejects.toMatchObject({ code: "scope-unknown" });
    });
  });

  describe("explain every number", () => {
    const explain = (card: CardModel, measure: "value" | "same-period-last-year" | "previous-period") =>
      screens.services.getExplanation({ ...card.ref, area: AreaCode.parse(card.ref.area), measure });

    it.each(["cp", "bo/mof", "bo/moh", "tinh/01", "tinh/MAU"])("on the home of %s, to the number shown", async (id) => {
      const { cards, groups } = await overview(id);
      const all = [...cards, ...groups.flatMap(({ bands }) => bands.flatMap(({ rows }) => rows))];
      let replayed = 0;
      for (const card of all.filter(({ period }) => period !== null)) {
        const node = await explain(card, "value");
        expect(node.value, `${card.ref.indicator} value`).toEqual(card.value);
        expect(replayExplanation(node, factsOf)).toEqual([]);
        if (card.state === "partial") continue;
        for (const change of card.changes) {
          const changed: ExplanationNode = await explain(card, change.kind);
          expect(changed.value, `${card.ref.indicator} ${change.formula}`).toEqual(change.value);
          // A published growth is a value of its own indicator, not a formula.
          expect(changed.formula ?? changed.indicator).toBe(change.formula);
          expect(replayExplanation(changed, factsOf)).toEqual([]);
          replayed += 1;
        }
      }
      expect(replayed + all.length).toBeGreaterThan(5);
    });
  });

  describe("of one indicator", () => {
    const indicator = (code: string, more: object = {}) =>
      screens.services.getIndicator({ scope: scope("cp"), code, ...more });

    it("holds sixty-one periods of trend, revisions with their documents, and who is computed from it", async () => {
      const model = await indicator("macro.retail.value");
      // The same month five years ago is there.
      expect(model.trend.points).toHaveLength(61);
      expect(model.trend.endsAt?.id).toBe("2025-02");
      const january = model.revisions.filter(({ period }) => period.id === "2025-01");
      expect(january.map(({ revision, status, current }) => [revision, status, current])).toEqual([
        [2, "P", true],
        [1, "E", false],
      ]);
      expect(january[0]?.document).toContain("02/2025");
      expect(model.usedBy.map(({ code }) => code)).toContain("macro.retail.yoy");
      expect(model.gaps.length).toBeGreaterThan(0);
    });

    it("shows the break of the base year; across it the published growth stands and none is computed", async () => {
      const model = await indicator("macro.cpi.index", { period: "2021-02" });
      expect(model.trend.breaks.map(({ from }) => from.id)).toEqual(["2020-08"]);
      expect(model.card.changes[0]).toMatchObject({
        formula: "macro.cpi.yoy",
        value: { kind: "number", value: 0.7002 },
      });
      const growth = await indicator("macro.cpi.yoy", { period: "2021-02" });
      const shown = growth.trend.points.find(({ period }) => period.id === "2021-02");
      expect(shown?.computed).toEqual({ kind: "error", code: "comparability-break" });
    });

    it("stands the computed rate beside the published one with the reason", async () => {
      const { pairs } = await indicator("pi.executed_rate");
      const january = pairs.find(({ period }) => period.id === "2025-01");
      expect(january?.difference).toMatchObject({ kind: "number", value: expect.closeTo(0, 3) });
      expect(pairs.find(({ period }) => period.id === "2025-02")?.reason.vi).toContain("tháng 1");
    });

    it("compares the former provinces where figures were published for them", async () => {
      const { comparison } = await indicator("fdi.new_capital");
      expect(comparison).toMatchObject({ areaBasis: "former", have: 20, of: 63 });
      const unranked = comparison?.rows.filter(({ rank }) => rank === null) ?? [];
      expect(unranked).toHaveLength(43);
      const present = await screens.services.getComparison({
        scope: scope("cp"),
        indicator: "fdi.new_capital",
        areaBasis: "present",
      });
      expect(present).toMatchObject({ areaBasis: "present", have: 8, of: 34 });
    });

    it("lists its breakdowns in the order of the code list and refuses one it has not", async () => {
      const { breakdowns } = await indicator("macro.cpi.index");
      expect(breakdowns.slice(0, 3).map(({ code }) => code)).toEqual(["01", "011", "012"]);
      await expect(indicator("macro.cpi.index", { breakdown: "sector=B" })).rejects.toMatchObject({
        code: "dimension-unknown",
      });
      await expect(indicator("no.such")).rejects.toMatchObject({ code: "indicator-unknown" });
    });
  });

  describe("of one indicator in coarser periods", () => {
    const overTime = (code: string, frequency: PeriodType, id = "cp", period: string | null = null) =>
      screens.services.getOverTime({ scope: scope(id), code, period, frequency });
    const explained = (indicator: string, period: string, measure: "value" | "same-period-last-year" = "value") =>
      screens.services.getExplanation({
        indicator: IndicatorCode.parse(indicator),
        area: AreaCode.parse("VN"),
        breakdown: "",
        period,
        measure,
      });
    const pointAt = ({ trend }: OverTimeModel, id: string) => trend.points.find(({ period }) => period.id === id);

    it("gives what its months give, opens each month, and tells a year that lacks some", async () => {
      const years = await overTime("trade.export.value", "year");
      const whole = pointAt(years, "2024");
      const node = await explained("trade.export.value", "2024");
      expect(node).toMatchObject({ way: "over-time", value: whole?.value, whole: { combination: "sum" } });
      expect(node.operands.map(({ period }) => period.id)[11]).toBe("2024-12");
      expect(node.operands.every(({ observation }) => (observation?.revision ?? 0) >= 1)).toBe(true);
      expect(whole?.whole).toMatchObject({ have: 12, of: 12, running: false, partial: false });
      expect(replayExplanation(node, factsOf)).toEqual([]);
      expect(replayExplanation({ ...node, operands: node.operands.slice(1) }, factsOf)).not.toEqual([]);
      const growth = await explained("trade.export.value", "2024", "same-period-last-year");
      expect(growth.value).toEqual(whole?.whole?.growth?.value);
      expect(pointAt(years, "2025")).toMatchObject({
        value: { kind: "missing", reason: "incomplete-parts" },
        whole: { have: 2, of: 12, growth: null },
      });
    });

    it("recomputes a ratio, takes sums since January as they end, aggregates over no break", async () => {
      const share = pointAt(await overTime("trade.export.fdi_share", "quarter"), "2024-Q3");
      const node = await explained("trade.export.fdi_share", "2024-Q3");
      expect(node).toMatchObject({ way: "formula", value: share?.value });
      expect(node.operands.length).toBe(6);
      const halves = pointAt(await overTime("pi.executed", "half-year"), "2024-S2");
      expect(halves?.value).toEqual((await explained("pi.executed", "2024-12")).value);
      const cpi = await overTime("macro.cpi.index", "year");
      expect(pointAt(cpi, "2020")?.value).toEqual({ kind: "error", code: "comparability-break" });
      expect(replayExplanation(await explained("macro.cpi.index", "2020"), factsOf)).toEqual([]);
      expect(replayExplanation(node, factsOf)).toEqual([]);
      expect(pointAt(cpi, "2021")).toMatchObject({ lastYear: null });
      expect(cpi.trend.breaks.map(({ from }) => from.id)).toEqual([]);
    });

    it("says why not: growth rates have no rule, weeks make no months", async () => {
      const frequencies = async (code: string) =>
        (await screens.services.getIndicator({ scope: scope("cp"), code })).frequencies;
      expect((await frequencies("macro.cpi.yoy")).slice(1).every(({ refusal }) => refusal !== null)).toBe(true);
      await expect(overTime("macro.cpi.yoy", "year")).rejects.toThrowError(/time-aggregation-refused/);
      await expect(overTime("epi.dengue.cases", "month")).rejects.toThrowError(/time-aggregation-refused/);
    });
  });

  describe("are read economically", () => {
    it("takes the same number of statements however many cards a scope has", async () => {
      const counts: number[] = [];
      for (const id of ["bo/mod", "tinh/MAU"]) {
        const before = screens.statements();
        await overview(id, "2026-10");
        counts.push(screens.statements() - before);
      }
      expect(Math.abs((counts[0] ?? 0) - (counts[1] ?? 0))).toBeLessThanOrEqual(4);
      expect(Math.max(...counts)).toBeLessThanOrEqual(20);
    });

    it("computes a screen once per sequence however many ask", async () => {
      const before = screens.cache.computations();
      await Promise.all(Array.from({ length: 200 }, () => overview("tinh/24")));
      expect(screens.cache.computations() - before).toBe(1);
    });
  });

  describe("find things", () => {
    const search = (text: string) => screens.services.search({ text, scope: scope("cp") });

    it("without diacritics, by code, and whole names first", async () => {
      expect((await search("dak lak"))[0]).toMatchObject({ kind: "scope", code: "tinh/66", path: "/tinh/66" });
      expect((await search("pi.executed_rate"))[0]).toMatchObject({
        kind: "indicator",
        path: "/chi-so/pi.executed_rate?dv=cp",
      });
      expect((await search("y tế")).some(({ code }) => code === "bo/moh")).toBe(true);
      expect(await search("  ")).toEqual([]);
    });
  });
});
