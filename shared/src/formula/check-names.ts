import type { CallExpression, Expression, Reference } from "./ast.ts";
import { computedDimensions, type SpreadReference, spreadReferences } from "./computed-dimensions.ts";
import type { FormulaCheckInput } from "./formula-check-input.ts";
import type { FormulaDefinition } from "./formula-definition.ts";
import { FUNCTION_NAMES } from "./function-table.ts";
import type { ProblemList } from "./problem-list.ts";
import { referencesIn } from "./references-in.ts";

/** Checks indicators, areas and breakdowns of every reference, and that the formula reads its own place. */
export function checkNames(input: FormulaCheckInput, list: ProblemList): void {
  const spreads = spreadReferences(input.ast);
  for (const spread of spreads) checkReference(spread, input, list);
  checkSpreads(input.ast, input, list);
  checkOwnPlace(input, spreads, list);
}

function checkReference(spread: SpreadReference, input: FormulaCheckInput, list: ProblemList): void {
  const { reference } = spread;
  const { definition, definitions, areas } = input;
  const operand = definitions.get(reference.indicator);
  if (operand === undefined) {
    const known = reference.indicator.includes(".") ? definitions.keys() : [...definitions.keys(), ...FUNCTION_NAMES];
    list.addUnknown("indicator-unknown", nameSpan(reference), reference.indicator, known, {
      vi: "chỉ số",
      en: "indicator",
    });
    return;
  }
  if (operand.code === definition.code && reference.scenario === "actual") {
    list.add(
      "self-reference",
      nameSpan(reference),
      "Công thức dùng chính chỉ số đang định nghĩa.",
      "The formula uses the indicator it defines.",
    );
  }
  if (reference.area.kind === "fixed" && areas !== undefined && !areas.has(reference.area.code)) {
    const { code, span } = reference.area;
    list.addUnknown("area-unknown", span, code, areas, { vi: "địa phương", en: "area" });
  }
  for (const selector of reference.selection) checkSelector(reference, selector, operand, input, list);
  checkRequired(spread, operand, input, list);
}

function nameSpan({ span, indicator }: Reference): Reference["span"] {
  return { ...span, end: span.start + indicator.length };
}

function checkSelector(
  reference: Reference,
  selector: Reference["selection"][number],
  operand: FormulaDefinition,
  { dimensions }: FormulaCheckInput,
  list: ProblemList,
): void {
  const { dimension, code, span } = selector;
  const own = operand.breakdowns.map((breakdown) => breakdown.dimension);
  const known = dimensions.get(dimension);
  if (known === undefined) {
    list.addUnknown("dimension-unknown", span, dimension, own.length > 0 ? own : dimensions.keys(), {
      vi: "phân tổ",
      en: "dimension",
    });
    return;
  }
  if (!own.includes(dimension)) {
    const vi = `Chỉ số ${reference.indicator} không có phân tổ “${dimension}”; có: ${own.join(", ") || "không có phân tổ nào"}.`;
    const en = `${reference.indicator} is not broken down by “${dimension}”; it has: ${own.join(", ") || "no dimension"}.`;
    list.add("dimension-not-in-operand", span, vi, en);
    return;
  }
  if (known.open || code === "_T" || code === "_Z" || known.codes.some((listed) => listed.code === code)) return;
  list.addUnknown(
    "code-unknown",
    span,
    code,
    known.codes.map((listed) => listed.code),
    {
      vi: `mã của phân tổ ${dimension}`,
      en: `code of ${dimension}`,
    },
  );
}

/** An operand that exists only per event (or the like) must get that dimension from somewhere. */
function checkRequired(
  spread: SpreadReference,
  operand: FormulaDefinition,
  input: FormulaCheckInput,
  list: ProblemList,
): void {
  const { reference, over } = spread;
  const result = input.definition.breakdowns.map(({ dimension }) => dimension);
  for (const { dimension, required } of operand.breakdowns) {
    if (!required || over.includes(dimension) || result.includes(dimension)) continue;
    if (reference.selection.some((selector) => selector.dimension === dimension)) continue;
    const vi = `Chỉ số ${operand.code} chỉ có theo “${dimension}”: hãy chọn [${dimension}=…] hoặc thêm phân tổ này vào chỉ số.`;
    const en = `${operand.code} exists only by “${dimension}”: select [${dimension}=…] or give the indicator that dimension.`;
    list.add("dimension-required", reference.span, vi, en);
  }
}

function checkOwnPlace(input: FormulaCheckInput, spreads: readonly SpreadReference[], list: ProblemList): void {
  const { ast, definition, definitions } = input;
  const told = list.problems.some(({ code }) => code === "operand-not-own");
  if (!told && !spreads.some(({ reference }) => reference.area.kind === "own")) {
    list.add(
      "operand-not-own",
      ast.span,
      "Công thức cần ít nhất một chỉ số đọc tại chính địa phương của nó.",
      "The formula needs at least one operand read at its own area.",
    );
  }
  const computed = computedDimensions(ast, definition, definitions);
  for (const { dimension, required } of definition.breakdowns) {
    if (!required || computed.includes(dimension) || list.problems.length > 0) continue;
    const vi = `Chỉ số bắt buộc có phân tổ “${dimension}” nhưng công thức không tính được theo phân tổ đó.`;
    const en = `The indicator requires “${dimension}”, which the formula cannot compute.`;
    list.add("dimension-required", ast.span, vi, en);
  }
}

/** `over` and `rank`: the dimension exists in what is summed, and nothing inside picks an area of its own. */
function checkSpreads(expression: Expression, input: FormulaCheckInput, list: ProblemList): void {
  if (expression.kind === "unary") checkSpreads(expression.operand, input, list);
  if (expression.kind === "binary") {
    checkSpreads(expression.left, input, list);
    checkSpreads(expression.right, input, list);
  }
  if (expression.kind !== "call") return;
  for (const argument of expression.arguments) checkSpreads(argument, input, list);
  if (expression.function === "rank" || expression.over?.name === "area") refuseAreas(expression, list);
  if (expression.over !== null && expression.over.name !== "area") checkOver(expression, expression.over, input, list);
}

function refuseAreas(call: CallExpression, list: ProblemList): void {
  for (const reference of call.arguments.flatMap(referencesIn)) {
    if (reference.area.kind === "own") continue;
    list.add(
      "operand-not-own",
      reference.span,
      `Trong ${call.function} theo địa phương không chọn địa phương khác (@).`,
      `Inside ${call.function} over areas no other area (@) can be picked.`,
    );
  }
}

function checkOver(
  call: CallExpression,
  over: { name: string; span: Reference["span"] },
  { dimensions, definitions }: FormulaCheckInput,
  list: ProblemList,
): void {
  if (!dimensions.has(over.name)) {
    list.addUnknown("dimension-unknown", over.span, over.name, ["area", ...dimensions.keys()], {
      vi: "phân tổ",
      en: "dimension",
    });
    return;
  }
  for (const { indicator, selection } of call.arguments.flatMap(referencesIn)) {
    const operand = definitions.get(indicator);
    if (operand === undefined) continue;
    const has = operand.breakdowns.some(({ dimension }) => dimension === over.name);
    if (has && !selection.some(({ dimension }) => dimension === over.name)) continue;
    list.add(
      "dimension-not-in-operand",
      over.span,
      `Chỉ số ${indicator} không chạy theo phân tổ “${over.name}”.`,
      `${indicator} does not run over “${over.name}”.`,
    );
  }
}
