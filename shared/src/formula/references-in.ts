import type { Expression, Reference } from "./ast.ts";

/** The references of a tree in the order they are written. */
export function referencesIn(expression: Expression): Reference[] {
  switch (expression.kind) {
    case "number":
    case "boolean":
      return [];
    case "reference":
      return [expression];
    case "unary":
      return referencesIn(expression.operand);
    case "binary":
      return [...referencesIn(expression.left), ...referencesIn(expression.right)];
    case "call":
      return expression.arguments.flatMap(referencesIn);
  }
}
