import type { Unit } from "../unit/unit.ts";
import { checkNames } from "./check-names.ts";
import { checkPeriods, type PeriodConversion } from "./check-periods.ts";
import { checkUnits } from "./check-units.ts";
import { computedDimensions } from "./computed-dimensions.ts";
import type { FormulaCheckInput } from "./formula-check-input.ts";
import type { FormulaProblem } from "./formula-problem.ts";
import { ProblemList } from "./problem-list.ts";

/** What the checker found out about a good formula. */
export interface CheckedFormula {
  readonly ok: true;
  readonly unit: Unit;
  /** Breakdowns the formula can compute, in the definition's order. */
  readonly dimensions: readonly string[];
  /** Every reading of an operand of another period type. */
  readonly conversions: readonly PeriodConversion[];
}
export type FormulaCheck = CheckedFormula | { readonly ok: false; readonly problems: readonly FormulaProblem[] };

/**
 * Checks a parsed formula before it may be saved: names, areas, breakdowns, types, units with magnitude,
 * accumulation, nesting of periods. Reports every problem in one pass, by place. Cycles over several
 * definitions are `checkCycle`'s.
 */
export function checkFormula(input: FormulaCheckInput): FormulaCheck {
  const list = new ProblemList();
  checkNames(input, list);
  const conversions = checkPeriods(input, list);
  const unit = checkUnits(input, list);
  if (list.problems.length > 0 || unit === null) {
    return { ok: false, problems: list.problems.toSorted((a, b) => a.span.start - b.span.start) };
  }
  const dimensions = computedDimensions(input.ast, input.definition, input.definitions);
  return { ok: true, unit, dimensions, conversions };
}
