import {
  addLiteral,
  addQuantities,
  commonQuantity,
  matchDeclared,
  multiplyQuantities,
  PURE,
  type Quantity,
  quantityOf,
  raiseQuantity,
  scaleQuantity,
  UNIT_CATALOGUE,
  type Unit,
  type UnitResult,
} from "../unit/index.ts";
import { isArithmetic, isComparison } from "./arithmetic.ts";
import type { ArithmeticOperator, BinaryExpression, Expression, UnaryExpression } from "./ast.ts";
import {
  BOOLEAN,
  type ExpressionType,
  numberType,
  type TypedExpression,
  UNKNOWN,
  type UnitContext,
} from "./expression-type.ts";
import type { FormulaCheckInput } from "./formula-check-input.ts";
import { inferCall } from "./function-units.ts";
import type { ProblemList } from "./problem-list.ts";
import type { Span } from "./span.ts";

/** Checks types and units of the whole formula; the declared unit where they fit. */
export function checkUnits(input: FormulaCheckInput, list: ProblemList): Unit | null {
  const { ast, definition } = input;
  const declared = UNIT_CATALOGUE.get(definition.unit);
  if (declared === undefined) {
    list.addUnknown("unit-unknown", ast.span, definition.unit, UNIT_CATALOGUE.keys(), { vi: "đơn vị", en: "unit" });
    return null;
  }
  const type = inferUnits(input, list);
  if (type.kind === "boolean" && list.problems.length === 0) {
    list.add(
      "result-not-number",
      ast.span,
      "Công thức cho ra đúng/sai; chỉ số cần một số, hãy dùng if(…).",
      "The formula gives a truth value; an indicator needs a number, use if(…).",
    );
  }
  if (type.kind !== "quantity") return declared;
  const match = matchDeclared(type.quantity, declared);
  if (!match.ok) list.add(match.fault.code, ast.span, match.fault.text.vi, match.fault.text.en);
  return declared;
}

/** Type and unit of a formula by itself, without a declared unit to fit. Reports its faults. */
export function inferUnits(input: FormulaCheckInput, list: ProblemList): ExpressionType {
  return new UnitChecker(input, list).infer(input.ast);
}

/** Infers types and units from the leaves up, reporting each fault once where it arises. */
class UnitChecker implements UnitContext {
  readonly #input: FormulaCheckInput;
  readonly #list: ProblemList;

  constructor(input: FormulaCheckInput, list: ProblemList) {
    this.#input = input;
    this.#list = list;
  }

  infer(expression: Expression): ExpressionType {
    switch (expression.kind) {
      case "number":
        return { kind: "literal", value: expression.value };
      case "boolean":
        return BOOLEAN;
      case "reference":
        return this.#reference(expression.indicator, expression.span);
      case "unary":
        return this.#unary(expression);
      case "binary":
        return this.#binary(expression);
      case "call": {
        const typed = expression.arguments.map((argument) => ({ expression: argument, type: this.infer(argument) }));
        return inferCall(expression, typed, this);
      }
    }
  }

  settle(result: UnitResult<Quantity>, span: Span): ExpressionType {
    if (result.ok) return numberType(result.quantity);
    this.#list.add(result.fault.code, span, result.fault.text.vi, result.fault.text.en);
    return UNKNOWN;
  }

  report(code: "type-mismatch" | "literal-required", span: Span, vi: string, en: string): ExpressionType {
    this.#list.add(code, span, vi, en);
    return UNKNOWN;
  }

  require(kind: "number" | "boolean", { expression, type }: TypedExpression): boolean {
    if (type.kind === "unknown") return false;
    if ((type.kind === "boolean") === (kind === "boolean")) return true;
    if (kind === "number")
      this.report(
        "type-mismatch",
        expression.span,
        "Ở đây cần số, không phải đúng/sai.",
        "A number is needed here, not a truth value.",
      );
    else
      this.report(
        "type-mismatch",
        expression.span,
        "Ở đây cần đúng/sai, không phải số.",
        "A truth value is needed here, not a number.",
      );
    return false;
  }

  common(operands: readonly TypedExpression[]): ExpressionType {
    let shared: ExpressionType | null = null;
    for (const { expression, type } of operands) {
      if (type.kind === "unknown" || type.kind === "boolean") return UNKNOWN;
      if (shared === null || shared.kind === "literal")
        shared = type.kind === "literal" && shared !== null ? shared : type;
      else if (shared.kind === "quantity" && type.kind === "quantity") {
        shared = this.settle(commonQuantity(shared.quantity, type.quantity), expression.span);
        if (shared.kind === "unknown") return UNKNOWN;
      }
    }
    return shared ?? UNKNOWN;
  }

  #reference(indicator: string, span: Span): ExpressionType {
    const operand = this.#input.definitions.get(indicator);
    if (operand === undefined) return UNKNOWN;
    const unit = UNIT_CATALOGUE.get(operand.unit);
    if (unit !== undefined) return numberType(quantityOf(unit));
    this.#list.addUnknown("unit-unknown", span, operand.unit, UNIT_CATALOGUE.keys(), { vi: "đơn vị", en: "unit" });
    return UNKNOWN;
  }

  #unary({ operator, operand }: UnaryExpression): ExpressionType {
    const type = this.infer(operand);
    if (!this.require(operator === "not" ? "boolean" : "number", { expression: operand, type })) {
      return operator === "not" ? BOOLEAN : UNKNOWN;
    }
    return type.kind === "literal" && operator === "-" ? { kind: "literal", value: -type.value } : type;
  }

  #binary({ operator, left, right, span }: BinaryExpression): ExpressionType {
    const a = { expression: left, type: this.infer(left) };
    const b = { expression: right, type: this.infer(right) };
    if (isArithmetic(operator)) {
      const [first, second] = [this.require("number", a), this.require("number", b)];
      return first && second ? this.#arithmetic(operator, a.type, b.type, span) : UNKNOWN;
    }
    if (isComparison(operator)) {
      const truths = (operator === "=" || operator === "!=") && a.type.kind === "boolean" && b.type.kind === "boolean";
      if (!truths && this.require("number", a) && this.require("number", b)) this.common([a, b]);
      return BOOLEAN;
    }
    this.require("boolean", a);
    this.require("boolean", b);
    return BOOLEAN;
  }

  #arithmetic(operator: ArithmeticOperator, a: ExpressionType, b: ExpressionType, span: Span): ExpressionType {
    if (a.kind === "literal" && b.kind === "literal")
      return { kind: "literal", value: FOLD[operator](a.value, b.value) };
    if (a.kind === "quantity" && b.kind === "quantity")
      return this.settle(ofTwo(operator, a.quantity, b.quantity), span);
    if (a.kind === "quantity" && b.kind === "literal")
      return this.settle(withLiteral(operator, a.quantity, b.value), span);
    if (a.kind === "literal" && b.kind === "quantity")
      return this.settle(ofLiteral(operator, a.value, b.quantity), span);
    return UNKNOWN;
  }
}

const FOLD: Readonly<Record<ArithmeticOperator, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "^": (a, b) => a ** b,
};

function ofTwo(operator: ArithmeticOperator, a: Quantity, b: Quantity): UnitResult<Quantity> {
  if (operator === "+" || operator === "-") return addQuantities(a, b, operator);
  if (operator === "^") {
    const pure = commonQuantity(b, PURE);
    return pure.ok ? commonQuantity(a, PURE) : pure;
  }
  return multiplyQuantities(a, b, operator === "*" ? 1 : -1);
}

function withLiteral(operator: ArithmeticOperator, quantity: Quantity, literal: number): UnitResult<Quantity> {
  if (operator === "+" || operator === "-") return addLiteral(quantity);
  if (operator === "^") {
    return commonQuantity(quantity, PURE).ok ? { ok: true, quantity: PURE } : raiseQuantity(quantity, literal);
  }
  return scaleQuantity(quantity, operator === "*" ? literal : 1 / literal);
}

function ofLiteral(operator: ArithmeticOperator, literal: number, quantity: Quantity): UnitResult<Quantity> {
  if (operator === "+" || operator === "-") return addLiteral(quantity);
  if (operator === "*") return scaleQuantity(quantity, literal);
  if (operator === "^") return commonQuantity(quantity, PURE);
  const inverse = raiseQuantity(quantity, -1);
  return inverse.ok ? scaleQuantity(inverse.quantity, literal) : inverse;
}
