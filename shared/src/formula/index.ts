export type { AreaSelector, BinaryOperator, Expression, Over, Reference, Selector, UnaryOperator } from "./ast.ts";
export { checkCycle } from "./check-cycle.ts";
export { type CheckedFormula, checkFormula, type FormulaCheck } from "./check-formula.ts";
export type { PeriodConversion } from "./check-periods.ts";
export { type CompiledFormula, compileFormula } from "./compile-formula.ts";
export { type Completion, type CompletionCatalogue, type CompletionKind, completeFormula } from "./complete-formula.ts";
export { computedDimensions } from "./computed-dimensions.ts";
export { describeFormula, type FormulaNames } from "./describe-formula.ts";
export {
  type BoundFormula,
  bindFormula,
  type Evaluation,
  evaluate,
  type TracedEvaluation,
  traceFormula,
} from "./evaluate.ts";
export type { FormulaCheckInput } from "./formula-check-input.ts";
export type { FormulaDefinition, FormulaDefinitions } from "./formula-definition.ts";
export { FORMULA_LIMITS } from "./formula-limits.ts";
export { FORMULA_PROBLEM_CODES, type FormulaProblem, type FormulaProblemCode } from "./formula-problem.ts";
export { type FormulaRule, PERIOD_RULES, REFERENCE_RULES } from "./formula-rules.ts";
export {
  BINARY_WORDS,
  CATEGORY_WORDS,
  functionReading,
  functionSignature,
  MISSING_RULE_WORDS,
  PARAMETER_WORDS,
  UNARY_WORDS,
  UNIT_RULE_WORDS,
} from "./formula-words.ts";
export { formulaWork } from "./formula-work.ts";
export {
  FUNCTION_CATEGORIES,
  type FunctionCategory,
  type FunctionParameter,
  type FunctionRow,
} from "./function-row.ts";
export { FUNCTION_NAMES, FUNCTION_TABLE, type FunctionName } from "./function-table.ts";
export { type FormulaInference, inferFormula } from "./infer-formula.ts";
export { nearestName } from "./nearest-name.ts";
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
export { BINARY_OPERATORS, isBinaryOperator, UNARY_OPERATORS } from "./operator-table.ts";
export { type FormulaParse, parseFormula } from "./parse-formula.ts";
export { printFormula } from "./print-formula.ts";
export { referencesIn } from "./references-in.ts";
export type { Span } from "./span.ts";
