import type { ExplanationNode } from "@bochiso/shared/screen";

/** A piece of a formula: an operand with its value in place, or what stands between. */
export type FormulaPart = { kind: "text"; text: string } | { kind: "operand"; operand: ExplanationNode };

const READABLE: readonly (readonly [from: RegExp, to: string])[] = [
  [/\s*\*\s*/g, " × "],
  [/\s*\/\s*/g, " ÷ "],
  [/(\s)-(\s)/g, "$1−$2"],
];

/** A name goes on with these: `trade.total` must not be found inside `trade.total.yoy`. */
const NAME = /[A-Za-z0-9_.[]/;

function readable(text: string): string {
  return READABLE.reduce((sofar, [from, to]) => sofar.replace(from, to), text);
}

function operandAt(formula: string, at: number, operands: readonly ExplanationNode[]): ExplanationNode | null {
  if (at > 0 && NAME.test(formula[at - 1] ?? "")) return null;
  for (const operand of operands) {
    const end = at + operand.ref.length;
    if (operand.ref !== "" && formula.startsWith(operand.ref, at) && !NAME.test(formula[end] ?? "")) return operand;
  }
  return null;
}

/**
 * A formula in pieces, each operand in its place, longest reference first. An operand that stands for several cells
 * (a window, a sum over areas) has one reference and several nodes: its place shows the first and the list all.
 */
export function formulaParts(formula: string, operands: readonly ExplanationNode[]): FormulaPart[] {
  const longestFirst = operands.toSorted((a, b) => b.ref.length - a.ref.length);
  const parts: FormulaPart[] = [];
  let text = "";
  let at = 0;
  while (at < formula.length) {
    const operand = operandAt(formula, at, longestFirst);
    if (operand === null) {
      text += formula[at];
      at += 1;
      continue;
    }
    if (text !== "") parts.push({ kind: "text", text: readable(text) });
    parts.push({ kind: "operand", operand });
    text = "";
    at += operand.ref.length;
  }
  if (text !== "") parts.push({ kind: "text", text: readable(text) });
  return parts;
}

/** A function of the formula language and its opening bracket. */
const CALL = /[A-Za-z]\w*\(/;

/**
 * Whether the formula reads with the values in place: plain arithmetic in which every reference stands for exactly one
 * cell. A function is told in words instead, since a value in its place would hide what it does.
 */
export function hasValuesInPlace(formula: string, operands: readonly ExplanationNode[]): boolean {
  const references = operands.map((operand) => operand.ref);
  return !CALL.test(formula) && new Set(references).size === references.length;
}
