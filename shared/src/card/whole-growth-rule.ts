import type { IndicatorDefinition } from "../indicator/indicator.ts";
import type { PeriodType } from "../period/period-type.ts";
import { type ChangeRule, changeRules } from "./change-rule.ts";

/**
 * How a period aggregated from an indicator's own ones compares with the same one of last year, as a formula at the
 * coarser type; null where the definition declares no such comparison. A ratio is written out, so that its parts are
 * aggregated before they are divided.
 */
export function wholeGrowthRule(definition: IndicatorDefinition, coarser: PeriodType): ChangeRule | null {
  const rule = changeRules({ ...definition, periodType: coarser }).find(({ kind }) => kind === "same-period-last-year");
  if (rule === undefined) return null;
  const { code, formula, aggregation } = definition;
  if (aggregation.time !== "recompute" || formula === null) return rule;
  const writtenOut = (text: string) => text.replaceAll(code, () => `(${formula})`);
  const { whenBaseNotPositive: fallback } = rule;
  return {
    ...rule,
    formula: writtenOut(rule.formula),
    whenBaseNotPositive: fallback && { ...fallback, formula: writtenOut(fallback.formula) },
  };
}
