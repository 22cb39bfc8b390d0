import type { BinaryOperator, UnaryOperator } from "./ast.ts";

/** How tightly operators bind, loosest first. Source: domain.md, Formula language. */
export const PRECEDENCE = {
  or: 1,
  and: 2,
  not: 3,
  comparison: 4,
  additive: 5,
  multiplicative: 6,
  unary: 7,
  power: 8,
  primary: 9,
} as const;

export interface OperatorRow {
  readonly kind: "logical" | "comparison" | "arithmetic";
  readonly precedence: number;
  /** The least precedence of an operand on the left and on the right. */
  readonly left: number;
  readonly right: number;
}

const comparison: OperatorRow = {
  kind: "comparison",
  precedence: PRECEDENCE.comparison,
  left: PRECEDENCE.additive,
  right: PRECEDENCE.additive,
};
const additive: OperatorRow = {
  kind: "arithmetic",
  precedence: PRECEDENCE.additive,
  left: PRECEDENCE.additive,
  right: PRECEDENCE.multiplicative,
};
const multiplicative: OperatorRow = {
  kind: "arithmetic",
  precedence: PRECEDENCE.multiplicative,
  left: PRECEDENCE.multiplicative,
  right: PRECEDENCE.unary,
};

/** Every binary operator: `^` binds right and above the unary minus, comparisons do not chain. */
export const BINARY_OPERATORS: Readonly<Record<BinaryOperator, OperatorRow>> = {
  or: { kind: "logical", precedence: PRECEDENCE.or, left: PRECEDENCE.or, right: PRECEDENCE.and },
  and: { kind: "logical", precedence: PRECEDENCE.and, left: PRECEDENCE.and, right: PRECEDENCE.not },
  "=": comparison,
  "!=": comparison,
  "<": comparison,
  "<=": comparison,
  ">": comparison,
  ">=": comparison,
  "+": additive,
  "-": additive,
  "*": multiplicative,
  "/": multiplicative,
  "^": { kind: "arithmetic", precedence: PRECEDENCE.power, left: PRECEDENCE.primary, right: PRECEDENCE.unary },
};

/** The least precedence of the operand of a prefix, and its own. */
export const UNARY_OPERATORS: Readonly<Record<UnaryOperator, number>> = {
  "-": PRECEDENCE.unary,
  "+": PRECEDENCE.unary,
  not: PRECEDENCE.not,
};

/** Other spellings that are accepted and printed as the first. */
export const OPERATOR_SPELLINGS: Readonly<Record<string, BinaryOperator>> = { "==": "=", "<>": "!=" };

/** Whether a text is a binary operator in its printed spelling. */
export function isBinaryOperator(text: string): text is BinaryOperator {
  return Object.hasOwn(BINARY_OPERATORS, text);
}
