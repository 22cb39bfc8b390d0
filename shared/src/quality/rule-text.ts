import type { Text } from "../text/text.ts";
import type { FindingWords } from "./finding-text.ts";
import type { QualityCheck } from "./quality-rule.ts";

/** What a rule asks, with its thresholds, in a sentence. */
export function ruleText(check: QualityCheck, { figure }: Pick<FindingWords, "figure">): Text {
  switch (check.kind) {
    case "range": {
      const [low, high] = [check.min, check.max].map((it) => (it === null ? null : figure(it)));
      return {
        vi: `Giá trị${low ? ` không thấp hơn ${low.vi}` : ""}${low && high ? "," : ""}${high ? ` không cao hơn ${high.vi}` : ""}.`,
        en: `The value is${low ? ` not below ${low.en}` : ""}${low && high ? " and" : ""}${high ? ` not above ${high.en}` : ""}.`,
      };
    }
    case "change": {
      const { against, measure, floor, deviations, history, minHistory } = check;
      const base =
        against === "previous"
          ? { vi: "kỳ trước", en: "the previous period" }
          : { vi: "cùng kỳ năm trước", en: "the same period last year" };
      const least =
        measure === "ratio"
          ? { vi: `${floor} %`, en: `${floor} %` }
          : { vi: `${floor} đơn vị của chỉ số`, en: `${floor} units of the indicator` };
      return {
        vi: `Thay đổi so với ${base.vi} không vượt ${least.vi}, hoặc không lệch quá ${deviations} độ lệch chuẩn vững so với trung vị các thay đổi trong ${history} kỳ trước (cần ít nhất ${minHistory} thay đổi).`,
        en: `The change on ${base.en} does not exceed ${least.en}, or lies within ${deviations} robust deviations of the median change of ${history} earlier periods (at least ${minHistory} of them).`,
      };
    }
    case "magnitude":
      return {
        vi: "Giá trị không lệch tròn 10, 100 hoặc 1.000 lần so với trung vị 13 kỳ trước.",
        en: "The value is not just 10, 100 or 1,000 times off the median of the 13 periods before.",
      };
    case "sum-of-parts": {
      const allowed = figure(check.tolerance);
      return {
        vi: `Tổng số bằng các thành phần ${check.codes.join(", ")} cộng lại, cho phép lệch ${allowed.vi} do làm tròn.`,
        en: `The total is the sum of its parts ${check.codes.join(", ")}; rounding may account for ${allowed.en}.`,
      };
    }
    case "expression":
      return { vi: `Quan hệ phải đúng: ${check.formula}.`, en: `The relation holds: ${check.formula}.` };
    case "completeness": {
      const of = check.areas.length * check.breakdowns.length;
      return {
        vi: `Mỗi kỳ có đủ ${of} số liệu dự kiến; không bỏ kỳ nào giữa các kỳ đã có.`,
        en: `Every period has its ${of} expected figures; no period between others is skipped.`,
      };
    }
    case "timeliness":
      return {
        vi: "Nhận lần đầu không muộn hơn thời hạn của chỉ số.",
        en: "First received by the due moment of the indicator.",
      };
  }
}
