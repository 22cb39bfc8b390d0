import type { AreaSelector, Expression, Reference } from "./ast.ts";
import { BINARY_OPERATORS, PRECEDENCE, UNARY_OPERATORS } from "./operator-table.ts";

/** The canonical text of a tree: fewest brackets, one spelling per operator; parsing it gives the same tree. */
export function printFormula(expression: Expression): string {
  switch (expression.kind) {
    case "number":
      return String(expression.value);
    case "boolean":
      return String(expression.value);
    case "reference":
      return printReference(expression);
    case "unary": {
      const operand = printWithin(expression.operand, UNARY_OPERATORS[expression.operator]);
      return expression.operator === "not" ? `not ${operand}` : `${expression.operator}${operand}`;
    }
    case "binary": {
      const row = BINARY_OPERATORS[expression.operator];
      const left = printWithin(expression.left, row.left);
      const right = printWithin(expression.right, row.right);
      return expression.operator === "^" ? `${left}^${right}` : `${left} ${expression.operator} ${right}`;
    }
    case "call": {
      const over = expression.over === null ? "" : ` over ${expression.over.name}`;
      return `${expression.function}(${expression.arguments.map(printFormula).join(", ")}${over})`;
    }
  }
}

/** The canonical text of one operand. */
export function printReference(reference: Reference): string {
  const selection = reference.selection.map(({ dimension, code }) => `${dimension}=${printCode(code)}`).join(", ");
  const scenario = reference.scenario === "actual" ? "" : `:${reference.scenario}`;
  return `${reference.indicator}${selection === "" ? "" : `[${selection}]`}${printArea(reference.area)}${scenario}`;
}

function printArea(area: AreaSelector): string {
  if (area.kind === "own") return "";
  return area.kind === "parent" ? "@parent" : `@${area.code}`;
}

function printCode(code: string): string {
  return /^[\p{L}\p{M}\p{N}_.-]+$/u.test(code) ? code : `"${code}"`;
}

function printWithin(expression: Expression, least: number): string {
  const text = printFormula(expression);
  return precedenceOf(expression) < least ? `(${text})` : text;
}

function precedenceOf(expression: Expression): number {
  if (expression.kind === "binary") return BINARY_OPERATORS[expression.operator].precedence;
  return expression.kind === "unary" ? UNARY_OPERATORS[expression.operator] : PRECEDENCE.primary;
}
