import { AreaCode } from "@bochiso/shared/area";
import { completeFormula } from "@bochiso/shared/formula";
import { ScopeId } from "@bochiso/shared/screen";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SeededScreens, seededScreens } from "../screens/seeded-screens.ts";

const VN = AreaCode.parse("VN");
const SCOPE = ScopeId.parse("cp");

describe("formulas that are tried", () => {
  let screens: SeededScreens;
  beforeAll(async () => {
    screens = await seededScreens("everything");
  });
  afterAll(() => screens?.close());

  const check = (text: string) => screens.services.checkFormula({ text, periodType: "month" });
  const evaluate = (text: string, period: string | null = null, area = VN) =>
    screens.services.evaluateFormula({ text, periodType: "month", area, period });

  it("are checked against the catalogue: unit, words, conversions", async () => {
    expect(await check("trade.export.value/trade.import.value*100")).toMatchObject({
      ok: true,
      printed: "trade.export.value / trade.import.value * 100",
      unit: { vi: "%" },
      truth: false,
      canEvaluate: true,
    });
    const planned = await check("pi.disbursed / pi.plan * 100");
    expect(planned.ok && planned.conversions.map(({ text }) => text.vi)).toEqual([
      "pi.plan: lấy giá trị năm chứa kỳ tháng.",
    ]);
  });

  it("are refused with place, reason and nearest name", async () => {
    const found = await check("trade.exprot.value * 2");
    expect(found.ok ? [] : found.problems).toMatchObject([
      { code: "indicator-unknown", span: { start: 0, end: 18 }, nearest: "trade.export.value" },
    ]);
    expect(await check("")).toMatchObject({ ok: false, problems: [{ code: "formula-empty" }] });
  });

  it("give the published figures, in the newest period that all operands have", async () => {
    const found = await evaluate("trade.export.value - trade.import.value");
    if (!found.ok) throw new Error(found.reason.vi);
    const balance = await screens.services.getExplanation({
      indicator: found.node.indicator,
      area: VN,
      breakdown: "",
      period: "2025-02",
      measure: "value",
    });
    expect(balance.value.kind).toBe("number");
    expect(found.node.period.id).toBe("2025-02");
    expect(found.node.unit.vi).toBe("triệu USD");
    const [exports_, imports] = found.node.operands.map(({ value }) =>
      value.kind === "number" ? value.value : Number.NaN,
    );
    expect(found.node.value).toEqual({ kind: "number", value: (exports_ ?? 0) - (imports ?? 0) });
  });

  it("take the period asked for, and say what is wrong with it", async () => {
    const found = await evaluate("yoy(trade.export.value)", "2024-06");
    expect(found.ok && found.node.period.id).toBe("2024-06");
    expect(await evaluate("yoy(trade.export.value)", "2024-13")).toMatchObject({ ok: false });
  });

  it("say why there is no number where a figure is missing", async () => {
    const found = await evaluate("trade.export.value * 2", "2026-10");
    expect(found.ok && found.node.value).toMatchObject({ kind: "missing" });
    expect(await evaluate("bank.credit.balance * 2")).toMatchObject({ ok: false });
  });

  it("are not evaluated where they are wrong or would read too much", async () => {
    expect(await evaluate("trade.export.value +")).toMatchObject({ ok: false });
    const heavy = "rollingMean(rollingMean(trade.export.value, 1000), 1000)";
    expect(await check(heavy)).toMatchObject({ ok: true, canEvaluate: false });
    expect(await evaluate(heavy)).toMatchObject({ ok: false });
  });

  it("every formula of the catalogue may be tried", async () => {
    const { indicators } = await screens.services.getFormulaCatalogue();
    const heavy: string[] = [];
    for (const { code, periodType } of indicators) {
      const { definition } = await screens.services.getIndicator({ scope: SCOPE, code });
      if (definition.formula === null) continue;
      const found = await screens.services.checkFormula({ text: definition.formula, periodType });
      if (!found.ok || !found.canEvaluate) heavy.push(`${code}: ${found.ok ? "too much" : found.problems[0]?.code}`);
    }
    expect(heavy).toEqual([]);
  });

  it("are completed from the catalogue", async () => {
    const catalogue = await screens.services.getFormulaCatalogue();
    const offers = completeFormula("xuat khau", 9, catalogue);
    expect(offers.map(({ label }) => label)).toContain("trade.export.value");
    expect(completeFormula("pi.rate@dak lak", 15, catalogue)[0]).toMatchObject({ kind: "area", insert: "66" });
  });
});
