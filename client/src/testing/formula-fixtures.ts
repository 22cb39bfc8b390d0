import type { FormulaCatalogueModel, FormulaCheckModel } from "@bochiso/shared/screen";
import { same } from "./fixtures.ts";

/** A small catalogue for completion. */
export const FORMULA_CATALOGUE: FormulaCatalogueModel = {
  indicators: [
    {
      code: "trade.export.value",
      name: { vi: "Xuất khẩu hàng hóa", en: "Goods exports" },
      dimensions: ["ownership"],
      periodType: "month",
      unit: { vi: "triệu USD", en: "million USD" },
    },
    {
      code: "macro.gdp.value",
      name: { vi: "Tổng sản phẩm trong nước", en: "Gross domestic product" },
      dimensions: [],
      periodType: "quarter",
      unit: { vi: "tỷ đồng", en: "billion dong" },
    },
  ],
  dimensions: [
    { id: "ownership", name: { vi: "Khu vực kinh tế", en: "Sector" }, codes: [{ code: "FDI", name: same("FDI") }] },
  ],
  areas: [
    { code: "VN", name: { vi: "Cả nước", en: "Viet Nam" } },
    { code: "66", name: same("Đắk Lắk") },
  ],
};

/** What the checker says of a good formula, unless patched. */
export function aGoodFormula(patch: Partial<FormulaCheckModel & { ok: true }> = {}): FormulaCheckModel {
  return {
    ok: true,
    printed: "yoy(trade.export.value)",
    words: {
      vi: "tốc độ tăng so với cùng kỳ năm trước của Xuất khẩu hàng hóa",
      en: "change on the year in Goods exports",
    },
    truth: false,
    unit: same("%"),
    conversions: [],
    canEvaluate: true,
    ...patch,
  };
}
