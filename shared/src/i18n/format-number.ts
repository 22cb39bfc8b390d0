import type { Language } from "../text/text.ts";
import { numberText, type SignDisplay } from "./number-text.ts";

/** How a number is shown: language, decimals (always that many), sign. */
export interface NumberOptions {
  readonly lang: Language;
  /** Digits after the decimal mark, 0–6 by the definition. */
  readonly decimals: number;
  readonly sign?: SignDisplay | undefined;
}

/** Shown where there is no number. Source: visual.md. */
export const MISSING_TEXT = "—";
/** Shown where a value does not apply. Source: visual.md. */
export const NOT_APPLICABLE_TEXT = "x";

/** A number for the screen: `1.234,5`, `+8,3`, `−2,5` with the true minus sign; rounded to nothing it shows no sign. Not a finite number: `—`. */
export function formatNumber(value: number | string, { lang, decimals, sign = "auto" }: NumberOptions): string {
  return numberText(value, lang, { decimals, grouping: true, sign })?.replace("-", "−") ?? MISSING_TEXT;
}
