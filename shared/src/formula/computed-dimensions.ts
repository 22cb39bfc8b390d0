import type { Expression, Reference } from "./ast.ts";
import type { FormulaDefinition, FormulaDefinitions } from "./formula-definition.ts";

/** A reference with the dimensions that `sum(… over dimension)` around it runs over. */
export interface SpreadReference {
  readonly reference: Reference;
  readonly over: readonly string[];
}

/** Every reference of a tree with the dimensions summed over around it, in the order written. */
export function spreadReferences(expression: Expression, over: readonly string[] = []): SpreadReference[] {
  switch (expression.kind) {
    case "number":
    case "boolean":
      return [];
    case "reference":
      return [{ reference: expression, over }];
    case "unary":
      return spreadReferences(expression.operand, over);
    case "binary":
      return [...spreadReferences(expression.left, over), ...spreadReferences(expression.right, over)];
    case "call": {
      const inner =
        expression.over === null || expression.over.name === "area" ? over : [...over, expression.over.name];
      return expression.arguments.flatMap((argument) => spreadReferences(argument, inner));
    }
  }
}

/** How one operand stands to a dimension of the result. */
export type DimensionRole = "free" | "total" | "fixed" | "absent";

/** Whether an operand follows the result along a dimension, is held at its total, at one code, or does not have it. */
export function dimensionRole(spread: SpreadReference, dimension: string, operand: FormulaDefinition): DimensionRole {
  const selected = spread.reference.selection.find((selector) => selector.dimension === dimension);
  if (selected !== undefined) return selected.code === "_T" ? "total" : "fixed";
  if (!operand.breakdowns.some((breakdown) => breakdown.dimension === dimension)) return "absent";
  return spread.over.includes(dimension) ? "total" : "free";
}

/**
 * The breakdowns of the definition that the formula can compute: every operand follows the dimension, or is
 * held at its total (`[dim=_T]`, `sum(… over dim)`) while another follows it.
 */
export function computedDimensions(
  ast: Expression,
  definition: FormulaDefinition,
  definitions: FormulaDefinitions,
): string[] {
  const spreads = spreadReferences(ast);
  return definition.breakdowns
    .map(({ dimension }) => dimension)
    .filter((dimension) => {
      const roles = spreads.map((spread) => {
        const operand = definitions.get(spread.reference.indicator);
        return operand === undefined ? "absent" : dimensionRole(spread, dimension, operand);
      });
      return roles.includes("free") && roles.every((role) => role === "free" || role === "total");
    });
}
