import type { Expression } from "./ast.ts";
import { FormulaFault } from "./formula-fault.ts";
import { FORMULA_LIMITS } from "./formula-limits.ts";
import type { FormulaProblem } from "./formula-problem.ts";
import { Parser } from "./parser.ts";
import { Scanner } from "./scanner.ts";

/** A formula as a tree, or what is wrong with its text. */
export type FormulaParse =
  | { readonly ok: true; readonly ast: Expression }
  | { readonly ok: false; readonly problems: readonly FormulaProblem[] };

/** Reads a formula. Never throws; every problem has its place in the text. Names are checked by `checkFormula`. */
export function parseFormula(source: string): FormulaParse {
  const extent = textProblem(source);
  if (extent !== null) return { ok: false, problems: [extent] };
  const found: FormulaProblem[] = [];
  try {
    const parser = new Parser(source, found);
    const ast = parser.whole();
    return parser.problems.length === 0 ? { ok: true, ast } : { ok: false, problems: parser.problems };
  } catch (error) {
    if (error instanceof FormulaFault) return { ok: false, problems: [...found, error.problem] };
    throw error;
  }
}

function textProblem(source: string): FormulaProblem | null {
  const span = new Scanner("").span(0, 0);
  if (source.trim() === "") {
    return {
      code: "formula-empty",
      span,
      text: { vi: "Công thức trống.", en: "The formula is empty." },
      nearest: null,
    };
  }
  if (source.length <= FORMULA_LIMITS.length) return null;
  return {
    code: "formula-too-long",
    span: { ...span, start: FORMULA_LIMITS.length, end: source.length, column: FORMULA_LIMITS.length + 1 },
    text: {
      vi: `Công thức dài hơn ${FORMULA_LIMITS.length} ký tự.`,
      en: `The formula is longer than ${FORMULA_LIMITS.length} characters.`,
    },
    nearest: null,
  };
}
