import { formatNumber } from "../i18n/format-number.ts";
import { SCENARIO_WORDS } from "../i18n/observation-words.ts";
import type { Language, Text } from "../text/text.ts";
import type { BinaryOperator, CallExpression, Expression, Reference, UnaryOperator } from "./ast.ts";
import { FUNCTION_PHRASES } from "./function-phrases.ts";
import { BINARY_OPERATORS, PRECEDENCE, UNARY_OPERATORS } from "./operator-table.ts";

/** What the codes of a formula are called; a code without a name stands for itself. */
export interface FormulaNames {
  indicator: (code: string) => Text;
  area: (code: string) => Text;
  dimension: (id: string) => Text;
  /** A code of a dimension, such as FDI of `ownership`. */
  member: (dimension: string, code: string) => Text;
}

/** A formula and how it is to be said. */
export interface DescribeInput {
  ast: Expression;
  names: FormulaNames;
  lang: Language;
}

type Say = Omit<DescribeInput, "ast">;

/**
 * A formula in words, every function and operator of it: "tốc độ tăng so với cùng kỳ năm trước của (lũy kế từ đầu năm
 * của Kim ngạch xuất khẩu hàng hóa)". Names keep their capitals, brackets follow the precedence of the language.
 */
export function describeFormula({ ast, names, lang }: DescribeInput): string {
  return words(ast, { names, lang });
}

const SYMBOLS: Readonly<Record<BinaryOperator, Text>> = {
  "+": both("+"),
  "-": both("−"),
  "*": both("×"),
  "/": both("÷"),
  "^": both("^"),
  "=": both("="),
  "!=": both("≠"),
  "<": both("<"),
  "<=": both("≤"),
  ">": both(">"),
  ">=": both("≥"),
  and: { vi: "và", en: "and" },
  or: { vi: "hoặc", en: "or" },
};
const PREFIXES: Readonly<Record<UnaryOperator, Text>> = {
  "-": both("−"),
  "+": both(""),
  not: { vi: "không phải ", en: "not " },
};
const TRUTH = { true: { vi: "đúng", en: "true" }, false: { vi: "sai", en: "false" } } as const;
const PARENT: Text = { vi: "cấp trên trực tiếp", en: "the area above" };
const TOTAL: Text = { vi: "tổng số", en: "total" };
const AREAS_BELOW: Text = { vi: "địa phương cấp dưới trực tiếp", en: "area directly below" };

function both(sign: string): Text {
  return { vi: sign, en: sign };
}

function words(expression: Expression, say: Say): string {
  switch (expression.kind) {
    case "number":
      return numberWords(expression.value, say.lang);
    case "boolean":
      return TRUTH[`${expression.value}`][say.lang];
    case "reference":
      return referenceWords(expression, say);
    case "unary":
      return `${PREFIXES[expression.operator][say.lang]}${within(expression.operand, UNARY_OPERATORS[expression.operator], say)}`;
    case "binary": {
      const row = BINARY_OPERATORS[expression.operator];
      const symbol = SYMBOLS[expression.operator][say.lang];
      return `${within(expression.left, row.left, say)} ${symbol} ${within(expression.right, row.right, say)}`;
    }
    case "call":
      return callWords(expression, say);
  }
}

/** Words of a call run on to their right, so that inside arithmetic they stand in brackets whatever binds. */
function within(expression: Expression, least: number, say: Say): string {
  const text = words(expression, say);
  return expression.kind === "call" || precedenceOf(expression) < least ? `(${text})` : text;
}

function callWords({ function: name, arguments: given, over }: CallExpression, say: Say): string {
  const said = given.map((each) => argumentWords(each, say));
  return FUNCTION_PHRASES[name][say.lang](said, over === null ? "" : overWords(over.name, say));
}

function argumentWords(expression: Expression, say: Say): string {
  const text = words(expression, say);
  const isOne = expression.kind !== "binary" && expression.kind !== "call";
  return isOne ? text : `(${text})`;
}

function overWords(name: string, { names, lang }: Say): string {
  return name === "area" ? AREAS_BELOW[lang] : lowered(names.dimension(name)[lang]);
}

/** Name, then what narrows it in one pair of brackets: breakdown, area, scenario. */
function referenceWords({ indicator, selection, area, scenario }: Reference, { names, lang }: Say): string {
  const narrowed = [
    ...selection.map(({ dimension, code }) => (code === "_T" ? TOTAL : names.member(dimension, code))[lang]),
    ...(area.kind === "own" ? [] : [(area.kind === "parent" ? PARENT : names.area(area.code))[lang]]),
    ...(scenario === "actual" ? [] : [SCENARIO_WORDS[scenario][lang]]),
  ];
  const name = names.indicator(indicator)[lang];
  return narrowed.length === 0 ? name : `${name} (${narrowed.join(", ")})`;
}

function precedenceOf(expression: Expression): number {
  if (expression.kind === "binary") return BINARY_OPERATORS[expression.operator].precedence;
  return expression.kind === "unary" ? UNARY_OPERATORS[expression.operator] : PRECEDENCE.primary;
}

function numberWords(value: number, lang: Language): string {
  const plain = /^\d+(?:\.(\d{1,6}))?$/u.exec(String(value));
  return plain === null ? String(value) : formatNumber(value, { lang, decimals: plain[1]?.length ?? 0 });
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
