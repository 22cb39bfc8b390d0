import { type TracedEvaluation, traceFormula } from "../formula/evaluate.ts";
import type { AreaSpace, OperandSource, TracedOperand } from "../formula/operand.ts";
import type { Value } from "../observation/value.ts";
import type { DerivedCell } from "./affected-plan.ts";
import { weightBreakdown } from "./aggregation-rule.ts";
import { bindCell, type CellEvaluation } from "./bind-cell.ts";
import type { CellParts, PartPlace } from "./cell-parts.ts";
import type { DependencyGraph } from "./dependency-graph.ts";

/** A part of a whole as read, with what it was weighed by. */
export interface TracedPart<Token = unknown> {
  readonly operand: TracedOperand<Token>;
  /** How much of the part belongs to the whole, 0–1. */
  readonly share: number;
  /** Value of the weight indicator in this part; null where parts are not weighed. */
  readonly weight: Value | null;
  /** What was read for the weight: mostly one cell, several where a finer weight was aggregated. */
  readonly weights: readonly TracedOperand<Token>[];
}

/**
 * A computed cell with what was read for it: the operands of its formula, or its parts, each after its weight. `parts`
 * says of a whole which is which; null for formulas.
 */
export type TracedCell<Token> = TracedEvaluation<Token> &
  Pick<CellEvaluation, "way" | "coverage"> & { readonly parts: readonly TracedPart<Token>[] | null };

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
    return { value, live, status, way, coverage, operands, parts: null };
  }
  const traced = tracedParts(input, parts);
  const operands = traced.flatMap(({ weights, operand }) => [...weights, operand]);
  return { value, live, status, way, coverage, operands, parts: traced };
}

function tracedParts<Token>(
  { graph, cell, source, space }: Parameters<typeof traceCell<Token>>[0],
  { places, way }: CellParts,
): TracedPart<Token>[] {
  const { indicator, period } = cell;
  const weight = way === "carried" ? null : (graph.aggregation?.ruleOf.get(indicator)?.weight ?? null);
  const weigh = ({ area, breakdown }: PartPlace): Pick<TracedPart<Token>, "weight" | "weights"> => {
    if (weight === null) return { weight: null, weights: [] };
    const at = { area, breakdown: weightBreakdown(weight, breakdown), period };
    const { value, operands } = traceFormula({ formula: weight.formula, cell: at, source, space });
    return { weight: value, weights: operands };
  };
  return places.map((place) => {
    const { area, breakdown, share } = place;
    const query = { indicator, area, breakdown, scenario: "actual" } as const;
    const { value, token, period: answered } = source.open(query).at(period.ordinal);
    return { operand: { ref: indicator, ...query, period: answered ?? period, value, token }, share, ...weigh(place) };
  });
}
