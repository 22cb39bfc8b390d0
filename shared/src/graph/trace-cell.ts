import { type TracedEvaluation, traceFormula } from "../formula/evaluate.ts";
import type { AreaSpace, OperandSource, TracedOperand } from "../formula/operand.ts";
import type { DerivedCell } from "./affected-plan.ts";
import { weightBreakdown } from "./aggregation-rule.ts";
import { bindCell, type CellEvaluation } from "./bind-cell.ts";
import type { CellParts, PartPlace } from "./cell-parts.ts";
import type { DependencyGraph } from "./dependency-graph.ts";

/** A computed cell with what was read for it: the operands of its formula, or its parts, each after its weight. */
export type TracedCell<Token> = TracedEvaluation<Token> & Pick<CellEvaluation, "way" | "coverage">;

/** Computes one cell and tells what was read, for explanations and coverage; null where no rule computes it. */
export function traceCell<Token>(input: {
  graph: DependencyGraph;
  cell: DerivedCell;
  source: OperandSource<Token>;
  space: AreaSpace;
}): TracedCell<Token> | null {
  const { graph, cell, source, space } = input;
  const { indicator, area, breakdown, period } = cell;
  const bound = bindCell({ graph, indicator, area, breakdown, source, space });
  if (bound === null) return null;
  const { value, live, status, way, coverage, parts } = bound.at(period.ordinal);
  const rule = graph.ruleOf.get(indicator);
  if (parts === null) {
    const operands = rule === undefined ? [] : traceFormula({ formula: rule.formula, cell, source, space }).operands;
    return { value, live, status, way, coverage, operands };
  }
  return { value, live, status, way, coverage, operands: tracedParts(input, parts) };
}

function tracedParts<Token>(
  { graph, cell, source, space }: Parameters<typeof traceCell<Token>>[0],
  { places, way }: CellParts,
): TracedOperand<Token>[] {
  const { indicator, period } = cell;
  const weight = way === "carried" ? null : (graph.aggregation?.ruleOf.get(indicator)?.weight ?? null);
  const weigh = ({ area, breakdown }: PartPlace): readonly TracedOperand<Token>[] => {
    if (weight === null) return [];
    const at = { area, breakdown: weightBreakdown(weight, breakdown), period };
    return traceFormula({ formula: weight.formula, cell: at, source, space }).operands;
  };
  return places.flatMap((place) => {
    const { area, breakdown } = place;
    const query = { indicator, area, breakdown, scenario: "actual" } as const;
    const { value, token, period: answered } = source.open(query).at(period.ordinal);
    return [...weigh(place), { ref: indicator, ...query, period: answered ?? period, value, token }];
  });
}
