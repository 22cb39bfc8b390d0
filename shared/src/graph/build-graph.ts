import type { AggregationPlaces } from "../aggregation/aggregation-places.ts";
import { withSuccessorBreaks } from "../aggregation/with-successor-breaks.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { Expression } from "../formula/ast.ts";
import { compileFormula } from "../formula/compile-formula.ts";
import { readsOwnPlace } from "../formula/compile-reference.ts";
import { computedDimensions } from "../formula/computed-dimensions.ts";
import { computedOperands } from "../formula/computed-operands.ts";
import { findCycle } from "../formula/find-cycle.ts";
import type { FormulaDefinition, FormulaDefinitions } from "../formula/formula-definition.ts";
import { parseFormula } from "../formula/parse-formula.ts";
import { type AggregationRule, aggregationRule } from "./aggregation-rule.ts";
import type { AggregationGraph, DependencyEdge, DependencyGraph, Rule } from "./dependency-graph.ts";
import { operandPaths } from "./operand-path.ts";

/**
 * The dependency graph of the definitions in force; with `aggregation` also of the wholes made of parts: roll-ups
 * over areas, recasts of former units, totals over codes. Throws `formula-invalid` where a formula does not parse,
 * `formula-cycle` with the path, `formula-not-checked` where `checkFormula` would have refused a formula,
 * `weight-unknown` where a definition is weighted by nothing.
 */
export function buildGraph(
  given: FormulaDefinitions,
  { aggregation: places }: { aggregation?: AggregationPlaces | undefined } = {},
): DependencyGraph {
  const definitions = places === undefined ? given : extendBreaks(given, places);
  const trees = new Map<string, Expression>();
  for (const definition of [...definitions.values()].sort((a, b) => (a.code < b.code ? -1 : 1))) {
    if (definition.formula !== null) trees.set(definition.code, treeOf(definition, definition.formula));
  }
  const aggregates = places === undefined ? new Map<string, AggregationRule>() : aggregationRules(definitions, trees);
  const dependsOn = (code: string): string[] => {
    const tree = trees.get(code);
    const weight = aggregates.get(code)?.weight?.path.operand.code;
    return [...(tree === undefined ? [] : computedOperands(tree)), ...(weight === undefined ? [] : [weight])];
  };
  const names = new Set([...trees.keys(), ...aggregates.keys()]);
  const cycle = findCycle(names, dependsOn);
  if (cycle !== null) throw cycleError(cycle);
  const order = inDependencyOrder(names, dependsOn);
  const ruleOf = new Map<string, Rule>();
  for (const code of order) {
    const [tree, definition] = [trees.get(code), definitions.get(code)];
    if (tree !== undefined && definition !== undefined) ruleOf.set(code, ruleFor(definition, tree, definitions));
  }
  const rules = [...ruleOf.values()];
  const aggregation: AggregationGraph | null = places === undefined ? null : { places, ruleOf: aggregates, order };
  return { definitions, rules, ruleOf, dependents: edgesByOperand(rules), aggregation };
}

function extendBreaks(definitions: FormulaDefinitions, { areas }: AggregationPlaces): FormulaDefinitions {
  return new Map([...definitions].map(([code, definition]) => [code, withSuccessorBreaks(definition, areas)]));
}

function aggregationRules(
  definitions: FormulaDefinitions,
  trees: ReadonlyMap<string, Expression>,
): Map<string, AggregationRule> {
  const rules = new Map<string, AggregationRule>();
  for (const code of [...definitions.keys()].sort()) {
    const definition = definitions.get(code);
    if (definition === undefined) continue;
    const rule = aggregationRule(definition, trees.get(code) ?? null, definitions);
    if (rule !== null) rules.set(code, rule);
  }
  return rules;
}

function treeOf(definition: FormulaDefinition, formula: string): Expression {
  const parsed = parseFormula(formula);
  if (parsed.ok) return parsed.ast;
  const [problem] = parsed.problems;
  throw new DomainError(
    "formula-invalid",
    { indicator: definition.code, problem: problem?.code, at: problem?.span.start },
    {
      vi: `Công thức của ${definition.code} sai: ${problem?.text.vi ?? ""}`,
      en: `The formula of ${definition.code} is wrong: ${problem?.text.en ?? ""}`,
    },
  );
}

/** The refusal of a cycle, naming it in order. */
function cycleError(cycle: readonly string[]): DomainError {
  const path = cycle.join(" → ");
  return new DomainError(
    "formula-cycle",
    { path },
    { vi: `Các công thức dẫn vòng về chính mình: ${path}.`, en: `The formulas lead back to themselves: ${path}.` },
  );
}

function inDependencyOrder(codes: Iterable<string>, dependsOn: (code: string) => readonly string[]): string[] {
  const ordered = new Set<string>();
  const visit = (code: string): void => {
    if (ordered.has(code)) return;
    for (const operand of dependsOn(code)) visit(operand);
    ordered.add(code);
  };
  for (const code of codes) visit(code);
  return [...ordered];
}

function ruleFor(definition: FormulaDefinition, ast: Expression, definitions: FormulaDefinitions): Rule {
  const { periodType } = definition;
  const formula = compileFormula({ ast, periodType, definitions });
  const operands = operandPaths({ ast, periodType, definitions });
  const owning = operands.filter(({ reference, operand }) =>
    readsOwnPlace({ reference, operand, resultType: periodType }),
  );
  const beside = operands.filter(({ reference }) => reference.area.kind === "own");
  return {
    kind: "formula",
    definition,
    formula,
    dimensions: new Set(computedDimensions(ast, definition, definitions)),
    required: definition.breakdowns.filter(({ required }) => required).map(({ dimension }) => dimension),
    anchors: owning.length > 0 ? owning : beside,
    operands,
  };
}

function edgesByOperand(rules: readonly Rule[]): Map<string, DependencyEdge[]> {
  const edges = new Map<string, DependencyEdge[]>();
  for (const rule of rules) {
    for (const path of rule.operands) {
      const { scenario } = path.reference;
      const operand = path.operand.code;
      const known = edges.get(operand) ?? [];
      known.push({ operand, scenario, path, rule });
      edges.set(operand, known);
    }
  }
  return edges;
}
