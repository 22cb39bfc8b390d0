import { missingValue, numberValue } from "@bochiso/shared/observation";
import { describe, expect, it } from "vitest";
import { aCard, aPeriod } from "../../../testing/fixtures.ts";
import { anInvestment } from "../../../testing/indicator-fixtures.ts";
import { planFacts, valueFacts } from "./basis-view.ts";

const NOW = Date.parse("2026-11-22T08:05:12+07:00");

describe("planFacts", () => {
  it("gives ratio, shortfall and the run-rate still needed of 2 months of 2025", () => {
    expect(planFacts(anInvestment().card, "vi")).toEqual([
      { name: "Thực hiện ÷ mức phải đạt (8,52% ÷ 9,07%)", text: "0,94" },
      { name: "Còn thiếu so với mức phải đạt", text: "4,7 nghìn tỷ đồng" },
      { name: "Mức bình quân tháng còn lại cần đạt (10 tháng)", text: "78,4 nghìn tỷ đồng" },
      { name: "Bình quân 2 tháng đã qua", text: "36,6 nghìn tỷ đồng" },
    ]);
  });

  it("says nothing without a plan, and nothing about months of a value that is no sum of months", () => {
    expect(planFacts(aCard(), "vi")).toEqual([]);
    const card = { ...anInvestment().card, accumulation: "stock" as const };
    expect(planFacts(card, "vi")).toHaveLength(2);
  });

  it("asks for no run-rate in December or when the plan is reached", () => {
    const december = { ...anInvestment().card, period: aPeriod("2024-12", true) };
    expect(planFacts(december, "vi")).toHaveLength(2);
    const reached = { ...anInvestment().card, value: numberValue(900_000) };
    expect(planFacts(reached, "vi")).toHaveLength(2);
  });

  it("has no ratio where the level due is unknown", () => {
    const plan = { percent: numberValue(8.5), due: missingValue("not-reported"), target: null };
    expect(planFacts({ ...anInvestment().card, plan }, "vi")).toEqual([]);
  });
});

describe("valueFacts", () => {
  it("tells the three clocks apart: period, received with its age, next due", () => {
    const facts = valueFacts(aCard(), "vi", NOW);
    expect(facts.map(({ name }) => name)).toEqual([
      "Kỳ số liệu",
      "Nguồn gốc giá trị",
      "Cơ quan công bố",
      "Nhận lúc",
      "Kỳ tới (đã quá hạn)",
    ]);
    expect(facts[3]?.text).toBe("28/02/2025 (20 tháng trước)");
  });
});
