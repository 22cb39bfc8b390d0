export type { AreaSelector, BinaryOperator, Expression, Over, Reference, Selector, UnaryOperator } from "./ast.ts";
export type { FormulaDefinition, FormulaDefinitions } from "./formula-definition.ts";
export { FORMULA_PROBLEM_CODES, type FormulaProblem, type FormulaProblemCode } from "./formula-problem.ts";
export { FUNCTION_CATEGORIES, type FunctionCategory, type FunctionParameter, type FunctionRow } from "./function-row.ts";
export { FUNCTION_NAMES, FUNCTION_TABLE, type FunctionName } from "./function-table.ts";
export type {
  AreaSpace,
  EvaluatedCell,
  OperandQuery,
  OperandReading,
  OperandSource,
  SeriesAddress,
  SeriesReadings,
  TracedOperand,
} from "./operand.ts";
export type { Span } from "./span.ts";
