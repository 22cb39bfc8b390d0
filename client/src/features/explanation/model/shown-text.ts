import { foldText, formatFigure, formatPoints, MISSING_TEXT } from "@bochiso/shared/i18n";
import type { Value } from "@bochiso/shared/observation";
import type { ExplanationNode } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";
import { formatValue, joinUnit } from "../../../lib/format/index.ts";
import { decimalsOf, differenceText, isDifferenceOfPeriods, isGrowth, valueText } from "./node-view.ts";

/** A value as cards show it: `(value + offset) × factor` in the display unit; "—" where there is none. */
export function shownText(value: Value, node: ExplanationNode, lang: Language): string {
  if (value.kind !== "number") return MISSING_TEXT;
  const { display, growthOffset, formula } = node;
  const isPercent = display.unit[lang] === "%";
  if (isPercent && isDifferenceOfPeriods(formula ?? "")) return differenceText(value, node, lang);
  const signed = growthOffset !== 0 || (isPercent && isGrowth(formula ?? ""));
  const text = joinUnit(formatValue(value, { display, language: lang, offset: growthOffset, signed }));
  // The card says a growth of this size as a multiple: here both stand, so that one can be checked by the other.
  const fold = isPercent && isGrowth(formula ?? "") ? foldText(value.value, lang) : null;
  return fold === null ? text : `${text} (${fold})`;
}

/** Whether the stored value reads otherwise than the one on cards, so that both must be told. */
export function isScaled({ display, growthOffset }: ExplanationNode): boolean {
  return display.factor !== 1 || growthOffset !== 0;
}

/** Whether the card rounds away what the stored value says. */
function isRounded(value: number, node: ExplanationNode): boolean {
  const to = (decimals: number): number => Number(value.toFixed(decimals));
  return to(decimalsOf(value, node)) !== to(node.display.decimals);
}

/** The stored value where it is not the one shown; null where both read the same. */
export function storedText(value: Value, node: ExplanationNode, lang: Language): string | null {
  if (value.kind !== "number") return null;
  return isScaled(node) || isRounded(value.value, node) ? valueText(value, node, lang) : null;
}

/** A stored number without its unit, for lines whose figures share one. */
export function plainText(value: Value, node: ExplanationNode, lang: Language): string {
  return valueText(value, { ...node, unit: { vi: "", en: "" }, formula: null }, lang);
}

/** A difference of two values of a node as cards show it, signed. */
export function shownDifference(value: Value, node: ExplanationNode, lang: Language): string {
  if (value.kind !== "number") return MISSING_TEXT;
  const { display } = node;
  const options = { lang, decimals: display.decimals, sign: "always" } as const;
  const shown = value.value * display.factor;
  if (display.unit[lang].startsWith("%")) return formatPoints(shown, options);
  return `${formatFigure(shown, options)} ${display.unit[lang]}`.trim();
}
