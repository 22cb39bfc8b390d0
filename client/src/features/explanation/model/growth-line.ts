import { numberValue, type Value } from "@bochiso/shared/observation";
import type { ExplanationNode } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";
import { type OperandGroup, operandGroups } from "./operand-groups.ts";
import { plainText } from "./shown-text.ts";

/** A growth of one series, of its periods or of its sums since January. */
const GROWTH = /^(?:yoy|pop)\((?:[a-z0-9_.]+|ytd\([a-z0-9_.]+\))\)$/;

/** A growth with the two figures it compares in place: "(64.216 − 59.262) ÷ 59.262 × 100"; null for other formulas. */
export function growthLine(node: ExplanationNode, lang: Language): string | null {
  if (!GROWTH.test(node.formula ?? "") || node.omitted !== null) return null;
  const [now, base, ...others] = operandGroups(node.operands, lang).map(figureOf);
  if (now === undefined || base === undefined || others.length > 0) return null;
  if (now.value?.kind !== "number" || base.value?.kind !== "number") return null;
  const [own, before] = [now, base].map(({ value, node: of }) => plainText(value ?? numberValue(0), of, lang));
  return `(${own} − ${before}) ÷ ${before} × 100`;
}

function figureOf(group: OperandGroup): { value: Value | null; node: ExplanationNode } {
  return group.kind === "one"
    ? { value: group.operand.value, node: group.operand }
    : { value: group.total, node: group.newest };
}
