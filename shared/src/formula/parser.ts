import type { BinaryOperator, Expression, UnaryOperator } from "./ast.ts";
import { FormulaFault } from "./formula-fault.ts";
import { FORMULA_LIMITS } from "./formula-limits.ts";
import type { FormulaProblem } from "./formula-problem.ts";
import { FUNCTION_TABLE, type FunctionName, isFunctionName } from "./function-table.ts";
import { nearestFunction } from "./nearest-function.ts";
import { nearestName } from "./nearest-name.ts";
import {
  BINARY_OPERATORS,
  isBinaryOperator,
  OPERATOR_SPELLINGS,
  PRECEDENCE,
  UNARY_OPERATORS,
} from "./operator-table.ts";
import { parseReference, type TokenCursor } from "./parse-reference.ts";
import { Scanner } from "./scanner.ts";
import { type Span, spanOver } from "./span.ts";
import { KEYWORDS, type Token, type TokenSymbol } from "./token.ts";

/** A Pratt parser over one formula. Faults of syntax stop it; unknown functions and argument counts are collected. */
export class Parser implements TokenCursor {
  readonly scanner: Scanner;
  readonly problems: FormulaProblem[];
  token: Token;
  #depth = 0;
  #nodes = 0;

  /** Problems that stop nothing are added to `problems`, which outlives a fault that does. */
  constructor(source: string, problems: FormulaProblem[] = []) {
    this.problems = problems;
    this.scanner = new Scanner(source);
    this.token = this.scanner.token(0);
  }

  whole(): Expression {
    if (this.token.kind === "symbol" && this.token.symbol === "=") {
      throw new FormulaFault("leading-equals", this.token.span, {
        vi: "Công thức không bắt đầu bằng dấu =; hãy bỏ dấu = ở đầu.",
        en: "A formula does not start with =; leave it out.",
      });
    }
    const expression = this.#expression(PRECEDENCE.or);
    if (this.token.kind !== "end") throw this.unexpected();
    return expression;
  }

  /** Moves past the current token to the one at an offset (by default the next). */
  advance(to: number = this.token.span.end): void {
    this.token = this.scanner.token(to);
  }

  isSymbol(symbol: TokenSymbol): boolean {
    return this.token.kind === "symbol" && this.token.symbol === symbol;
  }

  /** The current token must be this symbol; `opened` is the bracket it closes. */
  expect(symbol: TokenSymbol, opened: Span | null): Span {
    const { span } = this.token;
    if (this.isSymbol(symbol)) {
      this.advance();
      return span;
    }
    if (opened !== null && this.token.kind === "end") {
      throw new FormulaFault("bracket-unclosed", opened, {
        vi: `Dấu mở ngoặc này chưa có dấu ${symbol} đóng lại.`,
        en: `This bracket has no closing ${symbol}.`,
      });
    }
    throw this.unexpected(symbol);
  }

  unexpected(expected?: string): FormulaFault {
    const { token } = this;
    const wanted =
      expected === undefined ? { vi: "", en: "" } : { vi: ` Ở đây cần ${expected}.`, en: ` Expected ${expected}.` };
    if (token.kind === "end") {
      return new FormulaFault("end-unexpected", token.span, {
        vi: `Công thức kết thúc khi chưa đủ.${wanted.vi}`,
        en: `The formula ends too early.${wanted.en}`,
      });
    }
    const text = this.scanner.source.slice(token.span.start, token.span.end);
    const meant = text === "," ? this.scanner.numberAcross(token.span.start) : null;
    if (meant !== null) return meant;
    return new FormulaFault(
      "token-unexpected",
      token.span,
      { vi: `“${text}” không đứng được ở đây.${wanted.vi}`, en: `“${text}” cannot stand here.${wanted.en}` },
      token.kind === "name" ? nearestName(text, KEYWORDS) : null,
    );
  }

  count<T extends Expression>(node: T): T {
    this.#nodes += 1;
    if (this.#nodes > FORMULA_LIMITS.nodes) {
      throw new FormulaFault("formula-too-large", this.token.span, {
        vi: `Công thức có hơn ${FORMULA_LIMITS.nodes} phần tử; hãy tách thành các chỉ số thành phần.`,
        en: `The formula has more than ${FORMULA_LIMITS.nodes} parts; split it into component indicators.`,
      });
    }
    return node;
  }

  #expression(least: number): Expression {
    this.#depth += 1;
    if (this.#depth > FORMULA_LIMITS.depth) {
      throw new FormulaFault("formula-too-deep", this.token.span, {
        vi: `Công thức lồng nhau quá ${FORMULA_LIMITS.depth} lớp.`,
        en: `The formula is nested more than ${FORMULA_LIMITS.depth} levels deep.`,
      });
    }
    let left = this.#prefix();
    for (let operator = this.#operator(); operator !== null; operator = this.#operator()) {
      const row = BINARY_OPERATORS[operator];
      if (row.precedence < least) break;
      if (
        row.kind === "comparison" &&
        left.kind === "binary" &&
        BINARY_OPERATORS[left.operator].kind === "comparison" &&
        !this.#closed(left)
      ) {
        throw new FormulaFault("comparison-chained", this.token.span, {
          vi: "Không viết so sánh nối tiếp; hãy dùng “and”, ví dụ 1 < x and x < 5.",
          en: "Comparisons do not chain; use “and”, such as 1 < x and x < 5.",
        });
      }
      this.advance();
      const right = this.#expression(row.right);
      left = this.count({
        kind: "binary",
        operator,
        left,
        right,
        span: spanOver(this.#extent(left), this.#extent(right)),
      });
    }
    this.#depth -= 1;
    return left;
  }

  /** Whether an expression was written in brackets of its own. */
  #closed(expression: Expression): boolean {
    return this.#bracketed.has(expression);
  }

  /** Where an expression stands as part of another: with its brackets. */
  #extent(expression: Expression): Span {
    return this.#bracketed.get(expression) ?? expression.span;
  }
  readonly #bracketed = new WeakMap<Expression, Span>();

  #operator(): BinaryOperator | null {
    const { token } = this;
    const text = token.kind === "symbol" ? token.symbol : token.kind === "keyword" ? token.keyword : null;
    if (text === null) return null;
    const operator = OPERATOR_SPELLINGS[text] ?? text;
    return isBinaryOperator(operator) ? operator : null;
  }

  #prefix(): Expression {
    const { token } = this;
    if (token.kind === "number") {
      this.advance();
      return this.count({ kind: "number", value: token.value, span: token.span });
    }
    if (token.kind === "name") return this.#named(token.text, token.span);
    if (token.kind === "keyword") {
      if (token.keyword === "not") return this.#unary("not", token.span);
      if (token.keyword === "true" || token.keyword === "false") {
        this.advance();
        return this.count({ kind: "boolean", value: token.keyword === "true", span: token.span });
      }
    }
    if (token.kind === "symbol") {
      if (token.symbol === "-" || token.symbol === "+") return this.#unary(token.symbol, token.span);
      if (token.symbol === "(") return this.#group(token.span);
    }
    throw this.unexpected();
  }

  #unary(operator: UnaryOperator, span: Span): Expression {
    this.advance();
    const operand = this.#expression(UNARY_OPERATORS[operator]);
    return this.count({ kind: "unary", operator, operand, span: spanOver(span, this.#extent(operand)) });
  }

  #group(open: Span): Expression {
    this.advance();
    const inner = this.#expression(PRECEDENCE.or);
    this.#bracketed.set(inner, spanOver(open, this.expect(")", open)));
    return inner;
  }

  #named(name: string, span: Span): Expression {
    this.advance();
    if (this.isSymbol("(")) return this.#call(name, span);
    if (isFunctionName(name)) {
      throw new FormulaFault("token-unexpected", span, {
        vi: `“${name}” là hàm: cần ngoặc đơn, ví dụ ${FUNCTION_TABLE[name].example}.`,
        en: `“${name}” is a function and needs brackets, such as ${FUNCTION_TABLE[name].example}.`,
      });
    }
    return this.count(parseReference(this, name, span));
  }

  #call(name: string, span: Span): Expression {
    // Said first, so that a call still open also names the function meant.
    if (!isFunctionName(name)) this.#unknownFunction(name, span);
    const open = this.token.span;
    this.advance();
    const args: Expression[] = [];
    let over: { name: string; span: Span } | null = null;
    if (!this.isSymbol(")")) {
      args.push(this.#expression(PRECEDENCE.or));
      if (this.token.kind === "keyword" && this.token.keyword === "over") over = this.#over();
      while (over === null && this.isSymbol(",")) {
        this.advance();
        args.push(this.#expression(PRECEDENCE.or));
      }
    }
    const whole = spanOver(span, this.expect(")", open));
    if (!isFunctionName(name)) return this.count({ kind: "number", value: 0, span: whole });
    this.#checkCall(name, args.length, over, whole);
    return this.count({ kind: "call", function: name, arguments: args, over, span: whole });
  }

  #unknownFunction(name: string, span: Span): void {
    const nearest = nearestFunction(name);
    const hint = nearest === null ? { vi: "", en: "" } : { vi: ` Gần nhất: ${nearest}.`, en: ` Nearest: ${nearest}.` };
    this.problems.push({
      code: "function-unknown",
      span,
      text: { vi: `Không có hàm “${name}”.${hint.vi}`, en: `There is no function “${name}”.${hint.en}` },
      nearest,
    });
  }

  #over(): { name: string; span: Span } {
    this.advance();
    if (this.token.kind !== "name") throw this.unexpected("area");
    const over = { name: this.token.text, span: this.token.span };
    this.advance();
    return over;
  }

  #checkCall(name: FunctionName, count: number, over: { span: Span } | null, span: Span): void {
    const row = FUNCTION_TABLE[name];
    const least = row.parameters.filter((parameter) => !parameter.optional).length;
    const most = row.parameters.at(-1)?.repeated ? Number.POSITIVE_INFINITY : row.parameters.length;
    const example = { vi: ` Ví dụ: ${row.example}.`, en: ` For example: ${row.example}.` };
    const report = (code: FormulaProblem["code"], at: Span, vi: string, en: string): void => {
      this.problems.push({ code, span: at, text: { vi: vi + example.vi, en: en + example.en }, nearest: null });
    };
    if (count < least || count > most) {
      const range = least === most ? `${least}` : most === Number.POSITIVE_INFINITY ? `≥ ${least}` : `${least}–${most}`;
      report(
        "argument-count",
        span,
        `Hàm ${name} cần ${range} đối số, ở đây có ${count}.`,
        `${name} takes ${range} arguments, got ${count}.`,
      );
    }
    if (over !== null && !row.over)
      report("over-not-allowed", over.span, `Hàm ${name} không dùng “over”.`, `${name} takes no “over”.`);
    if (over === null && row.over && count >= least) {
      report(
        "over-missing",
        span,
        `Hàm ${name} cần “over area” hoặc “over” một phân tổ.`,
        `${name} needs “over area” or “over” a dimension.`,
      );
    }
  }
}
