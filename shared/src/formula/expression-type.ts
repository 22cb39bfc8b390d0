import type { Quantity, UnitResult } from "../unit/index.ts";
import type { Expression } from "./ast.ts";
import type { Span } from "./span.ts";

/** What a part of a formula is, as far as the checker can tell; `unknown` follows a fault already told. */
export type ExpressionType =
  | { readonly kind: "boolean" }
  | { readonly kind: "literal"; readonly value: number }
  | { readonly kind: "quantity"; readonly quantity: Quantity }
  | { readonly kind: "unknown" };

export interface TypedExpression {
  readonly expression: Expression;
  readonly type: ExpressionType;
}

export const BOOLEAN: ExpressionType = { kind: "boolean" };
export const UNKNOWN: ExpressionType = { kind: "unknown" };

/** A number with a unit. */
export function numberType(quantity: Quantity): ExpressionType {
  return { kind: "quantity", quantity };
}

/** What the unit rules of functions may ask of the checker. */
export interface UnitContext {
  /** Reports a fault of units at a place. */
  settle(result: UnitResult<Quantity>, span: Span): ExpressionType;
  report(code: "type-mismatch" | "literal-required", span: Span, vi: string, en: string): ExpressionType;
  /** Whether the operand is a number (or a truth value); tells where it is not. */
  require(kind: "number" | "boolean", operand: TypedExpression): boolean;
  /** The unit that all numbers of a choice share; written numbers take the unit of the others. */
  common(operands: readonly TypedExpression[]): ExpressionType;
}
