import { IndicatorCode } from "../indicator/indicator.ts";
import type { PeriodType } from "../period/period-type.ts";
import type { Text } from "../text/text.ts";
import { describeQuantity } from "../unit/describe-quantity.ts";
import { isClose, isRatio, PERCENT, type Quantity } from "../unit/quantity.ts";
import type { Expression } from "./ast.ts";
import { checkNames } from "./check-names.ts";
import { checkPeriods, type PeriodConversion } from "./check-periods.ts";
import { inferUnits } from "./check-units.ts";
import type { FormulaCheckInput } from "./formula-check-input.ts";
import type { FormulaDefinition, FormulaDefinitions } from "./formula-definition.ts";
import type { FormulaProblem } from "./formula-problem.ts";
import { ProblemList } from "./problem-list.ts";
import { referencesIn } from "./references-in.ts";

/** What a formula of no indicator is checked against: the periods of its result, everything it may name. */
export interface FormulaInferInput extends Pick<FormulaCheckInput, "definitions" | "dimensions" | "areas"> {
  readonly ast: Expression;
  readonly periodType: PeriodType;
}

/** What a formula gives by itself: its unit in words, or `truth` for a truth value. */
export type FormulaInference =
  | {
      readonly ok: true;
      readonly truth: boolean;
      readonly unit: Text | null;
      readonly conversions: readonly PeriodConversion[];
    }
  | { readonly ok: false; readonly problems: readonly FormulaProblem[] };

/** Stands for the indicator that does not exist yet; the catalogue has no such code. */
const NOBODY = IndicatorCode.parse("formula.tried");

/**
 * Checks a formula as `checkFormula` does, without a declared unit to fit: the unit follows from the operands; null for a
 * plain number. Its result has the breakdowns that its operands require; others are totals or picked in the formula.
 */
export function inferFormula({ ast, periodType, ...known }: FormulaInferInput): FormulaInference {
  const definition: FormulaDefinition = {
    code: NOBODY,
    unit: "",
    periodType,
    accumulation: "flow",
    formula: null,
    breakdowns: requiredBreakdowns(ast, known.definitions),
    aggregation: { area: "none", time: "none" },
    breaks: [],
    direction: "neutral",
  };
  const input: FormulaCheckInput = { ast, definition, ...known };
  const list = new ProblemList();
  checkNames(input, list);
  const conversions = checkPeriods(input, list);
  const type = inferUnits(input, list);
  if (list.problems.length > 0) {
    return { ok: false, problems: list.problems.toSorted((a, b) => a.span.start - b.span.start) };
  }
  const unit = type.kind === "quantity" ? unitWords(type.quantity) : null;
  return { ok: true, truth: type.kind === "boolean", unit, conversions };
}

/** A ratio times 100 is in percent, whatever other units have that factor. */
function unitWords(quantity: Quantity): Text {
  const hundred = quantity.kind === "plain" && isRatio(quantity) && isClose(quantity.factor, PERCENT.factor);
  return describeQuantity(hundred ? { ...PERCENT, isDifference: quantity.isDifference } : quantity);
}

/** The result is by event where its operands are: there is no total of them to read. */
function requiredBreakdowns(ast: Expression, definitions: FormulaDefinitions): FormulaDefinition["breakdowns"] {
  const required = referencesIn(ast).flatMap(({ indicator, selection }) => {
    const own = definitions.get(indicator)?.breakdowns.filter((each) => each.required) ?? [];
    return own.filter(({ dimension }) => selection.every((each) => each.dimension !== dimension));
  });
  return [...new Map(required.map((each) => [each.dimension, each])).values()];
}
