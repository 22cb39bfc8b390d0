import type { CompletionCatalogue } from "../formula/complete-formula.ts";
import type { FormulaProblem } from "../formula/formula-problem.ts";
import type { PeriodType } from "../period/period-type.ts";
import type { Text } from "../text/text.ts";
import type { ExplanationNode } from "./explanation.ts";

/** An indicator as the formula page knows it. */
export interface FormulaIndicator {
  code: string;
  name: Text;
  dimensions: readonly string[];
  periodType: PeriodType;
  unit: Text;
}

/** What formulas may name: indicators, dimensions with their codes, areas (the nation first). */
export interface FormulaCatalogueModel extends CompletionCatalogue {
  indicators: readonly FormulaIndicator[];
}

/** What the checker says of a formula that was typed. Positions are UTF-16 offsets into the text as sent. */
export type FormulaCheckModel =
  | {
      ok: true;
      /** The formula as the system writes it. */
      printed: string;
      /** The formula in words. */
      words: Text;
      /** True where the result is a truth value, which no indicator can have. */
      truth: boolean;
      unit: Text | null;
      /** Every reading of an operand of another period type. */
      conversions: { start: number; end: number; text: Text }[];
      /** False where trying it would read too much. */
      canEvaluate: boolean;
    }
  | { ok: false; problems: readonly FormulaProblem[] };

/** A formula tried on stored figures: the result with its operands, or why there is none. */
export type FormulaValueModel = { ok: true; node: ExplanationNode } | { ok: false; reason: Text };
