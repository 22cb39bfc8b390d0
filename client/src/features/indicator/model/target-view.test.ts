import { missingValue, numberValue } from "@bochiso/shared/observation";
import type { IndicatorModel, ProgressStatus } from "@bochiso/shared/screen";
import { describe, expect, it } from "vitest";
import { aPeriod } from "../../../testing/fixtures.ts";
import { anIndicator, anInvestment, aPriceIndex } from "../../../testing/indicator-fixtures.ts";
import { aCeiling, anAssessedInvestment, assessed } from "../../../testing/target-fixtures.ts";
import { type TargetView, targetView } from "./target-view.ts";

type Assigned = Extract<TargetView, { kind: "assigned" }>;

function assigned(model: IndicatorModel, language: "vi" | "en" = "vi"): Assigned {
  const view = targetView(model, language);
  if (view.kind !== "assigned") throw new Error("the fixture has no target");
  return view;
}

/** The page with another figure and another status. */
function at(model: IndicatorModel, value: number, status: ProgressStatus): IndicatorModel {
  const { target, assessment } = model;
  return {
    ...model,
    assessment: assessment && { ...assessment, status },
    target: target && {
      ...target,
      actual: target.actual && { ...target.actual, value: numberValue(value) },
      runRate: { ok: false, code: "no-periods-left", reason: { vi: "Đã hết kỳ giao chỉ tiêu", en: "Over" } },
    },
  };
}

describe("targetView", () => {
  it("gives the published case: two months of investment against the plan of 2025 at its seasonal pace", () => {
    const view = assigned(anAssessedInvestment());
    expect(view.headline).toBe("Còn thiếu 4,6 nghìn tỷ đồng so với mức phải đạt đến nay");
    expect(view.bullet).toMatchObject({
      due: "Mức phải đạt đến hết 2 tháng năm 2025: 77,8 nghìn tỷ đồng",
      actual: "Thực hiện đến nay 73,2 nghìn tỷ đồng, bằng 8,53% chỉ tiêu",
      ends: ["Thực hiện đến nay 73,2 nghìn tỷ đồng, bằng 8,53% chỉ tiêu", "Chỉ tiêu 857,5 nghìn tỷ đồng"],
      shape: "cham",
    });
    expect(view.pace).toMatchObject({ fell: false });
    expect(view.pace?.text).toContain("2024, 2023, 2022");
    expect(view.notice).toBeNull();
  });

  it("sets the pace needed beside the mean so far and the best month of two years, on one scale", () => {
    const rate = assigned(anAssessedInvestment()).rate;
    expect(rate?.rows.map(({ name, text }) => [name, text])).toEqual([
      ["2 tháng qua", "36,6"],
      [expect.stringMatching(/^Tháng tốt nhất trong hai năm \(T\d+\/20\d\d\)$/), expect.any(String)],
      ["10 tháng còn lại cần đạt", "78,4"],
    ]);
    expect(Math.max(...(rate?.rows.map(({ width }) => width) ?? []))).toBe(100);
    expect(rate?.sentence).toMatch(/^Gấp 2,1 lần bình quân đến nay; /);
  });

  it("gives the outlook of the year with its method, its inputs and how it stands to the target", () => {
    const outlook = assigned(anAssessedInvestment()).outlook;
    expect(outlook?.title).toBe("Ước thực hiện cả năm 2025");
    expect(outlook?.value).toBe("807,0 nghìn tỷ đồng");
    expect(outlook?.against).toBe("thiếu 50,5 nghìn tỷ đồng so với chỉ tiêu");
    expect(outlook?.reason).toContain("tỷ trọng cùng kỳ bình quân ba năm");
    expect(outlook?.inputs.map(({ key }) => key)).toContain("share-2024");
  });

  it("says when a seasonal pace fell back to a linear one, and why", () => {
    const model = anInvestment();
    const short = { ...model, trend: { ...model.trend, points: model.trend.points.slice(-14) } };
    const { pace } = assigned(assessed(short));
    expect(pace?.fell).toBe(true);
    expect(pace?.text).toContain("1/3 năm đủ số liệu");
    expect(pace?.text).toContain("chia đều");
  });

  it("states who assigned it, by when, since when and how it counts", () => {
    const facts = Object.fromEntries(assigned(anAssessedInvestment()).facts.map(({ key, text }) => [key, text]));
    expect(facts).toMatchObject({
      goal: "857,5 nghìn tỷ đồng",
      by: "Hết năm 2025",
      course: "Cộng dồn từ đầu kỳ giao",
      legal: "Nghị quyết 12/NQ-HĐND ngày 10/12/2024 của Hội đồng nhân dân Tỉnh Mẫu, khoản 2 Điều 1",
      validity: "Từ 01/01/2025 đến 31/12/2025",
    });
    expect(facts).not.toHaveProperty("baseline");
    expect(facts).not.toHaveProperty("version");
  });

  it("names the revision of a target with its reason", () => {
    const model = anAssessedInvestment();
    const revised = {
      ...model,
      target: model.target && { ...model.target, version: 3, revisedBecause: "bổ sung vốn" },
    };
    expect(assigned(revised).facts.find(({ key }) => key === "version")?.text).toBe("Lần 2: bổ sung vốn");
  });

  it("speaks English", () => {
    const view = assigned(anAssessedInvestment(), "en");
    expect(view.headline).toBe("4.6 trillion VND short of what is due by now");
    expect(view.rate?.rows[2]?.name).toBe("Needed in the 10 months left");
  });
});

describe("states of a target", () => {
  it.each([
    ["exceeded", 900_000, "Hết kỳ giao: vượt chỉ tiêu, hơn 42,5 nghìn tỷ đồng"],
    ["met", 857_525.6437, "Hết kỳ giao: đạt chỉ tiêu"],
    ["not-met", 800_000, "Hết kỳ giao: không đạt chỉ tiêu, còn cách 57,5 nghìn tỷ đồng"],
  ] as const)("closed: %s", (status, value, said) => {
    const view = assigned(at(anAssessedInvestment(), value, status));
    expect(view.headline).toBe(said);
    expect([view.rate, view.noRate]).toEqual([null, null]);
  });

  it("reached ahead of time needs no pace any more", () => {
    const view = assigned(anAssessedInvestment({ goal: { kind: "value", value: 70_000 } }));
    expect(view.headline).toBe("Đã đạt chỉ tiêu trước thời hạn, hơn 3,2 nghìn tỷ đồng");
    expect(view.rate).toBeNull();
  });

  it("a ceiling that holds is never reached: it is kept or exceeded, without a pace", () => {
    const kept = assigned(aCeiling([3.1, 3.4]));
    expect(kept.headline).toBe("Thấp hơn mức phải đạt đến nay 1,10 điểm phần trăm");
    expect(kept.bullet?.due).toBe("Chỉ tiêu không quá 4,50%");
    expect(kept.bullet?.ends).toEqual(["Thực hiện đến nay 3,40%", ""]);
    expect([kept.rate, kept.noRate, kept.outlook, kept.noOutlook]).toEqual([null, null, null, null]);
    expect(assigned(aCeiling([3.1, 4.9])).headline).toBe("Cao hơn mức phải đạt đến nay 0,40 điểm phần trăm");
    expect(assigned(aCeiling([4.5])).headline).toBe("Đúng bằng mức phải đạt đến nay");
  });

  it("a ceiling of a sum asks how much each month left may bring at most", () => {
    const model = anInvestment();
    const lower = {
      ...model,
      definition: { ...model.definition, direction: "lower" as const },
      card: { ...model.card, direction: "lower" as const },
    };
    const view = assigned(assessed(lower));
    expect(view.headline).toBe("Thấp hơn mức phải đạt đến nay 4,6 nghìn tỷ đồng");
    expect(view.rate?.rows.at(-1)?.name).toBe("10 tháng còn lại, nhiều nhất");
    const used = assigned(assessed(lower, { goal: { kind: "value", value: 70_000 } }));
    expect(used.headline).toBe("Đã vượt mức tối đa của cả kỳ giao 3,2 nghìn tỷ đồng");
    expect(used.rate).toBeNull();
  });

  it("a range says inside or how far outside", () => {
    const range = { kind: "range" as const, min: 3, max: 4 };
    const model = aCeiling([3.4]);
    const level = { value: 4, level: range, reason: { vi: "", en: "" }, grounds: [] };
    const ranged = { ...model, target: model.target && { ...model.target, goal: range, due: level } };
    expect(assigned(ranged).bullet?.bullet).toMatchObject({ due: null, range: { from: expect.any(Number) } });
    expect(assigned(ranged).headline).toBe("Nằm trong khoảng chỉ tiêu từ 3,00% đến 4,00%");
    expect(assigned(at(ranged, 4.6, "over-limit")).headline).toBe("Cao hơn cận trên 0,60 điểm phần trăm");
    expect(assigned(at(ranged, 2.6, "over-limit")).headline).toBe("Thấp hơn cận dưới 0,40 điểm phần trăm");
  });

  it("a level that moves starts at its baseline and asks for a change per period in points", () => {
    const model = aCeiling([3.9, 3.8]);
    const baseline = { period: aPeriod("2024").id, value: 4.2 };
    const view = assigned(assessed(model, { goal: { kind: "value", value: 3 }, baseline, pace: { kind: "linear" } }));
    expect(view.bullet?.ends).toEqual(["Chỉ tiêu không quá 3,00%", "Mức gốc 4,20% (2024)"]);
    expect(view.rate?.unit).toBe("Bình quân mỗi tháng, điểm phần trăm");
    expect(view.rate?.rows.at(-1)).toMatchObject({ text: "−0,08", name: "10 tháng còn lại cần đạt" });
  });

  it("a target that says nothing of the period keeps its facts and says why", () => {
    const model = anAssessedInvestment();
    const why = { vi: "Kỳ trước khi chỉ tiêu bắt đầu tính", en: "The period is before the target starts" };
    const silent = {
      ...model,
      target: model.target && { ...model.target, due: null, noLevel: why, actual: null, runRate: null, outlook: null },
    };
    const view = assigned(silent);
    expect(view.notice).toBe(why.vi);
    expect(view.bullet).toBeNull();
    expect(view.facts.length).toBeGreaterThan(4);
  });

  it("a gap since the start is said, never counted as zero", () => {
    const model = anAssessedInvestment();
    const reason = { vi: "Thiếu số liệu từ đầu kỳ giao", en: "Figures since the start are missing" };
    const gap = {
      ...model,
      target: model.target && {
        ...model.target,
        actual: model.target.actual && { ...model.target.actual, value: missingValue("incomplete-parts") },
        runRate: { ok: false as const, code: "no-figure" as const, reason },
      },
    };
    const view = assigned(gap);
    expect(view.headline).toBe("Chưa có số liệu để so với chỉ tiêu");
    expect(view.noRate).toBe(reason.vi);
    expect(view.bullet).toBeNull();
  });

  it("a stale figure loses its colour and says that levels are for reference", () => {
    const model = anAssessedInvestment();
    const view = assigned({ ...model, card: { ...model.card, state: "stale" } });
    expect(view.bullet?.shape).toBe("khong");
    expect(view.notice).toContain("chỉ để tham khảo");
  });

  it.each([
    ["no target", assessed(anIndicator(), null), "Chưa có chỉ tiêu được giao cho chỉ số này"],
    ["no wanted direction", assessed(aPriceIndex(), null), "Chỉ số theo dõi, không giao chỉ tiêu"],
  ])("%s", (_name, model, title) => {
    expect(targetView(model, "vi")).toMatchObject({ kind: "none", title, facts: [] });
  });

  it("a band of the definition is followed without a target, with its basis", () => {
    const model = anIndicator();
    const banded = {
      ...model,
      definition: { ...model.definition, targetBand: { min: 0, max: 2000, basis: "Nghị quyết 01/NQ-CP" } },
    };
    expect(targetView(banded, "vi")).toMatchObject({
      kind: "none",
      title: "Chưa giao chỉ tiêu; theo dõi theo khoảng",
      facts: [{ text: expect.stringContaining("2,00 tỷ USD") }, { text: "Nghị quyết 01/NQ-CP" }],
    });
  });
});
