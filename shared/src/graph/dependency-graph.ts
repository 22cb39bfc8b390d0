import type { AggregationPlaces } from "../aggregation/aggregation-places.ts";
import type { CompiledFormula } from "../formula/compile-formula.ts";
import type { FormulaDefinition, FormulaDefinitions } from "../formula/formula-definition.ts";
import type { IndicatorCode } from "../indicator/indicator.ts";
import type { Scenario } from "../observation/scenario.ts";
import type { AggregationRule } from "./aggregation-rule.ts";
import type { OperandPath } from "./operand-path.ts";

/** The method of calculation of an indicator. Wholes of parts are computed by an `AggregationRule` beside it. */
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

/** Aggregation and recast, where they are switched on. */
export interface AggregationGraph {
  readonly places: AggregationPlaces;
  readonly ruleOf: ReadonlyMap<string, AggregationRule>;
  /** Every computed indicator, by formula or from parts, after every indicator it reads. */
  readonly order: readonly string[];
}

/** Who depends on whom, over all definitions in force. */
export interface DependencyGraph {
  readonly definitions: FormulaDefinitions;
  /** Rules so that each stands after every rule whose cells it reads. */
  readonly rules: readonly Rule[];
  readonly ruleOf: ReadonlyMap<string, Rule>;
  /** Edges by operand indicator. */
  readonly dependents: ReadonlyMap<string, readonly DependencyEdge[]>;
  /** Null: formulas only. */
  readonly aggregation: AggregationGraph | null;
}
