import { missingValue } from "@bochiso/shared/observation";
import { describe, expect, it } from "vitest";
import { aComparison } from "../../../testing/fixtures.ts";
import { comparisonView } from "./comparison-view.ts";

describe("comparisonView", () => {
  it("ranks by the server's rank and puts every dot on the axis", () => {
    const view = comparisonView(aComparison(), "vi");
    expect(view.ranked).toHaveLength(34);
    expect(view.ranked[0]).toMatchObject({ name: "Đồng Tháp", text: "68,3" });
    expect(view.ranked.every(({ at }) => at >= 0 && at <= 100)).toBe(true);
  });

  it("lists places without data apart, never last in the ranking", () => {
    const base = aComparison();
    const rows = base.rows.map((row) =>
      row.area === "01" ? { ...row, value: missingValue("not-reported"), rank: null, class: null } : row,
    );
    const view = comparisonView({ ...base, rows, have: 33 }, "vi");
    expect(view.unranked).toEqual([{ reason: "chưa có số liệu", names: ["Hà Nội"] }]);
    expect(view.ranked.map(({ row }) => row.area)).not.toContain("01");
    expect(view.areas.get("01")).toMatchObject({ class: null, label: "Hà Nội: chưa có số liệu" });
  });

  it("says value and rank of each place in words", () => {
    expect(comparisonView(aComparison(), "vi").areas.get("56")?.label).toBe("Khánh Hòa: 52,5 điểm, hạng 34");
  });

  it("prints the limits of the classes, open at both ends, high first, with counts", () => {
    const { legend } = comparisonView(aComparison(), "vi");
    expect(legend.map(({ label }) => label)).toEqual(["từ 64", "61 – 64", "58 – 61", "55 – 58", "dưới 55"]);
    expect(legend.reduce((sum, { count }) => sum + count, 0)).toBe(34);
  });

  it("keeps the lines of the nation and the target inside the axis", () => {
    const view = comparisonView(
      aComparison({
        target: { label: { vi: "Chỉ tiêu cả nước", en: "National target" }, value: 70 },
        reference: { label: { vi: "Cả nước", en: "Viet Nam" }, value: { kind: "number", value: 40 } },
      }),
      "vi",
    );
    expect(view.target?.at).toBeLessThanOrEqual(100);
    expect(view.target?.label).toBe("Chỉ tiêu cả nước");
    expect(view.reference?.at).toBeGreaterThanOrEqual(0);
  });
});
