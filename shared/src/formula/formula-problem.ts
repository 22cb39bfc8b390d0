import type { Text } from "../text/text.ts";
import type { Span } from "./span.ts";

/** The closed list of what can be wrong with a formula. Stable: clients and tests rely on them. */
export const FORMULA_PROBLEM_CODES = [
  "formula-empty",
  "formula-too-long",
  "formula-too-deep",
  "formula-too-large",
  "character-unknown",
  "text-unclosed",
  "number-malformed",
  "leading-equals",
  "token-unexpected",
  "end-unexpected",
  "bracket-unclosed",
  "comparison-chained",
  "function-unknown",
  "argument-count",
  "over-not-allowed",
  "over-missing",
  "selector-repeated",
  "scenario-unknown",
  "area-malformed",
  "indicator-unknown",
  "area-unknown",
  "dimension-unknown",
  "dimension-not-in-operand",
  "dimension-required",
  "code-unknown",
  "operand-not-own",
  "self-reference",
  "cycle",
  "type-mismatch",
  "result-not-number",
  "literal-required",
  "unit-mismatch",
  "unit-scale",
  "unit-not-arithmetic",
  "unit-result",
  "unit-unknown",
  "period-not-nested",
  "period-ambiguous",
  "time-rule-missing",
  "time-argument",
  "accumulation-mismatch",
] as const;
export type FormulaProblemCode = (typeof FORMULA_PROBLEM_CODES)[number];

/** One fault of a formula: which rule, where, why in both languages, and the nearest known name. */
export interface FormulaProblem {
  readonly code: FormulaProblemCode;
  readonly span: Span;
  readonly text: Text;
  readonly nearest: string | null;
}
