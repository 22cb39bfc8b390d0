import { DomainError } from "@bochiso/shared/errors";
import { compileFormula, parseFormula } from "@bochiso/shared/formula";
import { operandPaths, type Rule } from "@bochiso/shared/graph";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import type { Catalogue } from "../catalogue/catalogue.ts";

/** A formula over an indicator's own cell as a rule, so that it is read and traced like the indicator's own. Throws `formula-invalid`. */
export function formulaRule(catalogue: Catalogue, definition: IndicatorDefinition, formula: string): Rule {
  const parsed = parseFormula(formula);
  if (!parsed.ok) {
    const text = parsed.problems[0]?.text ?? { vi: "Công thức sai.", en: "The formula is wrong." };
    throw new DomainError("formula-invalid", { formula: formula.slice(0, 200) }, text);
  }
  // With the breaks that former units handed on to the present ones.
  const { definitions } = catalogue.graph;
  const { periodType } = definition;
  return {
    kind: "formula",
    definition,
    formula: compileFormula({ ast: parsed.ast, periodType, definitions }),
    dimensions: new Set(definition.breakdowns.map(({ dimension }) => dimension)),
    required: [],
    anchors: [],
    operands: operandPaths({ ast: parsed.ast, periodType, definitions }),
  };
}
