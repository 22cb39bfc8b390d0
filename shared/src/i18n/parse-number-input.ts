import type { Text } from "../text/text.ts";

/** Why a typed number was not taken. */
export type NumberInputCode = "number-empty" | "number-malformed" | "number-ambiguous" | "number-too-long";

/** A typed number: its exact decimal text and value, or the reason why not. `readings` are the two meanings of an ambiguous one. */
export type NumberInput =
  | { readonly ok: true; readonly text: string; readonly value: number }
  | {
      readonly ok: false;
      readonly code: NumberInputCode;
      readonly reason: Text;
      readonly readings?: readonly string[];
    };

/** Significant digits that a value may have. Source: domain.md. */
export const MAX_DIGITS = 38;

const GROUPED_BY = {
  ".": /^[1-9]\d{0,2}(\.\d{3})+$/,
  ",": /^[1-9]\d{0,2}(,\d{3})+$/,
  " ": /^[1-9]\d{0,2}( \d{3})+$/,
} as const satisfies Record<string, RegExp>;
type Separator = keyof typeof GROUPED_BY;
const SEPARATORS: readonly Separator[] = [".", ",", " "];

const REASONS = {
  "number-empty": { vi: "Chưa nhập số.", en: "No number was entered." },
  "number-malformed": {
    vi: "Không đọc được số. Viết như 1.234,5 hoặc 1234.5.",
    en: "This is not a number. Write it like 1.234,5 or 1234.5.",
  },
  "number-too-long": {
    vi: `Số có quá ${MAX_DIGITS} chữ số.`,
    en: `The number has more than ${MAX_DIGITS} digits.`,
  },
} as const satisfies Record<Exclude<NumberInputCode, "number-ambiguous">, Text>;

/**
 * Reads a number as people type it: `1.234,5` and `1234.5`, also `1,234.5`, `1 234,5`, `−2,5`, `+3`. A single mark before three
 * digits (`1.234`, `1,234`) may be thousands or decimals: `number-ambiguous`, unless `decimalMark` says which mark is the decimal one.
 * The text out is exact: `-1234.50`, never rounded.
 */
export function parseNumberInput(input: string, decimalMark?: "." | ","): NumberInput {
  const compact = input
    .trim()
    .replace(/[\u00a0\u202f\u2009]/g, " ")
    .replace(/^[−–]/, "-");
  if (compact === "") return refused("number-empty");
  const signed = /^([+-]?) ?(.+)$/.exec(compact);
  const sign = signed?.[1] === "-" ? "-" : "";
  const body = signed?.[2] ?? "";
  if (decimalMark === undefined && /^[1-9]\d{0,2}[.,]\d{3}$/.test(body)) return ambiguous(sign, body);
  const plain = plainDecimal(body, decimalMark);
  if (plain === null) return refused("number-malformed");
  if (plain.replace(".", "").replace(/^0+/, "").length > MAX_DIGITS) return refused("number-too-long");
  const text = /[1-9]/.test(plain) ? sign + plain : plain;
  return { ok: true, text, value: Number(text) };
}

function refused(code: Exclude<NumberInputCode, "number-ambiguous">): NumberInput {
  return { ok: false, code, reason: REASONS[code] };
}

function ambiguous(sign: string, body: string): NumberInput {
  const readings = [sign + body.replace(/[.,]/, ""), sign + body.replace(",", ".")];
  const [whole = "", decimal = ""] = readings;
  const decimalVi = decimal.replace(".", ",");
  return {
    ok: false,
    code: "number-ambiguous",
    reason: {
      vi: `“${sign}${body}” có thể là ${whole} hoặc ${decimalVi}0. Viết ${whole} nếu là số nguyên, ${decimalVi}0 nếu là số thập phân.`,
      en: `“${sign}${body}” may be ${whole} or ${decimal}0. Write ${whole} for the whole number, ${decimal}0 for the decimal one.`,
    },
    readings,
  };
}

/** Unsigned decimal text with a point, no grouping and no leading zeros, or null where the marks make no sense. */
function plainDecimal(body: string, decimalMark: "." | "," | undefined): string | null {
  const marks = SEPARATORS.filter((separator) => separator !== " " && body.includes(separator));
  const mark = decimalMark ?? decimalMarkOf(body, marks);
  const at = mark === null ? -1 : body.lastIndexOf(mark);
  const whole = at < 0 ? body : body.slice(0, at);
  const fraction = at < 0 ? "" : body.slice(at + 1);
  const digits = ungrouped(whole, mark);
  if (digits === null || (digits === "" && at < 0) || (at >= 0 && !/^\d+$/.test(fraction))) return null;
  const trimmed = digits.replace(/^0+(?=\d)/, "");
  return fraction === "" ? trimmed : `${trimmed === "" ? "0" : trimmed}.${fraction}`;
}

/** The decimal mark: the later of two kinds; a single kind is one where it stands once, and groups where it is repeated. */
function decimalMarkOf(body: string, marks: readonly Separator[]): Separator | null {
  const [first, second] = marks;
  if (first === undefined) return null;
  if (second !== undefined) return body.lastIndexOf(first) > body.lastIndexOf(second) ? first : second;
  return body.indexOf(first) === body.lastIndexOf(first) ? first : null;
}

function ungrouped(whole: string, mark: Separator | null): string | null {
  if (/^\d*$/.test(whole)) return whole;
  const separator = SEPARATORS.find((each) => each !== mark && GROUPED_BY[each].test(whole));
  return separator === undefined ? null : whole.replaceAll(separator, "");
}
