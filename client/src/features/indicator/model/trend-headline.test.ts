import { errorValue, missingValue, numberValue } from "@bochiso/shared/observation";
import { describe, expect, it } from "vitest";
import { aCard, aChange, aPeriod } from "../../../testing/fixtures.ts";
import { aTrend } from "../../../testing/indicator-fixtures.ts";
import { trendHeadline } from "./trend-headline.ts";

const THIRTEEN = [5, 4, 6, 5, 4, 6, 5, 4, 6, 5, 4, 6, 5];
const flat = aTrend(THIRTEEN);

describe("trendHeadline", () => {
  it.each([
    [22.3452, "Cao hơn cùng kỳ 22,3%"],
    [-2.03, "Thấp hơn cùng kỳ 2,0%"],
    [0.04, "Bằng cùng kỳ năm trước"],
  ])("says how far the value is from last year's: %s", (change, said) => {
    expect(trendHeadline(aCard({ changes: [aChange({ value: numberValue(change) })] }), flat, "vi")).toBe(said);
  });

  it("differs percentages in percentage points and amounts in their shown unit", () => {
    const percent = aCard({
      display: { unit: { vi: "%", en: "%" }, factor: 1, decimals: 2 },
      changes: [aChange({ measure: "points", value: numberValue(-0.4025) })],
    });
    expect(trendHeadline(percent, flat, "vi")).toBe("Thấp hơn cùng kỳ 0,40 điểm phần trăm");
    const amount = aCard({ changes: [aChange({ measure: "absolute", value: numberValue(-2649.9) })] });
    expect(trendHeadline(amount, flat, "vi")).toBe("Thấp hơn cùng kỳ 2,6 nghìn tỷ đồng");
  });

  it("falls back to the previous period where last year is missing", () => {
    const changes = [
      aChange({ value: missingValue("not-reported") }),
      aChange({ kind: "previous-period", value: numberValue(5), against: aPeriod("2025-01") }),
    ];
    expect(trendHeadline(aCard({ changes }), flat, "vi")).toBe("Cao hơn tháng 01/2025 5,0%");
  });

  it("says why years do not compare instead of comparing them", () => {
    const changes = [aChange({ value: errorValue("comparability-break") })];
    expect(trendHeadline(aCard({ changes }), flat, "vi")).toContain("không so sánh được do chuỗi số liệu có điểm gãy");
  });

  it("names an extreme only where the value stands alone at the end of enough periods", () => {
    const card = aCard({ value: numberValue(9), changes: [] });
    expect(trendHeadline(card, aTrend([...THIRTEEN.slice(1), 9]), "vi")).toBe("Cao nhất trong 13 kỳ");
    expect(trendHeadline(card, aTrend([9, ...THIRTEEN.slice(2), 9]), "vi")).toBe("Diễn biến theo kỳ");
    expect(trendHeadline(card, aTrend([1, 2, 9]), "vi")).toBe("Diễn biến theo kỳ");
  });

  it("does not call the latest of a cumulated sum a record", () => {
    expect(
      trendHeadline(aCard({ value: numberValue(9), changes: [] }), aTrend([...THIRTEEN.slice(1), 9]), "vi", true),
    ).toBe("Diễn biến theo kỳ");
  });

  it("speaks of the plan rather than of an extreme", () => {
    const plan = { percent: numberValue(8.518), due: numberValue(9.07), target: 857_525 };
    expect(trendHeadline(aCard({ plan }), flat, "vi")).toBe("Cao hơn cùng kỳ 10,2%, đạt 8,52% kế hoạch");
    const later = { ...plan, percent: numberValue(82.099) };
    expect(trendHeadline(aCard({ plan: later }), flat, "vi")).toBe("Cao hơn cùng kỳ 10,2%, đạt 82,1% kế hoạch");
  });

  it("claims nothing without a value", () => {
    const card = aCard({ value: missingValue("not-reported") });
    expect(trendHeadline(card, flat, "vi")).toBe("Chưa có số liệu của kỳ này");
    expect(trendHeadline(card, flat, "en")).toBe("No figure for this period yet");
  });
});
