import { describe, expect, it } from "vitest";
import type { Text } from "../text/index.ts";
import { describeFormula, type FormulaNames } from "./describe-formula.ts";
import { FUNCTION_NAMES, FUNCTION_TABLE } from "./function-table.ts";
import { parseFormula } from "./parse-formula.ts";

const NAMES: Readonly<Record<string, Text>> = {
  "trade.export.value": { vi: "Kim ngạch xuất khẩu hàng hóa", en: "Exports of goods" },
  "pi.disbursed": { vi: "Vốn giải ngân", en: "Disbursed capital" },
  "pi.plan": { vi: "Kế hoạch vốn", en: "Planned capital" },
  ownership: { vi: "Loại hình kinh tế", en: "Ownership" },
  FDI: { vi: "khu vực FDI", en: "FDI sector" },
  VN: { vi: "Cả nước", en: "Viet Nam" },
};
const named = (code: string): Text => NAMES[code] ?? { vi: `«${code}»`, en: `«${code}»` };
const names: FormulaNames = { indicator: named, area: named, dimension: named, member: (_, code) => named(code) };

function said(formula: string, lang: "vi" | "en" = "vi"): string {
  const parsed = parseFormula(formula);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.text.en ?? formula);
  return describeFormula({ ast: parsed.ast, names, lang });
}

describe("a formula in words", () => {
  it("says every function around an operand", () => {
    expect(said("yoy(ytd(trade.export.value))")).toBe(
      "tốc độ tăng so với cùng kỳ năm trước của (lũy kế từ đầu năm của Kim ngạch xuất khẩu hàng hóa)",
    );
    expect(said("yoy(ytd(trade.export.value))", "en")).toBe(
      "change on the same period of last year in (year-to-date sum of Exports of goods)",
    );
  });

  it("writes arithmetic with the signs people write, grouped as the language groups", () => {
    expect(said("pi.disbursed / pi.plan * 100")).toBe("Vốn giải ngân ÷ Kế hoạch vốn × 100");
    expect(said("a.b - (c.d - e.f)")).toBe("«a.b» − («c.d» − «e.f»)");
    expect(said("(a.b - c.d) / e.f * 100000")).toBe("(«a.b» − «c.d») ÷ «e.f» × 100.000");
  });

  it("brackets a function inside arithmetic, since its words run on", () => {
    expect(said("trade.export.value - yearAgo(trade.export.value)")).toBe(
      "Kim ngạch xuất khẩu hàng hóa − (giá trị cùng kỳ năm trước của Kim ngạch xuất khẩu hàng hóa)",
    );
    expect(said("yoy(a.b + c.d)")).toBe("tốc độ tăng so với cùng kỳ năm trước của («a.b» + «c.d»)");
  });

  it("names breakdown, area and scenario beside the operand", () => {
    expect(said("trade.export.value[ownership=FDI]")).toBe("Kim ngạch xuất khẩu hàng hóa (khu vực FDI)");
    expect(said("pi.plan[ownership=_T]@VN:target")).toBe("Kế hoạch vốn (tổng số, Cả nước, chỉ tiêu được giao)");
    expect(said("pi.plan - pi.plan@parent")).toBe("Kế hoạch vốn − Kế hoạch vốn (cấp trên trực tiếp)");
  });

  it("says what a sum runs over and what a condition chooses", () => {
    expect(said("sum(pi.plan over area)")).toBe("tổng theo địa phương cấp dưới trực tiếp của Kế hoạch vốn");
    expect(said("sum(pi.plan over ownership)")).toBe("tổng theo loại hình kinh tế của Kế hoạch vốn");
    expect(said("if(pi.plan > 0 and not isMissing(pi.disbursed), pi.disbursed / pi.plan * 100, 0.5)")).toBe(
      "nếu (Kế hoạch vốn > 0 và không phải (Vốn giải ngân chưa có số liệu)) thì (Vốn giải ngân ÷ Kế hoạch vốn × 100), ngược lại 0,5",
    );
  });

  it.each(FUNCTION_NAMES)("has words for %s in both languages and shows none of its code", (name) => {
    for (const lang of ["vi", "en"] as const) {
      const text = said(FUNCTION_TABLE[name].example, lang);
      expect(text).not.toContain(`${name}(`);
      expect(text).not.toContain("undefined");
      expect(text.replace(/«[^»]+»/gu, "").length).toBeGreaterThan(0);
    }
  });
});
