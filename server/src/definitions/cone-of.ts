import type { DependencyGraph } from "@bochiso/shared/graph";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import { canonicalJson } from "@bochiso/shared/json";

/** The attributes that decide what is computed; any other may change without computing anything. */
const COMPUTING = [
  "unit",
  "periodType",
  "accumulation",
  "formula",
  "breakdowns",
  "aggregation",
  "breaks",
  "direction",
] as const satisfies readonly (keyof IndicatorDefinition)[];

/**
 * What changed definitions make other cells of: those whose computing attributes differ, and everything computed from
 * them, in the order of the new graph. A retired indicator has no dependents and computes nothing.
 */
export function coneOf(
  graph: DependencyGraph,
  inForce: ReadonlyMap<string, IndicatorDefinition>,
  changed: readonly IndicatorDefinition[],
): string[] {
  const cone = new Set<string>();
  for (const definition of changed) {
    if (!definition.retired && computesOtherwise(inForce.get(definition.code), definition)) cone.add(definition.code);
  }
  const order = graph.aggregation?.order ?? [...graph.ruleOf.keys()];
  for (const code of order) if (operandsOf(graph, code).some((operand) => cone.has(operand))) cone.add(code);
  const ordered = order.filter((code) => cone.has(code));
  const uncomputed = [...cone].filter((code) => !ordered.includes(code));
  return [...uncomputed, ...ordered];
}

/** The indicators that an indicator's cells are made of, itself left out. */
function operandsOf({ ruleOf, aggregation }: DependencyGraph, code: string): string[] {
  const operands = ruleOf.get(code)?.operands.map(({ operand }) => String(operand.code)) ?? [];
  const weight = aggregation?.ruleOf.get(code)?.weight?.path.operand.code;
  return weight === undefined ? operands : [...operands, weight];
}

function computesOtherwise(before: IndicatorDefinition | undefined, after: IndicatorDefinition): boolean {
  if (before === undefined) return true;
  return COMPUTING.some((field) => canonicalJson(before[field]) !== canonicalJson(after[field]));
}
