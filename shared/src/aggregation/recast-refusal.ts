import type { Expression } from "../formula/ast.ts";
import { parseFormula } from "../formula/parse-formula.ts";
import type { IndicatorDefinition } from "../indicator/indicator.ts";
import type { Text } from "../text/text.ts";
import type { LineageStep } from "./lineage.ts";

/** The attributes a recast depends on. */
export type RecastDefinition = Pick<IndicatorDefinition, "formula" | "accumulation" | "periodType" | "aggregation">;

/**
 * Why the values of former units give none for the present unit; null where they do. Without a step: for a merger
 * of several units. A unit that only took another name or code carries over every value but a rank.
 */
export function recastRefusal(definition: RecastDefinition, step?: Pick<LineageStep, "from" | "weights">): Text | null {
  const { formula, periodType, accumulation } = definition;
  const { area: rule } = definition.aggregation;
  if (periodType === "static") return STATIC;
  if (formula !== null && isRank(formula)) return RANK;
  const isWhole = step === undefined || step.from.every((code) => (step.weights?.[code] ?? 1) === 1);
  if (isWhole && step?.from.length === 1) return null;
  if (formula !== null && (rule === "recompute" || rule === "none")) return null;
  if (rule === "none" || rule === "recompute") return accumulation === "index" ? INDEX : NO_RULE;
  return isWhole || rule === "sum" || rule === "weighted" ? null : SPLIT;
}

/** Whether a formula ranks areas: a place among 63 is no place among 34. */
export function isRank(formula: string): boolean {
  const parsed = parseFormula(formula);
  return parsed.ok && hasRank(parsed.ast);
}

function hasRank(expression: Expression): boolean {
  switch (expression.kind) {
    case "number":
    case "boolean":
    case "reference":
      return false;
    case "unary":
      return hasRank(expression.operand);
    case "binary":
      return hasRank(expression.left) || hasRank(expression.right);
    case "call":
      return expression.function === "rank" || expression.arguments.some(hasRank);
  }
}

const RANK = {
  vi: "Thứ hạng giữa các đơn vị cũ không quy đổi được sang đơn vị mới.",
  en: "A rank among former units cannot be recast to present ones.",
};
const INDEX = {
  vi: "Chỉ số (so với kỳ gốc) của các đơn vị cũ không gộp được nếu không có quyền số.",
  en: "Index numbers of former units cannot be merged without weights.",
};
const NO_RULE = {
  vi: "Chỉ số này không được gộp theo địa phương, nên số liệu của các đơn vị cũ không quy đổi được.",
  en: "This indicator is not aggregated over areas, so the figures of former units cannot be recast.",
};
const SPLIT = {
  vi: "Đơn vị cũ bị chia tách; chỉ số tổng hay bình quân gia quyền mới chia được theo tỷ lệ.",
  en: "A former unit was split; only sums and weighted means can be apportioned.",
};
const STATIC = {
  vi: "Giá trị cố định theo thời hạn hiệu lực không quy đổi theo địa phương.",
  en: "Constants with a validity are not recast.",
};
