import type { CompiledFormula } from "../formula/compile-formula.ts";
import type { FormulaDefinition, FormulaDefinitions } from "../formula/formula-definition.ts";
import type { IndicatorCode } from "../indicator/indicator.ts";
import type { Scenario } from "../observation/scenario.ts";
import type { OperandPath } from "./operand-path.ts";

/**
 * How the cells of an indicator are computed. `formula` is the method of calculation; roll-ups over areas
 * (issue: aggregation and recast) will be further kinds with their own edges in the same order.
 */
export interface FormulaRule {
  readonly kind: "formula";
  readonly definition: FormulaDefinition;
  readonly formula: CompiledFormula;
  /** Breakdowns the formula can compute, in the definition's order. */
  readonly dimensions: ReadonlySet<string>;
  /** Dimensions every cell of the indicator must carry. */
  readonly required: readonly string[];
  /** The operands by which the rule's cells are found: those read at the cell's own place. */
  readonly anchors: readonly OperandPath[];
  readonly operands: readonly OperandPath[];
}
export type Rule = FormulaRule;

/** An operand of a rule: a change of it reaches the rule's cells along the paths. */
export interface DependencyEdge {
  readonly operand: IndicatorCode;
  readonly scenario: Scenario;
  readonly path: OperandPath;
  readonly rule: Rule;
}

/** Who depends on whom, over all definitions in force. */
export interface DependencyGraph {
  readonly definitions: FormulaDefinitions;
  /** Rules so that each stands after every rule whose cells it reads. */
  readonly rules: readonly Rule[];
  readonly ruleOf: ReadonlyMap<string, Rule>;
  /** Edges by operand indicator. */
  readonly dependents: ReadonlyMap<string, readonly DependencyEdge[]>;
}
