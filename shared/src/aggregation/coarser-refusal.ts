import { checkPeriods } from "../formula/check-periods.ts";
import type { FormulaDefinition, FormulaDefinitions } from "../formula/formula-definition.ts";
import type { FormulaProblemCode } from "../formula/formula-problem.ts";
import { parseFormula } from "../formula/parse-formula.ts";
import { ProblemList } from "../formula/problem-list.ts";
import type { PeriodType } from "../period/period-type.ts";
import type { Text } from "../text/text.ts";
import { timeRefusal } from "./aggregate-over-time.ts";

/**
 * Why an indicator has no value at a coarser period type; null where it has. As `timeRefusal`, and for `recompute` its
 * formula must make sense there: every operand has a time rule of its own, and no step is by single short periods.
 */
export function coarserRefusal(
  definition: FormulaDefinition,
  coarser: PeriodType,
  definitions: FormulaDefinitions,
): Text | null {
  const refusal = timeRefusal(definition, coarser);
  if (refusal !== null || definition.periodType === coarser) return refusal;
  return definition.aggregation.time === "recompute" ? formulaRefusal(definition, coarser, definitions) : null;
}

function formulaRefusal(
  definition: FormulaDefinition,
  coarser: PeriodType,
  definitions: FormulaDefinitions,
): Text | null {
  const parsed = parseFormula(definition.formula ?? "");
  if (!parsed.ok) return NO_FORMULA;
  const list = new ProblemList();
  checkPeriods(
    { ast: parsed.ast, definition: { ...definition, periodType: coarser }, definitions, dimensions: new Map() },
    list,
  );
  const [problem] = list.problems;
  return problem === undefined ? null : (TEXTS[problem.code] ?? problem.text);
}

const NO_FORMULA: Text = {
  vi: "Chỉ số không có công thức để tính lại cho cả kỳ.",
  en: "The indicator has no formula to recompute for the whole period.",
};

/** For readers of a screen, who did not write the formula. */
const TEXTS: Readonly<Partial<Record<FormulaProblemCode, Text>>> = {
  "time-rule-missing": {
    vi: "Công thức có thành phần không gộp được theo thời gian.",
    en: "A component of the formula is not aggregated over time.",
  },
  "period-ambiguous": {
    vi: "Công thức so với các kỳ liền trước nên chỉ có nghĩa ở kỳ của chỉ số.",
    en: "The formula looks at the periods just before, so it has a meaning at its own periods only.",
  },
  "period-not-nested": {
    vi: "Kỳ của một thành phần trong công thức không nằm trọn trong kỳ này.",
    en: "The periods of a component of the formula do not lie wholly inside this one.",
  },
};
