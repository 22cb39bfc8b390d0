import type { Text } from "../text/text.ts";

/** A rule of the language with an example that the checker accepts. */
export interface FormulaRule {
  readonly form: Text;
  readonly text: Text;
  readonly example: string;
}

/** Ways to name an operand, one row each. Source: domain.md, Formula language. */
export const REFERENCE_RULES: readonly FormulaRule[] = [
  {
    form: { vi: "mã.chỉ_số", en: "indicator.code" },
    text: {
      vi: "Chỉ số viết bằng mã, đọc tại địa phương, phân tổ và kỳ của kết quả.",
      en: "An indicator by its code, read at the area, breakdown and period of the result.",
    },
    example: "pi.disbursed / pi.plan * 100",
  },
  {
    form: { vi: "x[phân_tổ=mã]", en: "x[dimension=code]" },
    text: {
      vi: "Một mã của phân tổ; nhiều phân tổ cách nhau bằng dấu phẩy, _T là tổng số.",
      en: "One code of a dimension; several are separated by commas, _T is the total.",
    },
    example: "share(trade.export.value[ownership=FDI], trade.export.value[ownership=_T])",
  },
  {
    form: { vi: "x@mã_địa_bàn", en: "x@area" },
    text: {
      vi: "Giá trị của địa phương khác: VN là cả nước, 01 là Hà Nội, vn63:24 là đơn vị trước sáp nhập.",
      en: "The value of another area: VN is the nation, 01 is Hà Nội, vn63:24 a unit before the mergers.",
    },
    example: "pi.rate - pi.rate@VN",
  },
  {
    form: { vi: "x@parent", en: "x@parent" },
    text: { vi: "Giá trị của địa phương cấp trên trực tiếp.", en: "The value of the area directly above." },
    example: "share(pi.disbursed, pi.disbursed@parent)",
  },
  {
    form: { vi: "x:target", en: "x:target" },
    text: {
      vi: "Kịch bản khác số thực hiện: :plan kế hoạch, :target chỉ tiêu, :forecast dự báo, :baseline kỳ gốc.",
      en: "Another scenario than actual: :plan, :target, :forecast, :baseline.",
    },
    example: "pi.rate - pi.rate:target",
  },
  {
    form: { vi: "1234.5 · 2E-1", en: "1234.5 · 2E-1" },
    text: {
      vi: "Số viết với dấu chấm thập phân, không có dấu ngăn hàng nghìn.",
      en: "Numbers have a decimal point and no thousands separator.",
    },
    example: "pi.rate * 0.5",
  },
];

/** How periods of operands meet, one row each. Source: domain.md, Formula language. */
export const PERIOD_RULES: readonly FormulaRule[] = [
  {
    form: { vi: "năm → tháng", en: "year → month" },
    text: {
      vi: "Kỳ dài hơn: lấy giá trị của kỳ chứa kỳ tính (kế hoạch cả năm đứng ở từng tháng).",
      en: "A coarser operand: the value of the period that contains the result's (the plan of the year stands in each month).",
    },
    example: "pi.disbursed / pi.plan * 100",
  },
  {
    form: { vi: "ngày → tháng", en: "day → month" },
    text: {
      vi: "Kỳ ngắn hơn: gộp lên theo quy tắc thời gian của chính chỉ số đó; không có quy tắc thì bị từ chối.",
      en: "A finer operand: aggregated by its own time rule; refused where it has none.",
    },
    example: "epi.covid.cases / 1000",
  },
  {
    form: { vi: "cố định", en: "static" },
    text: {
      vi: "Giá trị cố định: lấy giá trị có hiệu lực vào ngày cuối kỳ.",
      en: "A static operand: the value in force on the last day of the period.",
    },
    example: "hyd.level - hyd.alarm_3",
  },
  {
    form: { vi: "tuần ↛ tháng", en: "week ↛ month" },
    text: {
      vi: "Tuần không nằm gọn trong tháng nên bị từ chối; tuần thuộc năm theo ISO.",
      en: "Weeks do not nest in months and are refused; a week belongs to its ISO year.",
    },
    example: "previous(trade.export.value)",
  },
];
