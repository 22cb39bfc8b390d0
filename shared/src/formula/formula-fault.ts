import type { Text } from "../text/text.ts";
import type { FormulaProblem, FormulaProblemCode } from "./formula-problem.ts";
import type { Span } from "./span.ts";

/** Stops the parser at the first fault of syntax; never leaves `parseFormula`. */
export class FormulaFault extends Error {
  readonly problem: FormulaProblem;

  constructor(code: FormulaProblemCode, span: Span, text: Text, nearest: string | null = null) {
    super(text.en);
    this.problem = { code, span, text, nearest };
  }
}
