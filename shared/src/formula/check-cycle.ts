import type { Expression } from "./ast.ts";
import { computedOperands } from "./computed-operands.ts";
import { findCycle } from "./find-cycle.ts";
import type { FormulaDefinitions } from "./formula-definition.ts";
import type { FormulaProblem } from "./formula-problem.ts";
import { parseFormula } from "./parse-formula.ts";
import { referencesIn } from "./references-in.ts";

/**
 * Whether a formula would make an indicator depend on itself through other formulas; the problem stands at the
 * reference the path goes out by. Direct self-reference is `checkFormula`'s.
 */
export function checkCycle(input: {
  code: string;
  ast: Expression;
  definitions: FormulaDefinitions;
}): FormulaProblem | null {
  const { code, ast, definitions } = input;
  const dependsOn = (name: string): readonly string[] => {
    if (name === code) return computedOperands(ast);
    const formula = definitions.get(name)?.formula ?? null;
    const parsed = formula === null ? null : parseFormula(formula);
    return parsed?.ok ? computedOperands(parsed.ast) : [];
  };
  const cycle = findCycle([code], dependsOn);
  if (cycle === null || cycle[0] !== code || cycle.length < 3) return null;
  const span = referencesIn(ast).find(({ indicator }) => indicator === cycle[1])?.span ?? ast.span;
  const path = cycle.join(" → ");
  return {
    code: "cycle",
    span,
    text: { vi: `Công thức dẫn vòng về chính nó: ${path}.`, en: `The formula leads back to itself: ${path}.` },
    nearest: null,
  };
}
