import type { Language, Text } from "../text/text.ts";
import type { BinaryOperator, UnaryOperator } from "./ast.ts";
import { FUNCTION_PHRASES } from "./function-phrases.ts";
import type { FunctionCategory, FunctionMissingRule, FunctionUnitRule, ParameterKind } from "./function-row.ts";
import { FUNCTION_TABLE, type FunctionName } from "./function-table.ts";

/** Headings of the groups of functions. */
export const CATEGORY_WORDS = {
  time: { vi: "Thời gian", en: "Time" },
  space: { vi: "Địa phương và phân tổ", en: "Areas and breakdowns" },
  logic: { vi: "Điều kiện", en: "Conditions" },
  missing: { vi: "Số liệu thiếu", en: "Missing figures" },
  math: { vi: "Toán học", en: "Arithmetic" },
} as const satisfies Record<FunctionCategory, Text>;

/** How the unit of a result follows from the arguments' units. */
export const UNIT_RULE_WORDS = {
  "same-as-first": { vi: "Như đơn vị của x", en: "That of x" },
  common: { vi: "Đơn vị chung của các đối số", en: "The unit that all arguments share" },
  branches: { vi: "Đơn vị chung của các nhánh", en: "The unit that all branches share" },
  "percent-change": { vi: "%", en: "%" },
  share: { vi: "%; hai đối số cùng đơn vị", en: "%; both arguments in one unit" },
  position: { vi: "Thứ hạng (số nguyên)", en: "A place (whole number)" },
  state: { vi: "Cấp 0–3; các đối số cùng đơn vị", en: "A level 0–3; all arguments in one unit" },
  "square-root": { vi: "Căn của đơn vị của x", en: "The root of the unit of x" },
  "pure-number": { vi: "Số thuần; x không có đơn vị", en: "A pure number; x has no unit" },
  boolean: { vi: "Đúng hoặc sai", en: "True or false" },
} as const satisfies Record<FunctionUnitRule, Text>;

/** What a missing argument does. */
export const MISSING_RULE_WORDS = {
  any: { vi: "Thiếu một đối số thì kết quả thiếu", en: "Missing where any argument is missing" },
  window: {
    vi: "Thiếu một kỳ trong khoảng thì kết quả thiếu",
    en: "Missing where any period of the window is missing",
  },
  parts: { vi: "Thiếu một phần thì kết quả thiếu", en: "Missing where any part is missing" },
  "first-present": {
    vi: "Bỏ qua đối số thiếu; thiếu hết thì kết quả thiếu",
    en: "Skips missing ones; missing where all are",
  },
  "chosen-branch": { vi: "Chỉ xét điều kiện và nhánh được chọn", en: "Only the condition and the branch taken count" },
  tested: { vi: "Không bao giờ thiếu", en: "Never missing" },
} as const satisfies Record<FunctionMissingRule, Text>;

/** What an argument must be. */
export const PARAMETER_WORDS = {
  number: { vi: "số", en: "a number" },
  boolean: { vi: "đúng/sai", en: "a truth value" },
  any: { vi: "số hoặc đúng/sai", en: "a number or a truth value" },
  periods: { vi: "số kỳ, viết trực tiếp", en: "a number of periods, written out" },
  digits: { vi: "số chữ số thập phân, viết trực tiếp", en: "a number of decimals, written out" },
} as const satisfies Record<ParameterKind, Text>;

/** What an operator means. */
export const BINARY_WORDS = {
  "^": { vi: "Lũy thừa; kết hợp từ phải sang trái", en: "Power; binds to the right" },
  "*": { vi: "Nhân; đơn vị nhân với nhau", en: "Times; units multiply" },
  "/": {
    vi: "Chia; chia cho 0 là lỗi, cùng đơn vị thì ra tỷ lệ",
    en: "Divided by; by zero is an error, like units give a ratio",
  },
  "+": { vi: "Cộng; hai vế cùng đơn vị", en: "Plus; both sides in one unit" },
  "-": { vi: "Trừ; hai vế cùng đơn vị, % trừ % ra điểm %", en: "Minus; both sides in one unit, % less % gives points" },
  "=": { vi: "Bằng; cũng viết ==", en: "Equal; also ==" },
  "!=": { vi: "Khác; cũng viết <>", en: "Not equal; also <>" },
  "<": { vi: "Nhỏ hơn", en: "Less than" },
  "<=": { vi: "Nhỏ hơn hoặc bằng", en: "Less than or equal" },
  ">": { vi: "Lớn hơn", en: "Greater than" },
  ">=": { vi: "Lớn hơn hoặc bằng", en: "Greater than or equal" },
  and: { vi: "Và", en: "Both hold" },
  or: { vi: "Hoặc", en: "Either holds" },
} as const satisfies Record<BinaryOperator, Text>;

/** What a prefix means. */
export const UNARY_WORDS = {
  "-": { vi: "Đổi dấu; -3^2 = -9", en: "Changes the sign; -3^2 = -9" },
  "+": { vi: "Giữ nguyên dấu", en: "Keeps the sign" },
  not: { vi: "Không", en: "Does not hold" },
} as const satisfies Record<UnaryOperator, Text>;

/** A call as it is written: `lag(x, n)`, `sum(x over area)`, `round(x, [digits])`, `coalesce(a, b, …)`. */
export function functionSignature(name: FunctionName): string {
  const { parameters, over } = FUNCTION_TABLE[name];
  const written = parameters.map(({ name: parameter, optional, repeated }) =>
    optional === true ? `[${parameter}]` : repeated === true ? `${parameter}, …` : parameter,
  );
  return `${name}(${written.join(", ")}${over ? " over …" : ""})`;
}

/** A call as it is said, with the names of its parameters: "giá trị n kỳ trước của x". */
export function functionReading(name: FunctionName, lang: Language): string {
  return FUNCTION_PHRASES[name][lang](
    FUNCTION_TABLE[name].parameters.map((parameter) => parameter.name),
    "…",
  );
}
