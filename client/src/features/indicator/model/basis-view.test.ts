import { describe, expect, it } from "vitest";
import { aCard } from "../../../testing/fixtures.ts";
import { anIndicator } from "../../../testing/indicator-fixtures.ts";
import { aCeiling, anAssessedInvestment, assessed } from "../../../testing/target-fixtures.ts";
import { basisFacts, valueFacts } from "./basis-view.ts";

const NOW = Date.parse("2026-11-22T08:05:12+07:00");

describe("basisFacts", () => {
  it("gives ratio, shortfall and the run-rate still needed of 2 months of 2025", () => {
    const facts = basisFacts(anAssessedInvestment(), "vi");
    expect(facts.map(({ name }) => name)).toEqual([
      "Thực hiện ÷ mức phải đạt (73,2 ÷ 77,8)",
      "Còn thiếu so với mức phải đạt",
      "Mức bình quân tháng còn lại cần đạt (10 tháng)",
      "So với bình quân đến nay",
    ]);
    expect(facts.map(({ text }) => text)).toEqual(["94,1%", "4,6 nghìn tỷ đồng", "78,4 nghìn tỷ đồng", "2,1 lần"]);
  });

  it("says nothing without a target", () => {
    expect(basisFacts(assessed(anIndicator(), null), "vi")).toEqual([]);
    expect(basisFacts(anIndicator(), "vi")).toEqual([]);
  });

  it("asks nothing more of months where the goal holds, or is reached", () => {
    const ceiling = basisFacts(aCeiling([3.1, 3.3]), "vi").map(({ name }) => name);
    expect(ceiling).toEqual(["Mức hoàn thành phần phải đạt", "Thấp hơn mức phải đạt"]);
    const reached = basisFacts(anAssessedInvestment({ goal: { kind: "value", value: 70_000 } }), "vi");
    expect(reached.map(({ name }) => name)).toHaveLength(2);
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
