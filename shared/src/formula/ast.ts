import type { Scenario } from "../observation/scenario.ts";
import type { FunctionName } from "./function-table.ts";
import type { Span } from "./span.ts";

export type UnaryOperator = "-" | "+" | "not";
export type ArithmeticOperator = "+" | "-" | "*" | "/" | "^";
export type ComparisonOperator = "=" | "!=" | "<" | "<=" | ">" | ">=";
export type LogicalOperator = "and" | "or";
export type BinaryOperator = ArithmeticOperator | ComparisonOperator | LogicalOperator;

export interface NumberLiteral {
  readonly kind: "number";
  readonly value: number;
  readonly span: Span;
}
export interface BooleanLiteral {
  readonly kind: "boolean";
  readonly value: boolean;
  readonly span: Span;
}
/** `[dimension=code]`; code `_T` picks the total. */
export interface Selector {
  readonly dimension: string;
  readonly code: string;
  readonly span: Span;
}
/** Which area a reference reads: the cell's own, its parent, or a named one. */
export type AreaSelector =
  | { readonly kind: "own" }
  | { readonly kind: "parent" }
  | { readonly kind: "fixed"; readonly code: string; readonly span: Span };
/** An operand: an indicator with optional breakdown, area and scenario. */
export interface Reference {
  readonly kind: "reference";
  readonly indicator: string;
  readonly selection: readonly Selector[];
  readonly area: AreaSelector;
  readonly scenario: Scenario;
  readonly span: Span;
}
export interface UnaryExpression {
  readonly kind: "unary";
  readonly operator: UnaryOperator;
  readonly operand: Expression;
  readonly span: Span;
}
export interface BinaryExpression {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
  readonly span: Span;
}
/** What `sum(x over …)` runs over: the areas directly below, or the codes of a dimension. */
export interface Over {
  /** `area`, or the id of a dimension. */
  readonly name: string;
  readonly span: Span;
}
export interface CallExpression {
  readonly kind: "call";
  readonly function: FunctionName;
  readonly arguments: readonly Expression[];
  readonly over: Over | null;
  readonly span: Span;
}
/** The tree of a formula; every node knows its place in the text. */
export type Expression =
  | NumberLiteral
  | BooleanLiteral
  | Reference
  | UnaryExpression
  | BinaryExpression
  | CallExpression;
