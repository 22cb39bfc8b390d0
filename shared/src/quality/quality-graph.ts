import { type CompiledFormula, compileFormula } from "../formula/compile-formula.ts";
import type { FormulaDefinition, FormulaDefinitions } from "../formula/formula-definition.ts";
import { buildGraph } from "../graph/build-graph.ts";
import type { DependencyGraph, FormulaRule } from "../graph/dependency-graph.ts";
import { IndicatorCode } from "../indicator/indicator.ts";
import type { QualityRule } from "./quality-rule.ts";
import { type RuleSides, ruleCondition, ruleFormula, sidesOf } from "./rule-formula.ts";

/** A rule with a condition, ready to be found by what it reads and to be judged. */
export interface ConditionRule {
  readonly rule: QualityRule;
  /** The condition as a formula that gives 1 or 0, under a code of its own in the graph. */
  readonly node: FormulaRule;
  /** Both sides, to tell what was found; null where the condition is no comparison. */
  readonly sides: {
    readonly left: CompiledFormula;
    readonly right: CompiledFormula;
    readonly relation: RuleSides["relation"];
  } | null;
}

/** Conditions as cells of a dependency graph: what reads a changed cell is found as computed cells are (decision 003). */
export interface QualityGraph {
  readonly graph: DependencyGraph;
  /** By the code of the node. */
  readonly conditions: ReadonlyMap<string, ConditionRule>;
}

/** No indicator of a catalogue has this prefix: its first part is a reserved word here. */
const nodeCode = (at: number): IndicatorCode => IndicatorCode.parse(`quality_condition.r${at}`);

/**
 * The graph of the rules with a condition. The formulas of indicators are left out: computed operands that changed are
 * handed in as changed cells. Rules whose indicator or formula is unknown are passed over; they are refused where rules
 * are stored.
 */
export function buildQualityGraph(rules: readonly QualityRule[], definitions: FormulaDefinitions): QualityGraph {
  const known = new Map<string, FormulaDefinition>();
  for (const [code, definition] of definitions) known.set(code, { ...definition, formula: null });
  const nodes = rules.flatMap((rule, at) => {
    const own = definitions.get(rule.indicator);
    const formula = ruleFormula(rule);
    if (own === undefined || formula === null || ruleCondition(rule) === null) return [];
    return [{ rule, definition: nodeDefinition(nodeCode(at), own, formula) }];
  });
  const graph = buildGraph(
    new Map([...known, ...nodes.map(({ definition }) => [definition.code, definition] as const)]),
  );
  const conditions = new Map<string, ConditionRule>();
  for (const { rule, definition } of nodes) {
    const node = graph.ruleOf.get(definition.code);
    if (node !== undefined)
      conditions.set(definition.code, { rule, node, sides: compiledSides(rule, definition, known) });
  }
  return { graph, conditions };
}

function nodeDefinition(code: IndicatorCode, own: FormulaDefinition, formula: string): FormulaDefinition {
  return {
    code,
    unit: "",
    periodType: own.periodType,
    accumulation: "flow",
    formula: `if(${formula}, 1, 0)`,
    breakdowns: own.breakdowns,
    aggregation: { area: "none", time: "none" },
    breaks: [],
    direction: "neutral",
  };
}

function compiledSides(rule: QualityRule, { periodType }: FormulaDefinition, definitions: FormulaDefinitions) {
  const condition = ruleCondition(rule);
  const sides = condition === null ? null : sidesOf(condition);
  if (sides === null) return null;
  const compiled = (ast: RuleSides["left"]): CompiledFormula => compileFormula({ ast, periodType, definitions });
  return { left: compiled(sides.left), right: compiled(sides.right), relation: sides.relation };
}
