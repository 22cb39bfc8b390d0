import { describe, expect, it } from "vitest";
import { aCeiling, anAssessedInvestment } from "../../../testing/target-fixtures.ts";
import { shownScale } from "../../indicator/model/shown-scale.ts";
import { inputRows } from "./input-rows.ts";
import { ladderView } from "./ladder-view.ts";

function ladderOf(model: ReturnType<typeof anAssessedInvestment>, language: "vi" | "en" = "vi") {
  const { assessment, card, target } = model;
  if (assessment === null) throw new Error("the fixture is not assessed");
  const scale = shownScale(card, language);
  const write = (value: number) => scale.full({ kind: "number", value });
  return ladderView(assessment, { target, write, lowerIsBetter: card.direction === "lower" }, language);
}

describe("ladderView", () => {
  it("names every grade with its scores, and the same in the unit of the indicator", () => {
    const { rungs, score, next } = ladderOf(anAssessedInvestment());
    expect(rungs.map(({ word, range }) => [word, range])).toEqual([
      ["Vượt tiến độ", "từ 105,0%"],
      ["Đúng tiến độ", "từ 95,0% đến dưới 105,0%"],
      ["Chậm tiến độ", "từ 80,0% đến dưới 95,0%"],
      ["Nguy cơ không đạt", "dưới 80,0%"],
    ]);
    expect(rungs.filter(({ current }) => current)).toHaveLength(1);
    expect(rungs[1]?.meaning).toMatch(/^tức từ \d+,\d nghìn tỷ đồng$/);
    expect(score).toMatch(/%$/);
    expect(next).toMatch(/^Còn .* điểm phần trăm nữa tới bậc/);
  });

  it("says limits of lower-is-better in words that need no arrow", () => {
    const model = aCeiling([3.1, 3.3], 4.5);
    const thresholds = [
      { grade: "within", status: "within" as const, words: { vi: "Trong ngưỡng", en: "Within limits" }, from: 4 },
      { grade: "near-limit", status: "near-limit" as const, words: { vi: "Cận ngưỡng", en: "Near" }, from: 4.5 },
      { grade: "over-limit", status: "over-limit" as const, words: { vi: "Vượt ngưỡng", en: "Over" }, from: null },
    ];
    const assessment = model.assessment && {
      ...model.assessment,
      method: "threshold-bands@1" as const,
      thresholds,
      score: 4.2,
      scoreDisplay: model.card.display,
      grade: { id: "near-limit", words: { vi: "Cận ngưỡng", en: "Near" } },
    };
    const { rungs, next, held } = ladderOf({ ...model, assessment });
    expect(rungs.map(({ range }) => range)).toEqual(["đến 4,00%", "trên 4,00% đến 4,50%", "trên 4,50%"]);
    expect(rungs.map(({ meaning }) => meaning)).toEqual([null, null, null]);
    expect(next).toBe("Còn 0,20 điểm phần trăm nữa tới bậc “Trong ngưỡng”.");
    expect(held).toBeNull();
  });

  it("says why an earlier grade is kept, and what this period alone would be", () => {
    const model = anAssessedInvestment();
    const assessment = model.assessment && {
      ...model.assessment,
      score: 0.955,
      held: true,
      grade: { id: "behind", words: { vi: "Chậm tiến độ", en: "Behind schedule" } },
    };
    const { held, next, rungs } = ladderOf({ ...model, assessment });
    expect(held).toContain("Giữ bậc “Chậm tiến độ” của kỳ trước");
    expect(held).toContain("xét riêng kỳ này là “Đúng tiến độ”");
    expect(next).toBeNull();
    expect(rungs.find(({ current }) => current)?.word).toBe("Chậm tiến độ");
  });

  it("marks no grade where nothing was scored", () => {
    const model = anAssessedInvestment();
    const assessment = model.assessment && { ...model.assessment, score: null, grade: null };
    const { rungs, score, next } = ladderOf({ ...model, assessment });
    expect([rungs.some(({ current }) => current), score, next]).toEqual([false, null, null]);
    expect(rungs).toHaveLength(4);
  });

  it("speaks English", () => {
    expect(ladderOf(anAssessedInvestment(), "en").rungs[1]?.range).toBe("from 95.0% to under 105.0%");
  });
});

describe("inputRows", () => {
  it("gives each input its value with its unit and its period", () => {
    const rows = inputRows(anAssessedInvestment().assessment?.inputs ?? [], "vi");
    expect(rows[0]).toMatchObject({ name: "Thực hiện (số của kỳ)", value: "73,2 nghìn tỷ đồng", period: "T2/2025" });
    expect(rows.find(({ key }) => key === "goal")).toMatchObject({ value: "857,5 nghìn tỷ đồng", period: "2025" });
    expect(rows.find(({ key }) => key === "share-2024")).toMatchObject({ period: "—" });
  });

  it("shows an absent input as a dash, never as zero", () => {
    const [row] = inputRows(
      [
        {
          id: "actual",
          name: { vi: "Thực hiện", en: "Actual" },
          value: { kind: "missing", reason: "incomplete-parts" },
          display: { unit: { vi: "tấn", en: "t" }, factor: 1, decimals: 0 },
          period: null,
        },
      ],
      "vi",
    );
    expect(row).toMatchObject({ value: "—", period: "—" });
  });
});
