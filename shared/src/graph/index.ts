export type { OrdinalRange } from "../formula/ordinal-range.ts";
export { affectedCells, affectedSteps, MAX_AFFECTED_CELLS } from "./affected-cells.ts";
export type {
  AffectedPlan,
  AffectedSeries,
  CellOutcome,
  DerivedCell,
  EvaluatedResult,
  EvaluatedSeries,
  OperandRanges,
} from "./affected-plan.ts";
export type { AggregationRule, CombiningRule } from "./aggregation-rule.ts";
export { buildGraph } from "./build-graph.ts";
export type { CellWay } from "./cell-parts.ts";
export type { AggregationGraph, DependencyEdge, DependencyGraph, FormulaRule, Rule } from "./dependency-graph.ts";
export { evaluatePlan, evaluateSeries } from "./evaluate-plan.ts";
export { type OperandPath, operandPaths } from "./operand-path.ts";
export { operandRanges, operandSteps, runsOf } from "./operand-ranges.ts";
export type { PeriodStep } from "./period-step.ts";
export { type PossibleSeries, possibleSeries, type StoredSeries } from "./possible-series.ts";
export { runSteps } from "./run-steps.ts";
export type { ChangedCell, ChangedCells, StoredExtent } from "./stored-extent.ts";
export { type TracedCell, type TracedPart, traceCell } from "./trace-cell.ts";
