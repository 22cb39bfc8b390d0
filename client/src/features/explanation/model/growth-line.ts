import { numberValue, type Value } from "@bochiso/shared/observation";
import { parsePeriod, positionInYear } from "@bochiso/shared/period";
import type { ExplanationNode } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";
import { type OperandGroup, operandGroups } from "./operand-groups.ts";
import { plainText } from "./shown-text.ts";

/** A growth of one series, of its periods or of its sums since January. */
const GROWTH = /^(?:yoy|pop)\((?:[a-z0-9_.]+|ytd\([a-z0-9_.]+\))\)$/;

/** A growth of what each period adds to a total since January. */
const GROWTH_OF_PARTS = /^pop\(inPeriod\([a-z0-9_.]+\)\)$/;

/** A growth with the two figures it compares in place: "(64.216 − 59.262) ÷ 59.262 × 100"; null for other formulas. */
export function growthLine(node: ExplanationNode, lang: Language): string | null {
  if (GROWTH_OF_PARTS.test(node.formula ?? "")) return partsLine(node, lang);
  if (!GROWTH.test(node.formula ?? "") || node.omitted !== null) return null;
  const [now, base, ...others] = operandGroups(node.operands, lang).map(figureOf);
  if (now === undefined || base === undefined || others.length > 0) return null;
  if (now.value?.kind !== "number" || base.value?.kind !== "number") return null;
  const [own, before] = [now, base].map(({ value, node: of }) => plainText(value ?? numberValue(0), of, lang));
  return `(${own} − ${before}) ÷ ${before} × 100`;
}

/** "((569 − 524) − (524 − 490)) ÷ (524 − 490) × 100": the first period of a year is its own part. */
function partsLine({ operands, period, omitted }: ExplanationNode, lang: Language): string | null {
  const position = positionOf(period);
  const totals = operands.filter(({ value }) => value.kind === "number").toSorted(newestFirst);
  if (position === null || omitted !== null || totals.length !== operands.length) return null;
  const [now, before, first] = totals.map((operand) => plainText(operand.value, operand, lang));
  if (now === undefined || before === undefined) return null;
  if (position === 2) return totals.length === 2 ? `((${now} − ${before}) − ${before}) ÷ ${before} × 100` : null;
  if (first === undefined || totals.length > 3) return null;
  const own = position === 1 ? now : `(${now} − ${before})`;
  return `(${own} − (${before} − ${first})) ÷ (${before} − ${first}) × 100`;
}

function positionOf({ id, type }: ExplanationNode["period"]): number | null {
  const parsed = parsePeriod(id, type);
  return parsed.ok ? positionInYear(parsed.period) : null;
}

/** Periods of one type: their codes stand in the order of time. */
const newestFirst = (a: ExplanationNode, b: ExplanationNode): number => b.period.id.localeCompare(a.period.id, "en");

function figureOf(group: OperandGroup): { value: Value | null; node: ExplanationNode } {
  return group.kind === "one"
    ? { value: group.operand.value, node: group.operand }
    : { value: group.total, node: group.newest };
}
