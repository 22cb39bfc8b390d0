import { PERIOD_TYPE_WORDS, type PeriodType } from "../period/index.ts";
import type { Text } from "../text/text.ts";
import { accumulationOf, NEEDED_ACCUMULATION } from "./accumulation-of.ts";
import { argumentType } from "./argument-type.ts";
import type { CallExpression, Expression, Reference } from "./ast.ts";
import { isTimeFunction, type TimeFunction } from "./compile-time.ts";
import type { FormulaCheckInput } from "./formula-check-input.ts";
import { type Nesting, nestingOf } from "./period-arithmetic.ts";
import type { ProblemList } from "./problem-list.ts";
import { referencesIn } from "./references-in.ts";
import type { Span } from "./span.ts";

/** An operand of another period type and how it is read; shown to the author. */
export interface PeriodConversion {
  readonly indicator: string;
  readonly span: Span;
  readonly from: PeriodType;
  readonly to: PeriodType;
  readonly nesting: Exclude<Nesting, "same" | "none">;
  readonly text: Text;
}

/** Checks that periods nest, that shifts are in whole known periods, and that windows fit the accumulation. */
export function checkPeriods(input: FormulaCheckInput, list: ProblemList): PeriodConversion[] {
  const { periodType } = input.definition;
  if (periodType === "static") {
    list.add(
      "period-not-nested",
      input.ast.span,
      "Chỉ số cố định (theo thời hạn hiệu lực) được nhập, không tính bằng công thức.",
      "A static indicator (valid from a date) is entered, not computed.",
    );
    return [];
  }
  const conversions: PeriodConversion[] = [];
  visit(input.ast, periodType, { input, list, conversions, around: periodType });
  return conversions;
}

interface Context {
  readonly input: FormulaCheckInput;
  readonly list: ProblemList;
  readonly conversions: PeriodConversion[];
  /** Type of the periods outside of the time function that steps in periods of its argument. */
  readonly around: PeriodType;
}

function visit(expression: Expression, at: PeriodType, context: Context): void {
  switch (expression.kind) {
    case "number":
    case "boolean":
      return;
    case "reference":
      visitReference(expression, at, context);
      return;
    case "unary":
      visit(expression.operand, at, context);
      return;
    case "binary":
      visit(expression.left, at, context);
      visit(expression.right, at, context);
      return;
    case "call": {
      const name = expression.function;
      const inner = isTimeFunction(name) ? checkTimeCall(expression, name, at, context) : at;
      const within = inner === at ? context : { ...context, around: at };
      for (const argument of expression.arguments) visit(argument, inner, within);
    }
  }
}

function visitReference(reference: Reference, stepped: PeriodType, context: Context): void {
  const { input, list, conversions, around } = context;
  const operand = input.definitions.get(reference.indicator);
  if (operand === undefined) return;
  const { span, indicator } = reference;
  const at = operand.periodType === stepped ? around : stepped;
  const [from, to] = [PERIOD_TYPE_WORDS[operand.periodType], PERIOD_TYPE_WORDS[at]];
  const nesting = nestingOf(operand.periodType, at);
  if (nesting === "same") return;
  if (nesting === "none") {
    const vi = `Kỳ ${from.vi} của ${indicator} không nằm gọn trong kỳ ${to.vi}.`;
    list.add(
      "period-not-nested",
      span,
      vi,
      `Periods of type ${from.en} of ${indicator} do not nest with type ${to.en}.`,
    );
    return;
  }
  const { time } = operand.aggregation;
  if (nesting === "finer" && (time === "none" || time === "recompute")) {
    const vi = `${indicator} theo kỳ ${from.vi} không có quy tắc gộp lên kỳ ${to.vi}${time === "recompute" ? "; hãy viết công thức từ các thành phần" : ""}.`;
    const en = `${indicator} has no rule to aggregate from ${from.en} to ${to.en}${time === "recompute" ? "; write the formula of its components" : ""}.`;
    list.add("time-rule-missing", span, vi, en);
    return;
  }
  conversions.push({
    indicator,
    span,
    from: operand.periodType,
    to: at,
    nesting,
    text: CONVERSION_TEXT[nesting](indicator, from, to, time),
  });
}

const CONVERSION_TEXT: Readonly<
  Record<PeriodConversion["nesting"], (name: string, from: Text, to: Text, rule: string) => Text>
> = {
  coarser: (name, from, to) => ({
    vi: `${name}: lấy giá trị ${from.vi} chứa kỳ ${to.vi}.`,
    en: `${name}: the ${from.en} value that contains the ${to.en} period.`,
  }),
  finer: (name, from, to, rule) => ({
    vi: `${name}: gộp ${from.vi} lên ${to.vi} theo quy tắc “${rule}”.`,
    en: `${name}: aggregated from ${from.en} to ${to.en} by “${rule}”.`,
  }),
  static: (name) => ({
    vi: `${name}: giá trị đang có hiệu lực vào ngày cuối kỳ.`,
    en: `${name}: the value in force on the last day of the period.`,
  }),
};

/** Functions whose step is one period of the argument: with a finer argument two readings are possible. */
const STEPS_IN_PERIODS: readonly TimeFunction[] = ["previous", "lag", "pop", "rollingSum", "rollingMean"];

function checkTimeCall(call: CallExpression, name: TimeFunction, at: PeriodType, context: Context): PeriodType {
  const { definitions } = context.input;
  const [argument] = call.arguments;
  if (argument === undefined) return at;
  const operands = referencesIn(argument)
    .map(({ indicator }) => definitions.get(indicator))
    .filter((operand) => operand !== undefined);
  const moves = operands.some(({ periodType }) => periodType !== "static");
  if (!moves && operands.length === referencesIn(argument).length) {
    context.list.add(
      "time-argument",
      argument.span,
      `Hàm ${name} cần một chỉ số thay đổi theo kỳ.`,
      `${name} needs an indicator that changes over time.`,
    );
  }
  const inner = argumentType(argument, at, definitions);
  const finer = operands.find(({ periodType }) => nestingOf(periodType, inner) === "finer");
  if (finer !== undefined && STEPS_IN_PERIODS.includes(name)) {
    const [fine, coarse] = [PERIOD_TYPE_WORDS[finer.periodType], PERIOD_TYPE_WORDS[inner]];
    context.list.add(
      "period-ambiguous",
      argument.span,
      `Không rõ “${name}” tính theo kỳ ${fine.vi} hay ${coarse.vi}; hãy lập chỉ số theo kỳ ${coarse.vi} trước.`,
      `“${name}” could step by ${fine.en} or ${coarse.en}; define the ${coarse.en} indicator first.`,
    );
  }
  if (inner === "term" && name !== "previous" && name !== "lag" && name !== "pop") {
    context.list.add(
      "time-argument",
      call.span,
      `Hàm ${name} không dùng cho nhiệm kỳ 5 năm.`,
      `${name} has no meaning for five-year terms.`,
    );
  }
  checkAccumulation(argument, name, context);
  return inner;
}

function checkAccumulation(argument: Expression, name: TimeFunction, { input, list }: Context): void {
  const needed = NEEDED_ACCUMULATION[name];
  const accumulation = accumulationOf(argument, input.definitions);
  if (needed === undefined || accumulation === null || needed.accepts.includes(accumulation)) return;
  list.add("accumulation-mismatch", argument.span, needed.text.vi, needed.text.en);
}
