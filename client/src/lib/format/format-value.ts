import type { ReadDisplay } from "@bochiso/shared/card";
import { formatFigure, MISSING_TEXT, NOT_APPLICABLE_TEXT } from "@bochiso/shared/i18n";
import type { Value } from "@bochiso/shared/observation";
import type { Language } from "@bochiso/shared/text";

/** A number split from its unit, so that the unit can stand smaller beside it. */
export interface ShownValue {
  /** "—" missing, "x" not applicable, otherwise the number. */
  text: string;
  unit: string;
  /** "%" stands close to the number. */
  tight: boolean;
  isNumber: boolean;
}

/** Reasons of absence that are not a gap: the value does not apply there. */
const NOT_APPLICABLE: ReadonlySet<string> = new Set(["not-applicable", "cannot-exist"]);

/**
 * A value in the display of its definition: `(value + offset) × factor`. A growth is signed. Missing is "—",
 * not applicable "x", a failed computation "—" (its code is said in words beside it). The scale is always that of the definition;
 * what would read "0,0" without being zero is told with more digits ("0,03 nghìn tỷ đồng").
 */
export function formatValue(
  value: Value,
  options: { display: ReadDisplay; language: Language; offset?: number; signed?: boolean },
): ShownValue {
  const { display, language: lang } = options;
  const unit = display.unit[lang];
  const tight = unit === "%";
  if (value.kind !== "number") {
    const notApplicable = value.kind === "missing" && NOT_APPLICABLE.has(value.reason);
    return { text: notApplicable ? NOT_APPLICABLE_TEXT : MISSING_TEXT, unit: "", tight, isNumber: false };
  }
  const shown = (value.value + (options.offset ?? 0)) * display.factor;
  const sign = options.signed || display.reads === "growth" ? "always" : "auto";
  return { text: formatFigure(shown, { lang, decimals: display.decimals, sign }), unit, tight, isNumber: true };
}

/** Number and unit as one text: "73,2 nghìn tỷ đồng", "+3,27%". */
export function joinUnit(shown: ShownValue): string {
  if (shown.unit === "") return shown.text;
  return shown.tight ? `${shown.text}${shown.unit}` : `${shown.text} ${shown.unit}`;
}
