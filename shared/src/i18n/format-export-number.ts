import type { Language } from "../text/text.ts";
import { numberText } from "./number-text.ts";

/** How a number is written to a file; without `decimals` every digit is kept. */
export interface ExportNumberOptions {
  readonly lang: Language;
  readonly decimals?: number | undefined;
}

/**
 * A number for files that are read again: ASCII minus, no thousands separators, no exponent; decimal comma in Vietnamese,
 * decimal point in English. Not a finite number: the empty text. Source: visual.md, push-api.md (CSV).
 */
export function formatExportNumber(value: number | string, { lang, decimals }: ExportNumberOptions): string {
  return numberText(value, lang, { decimals: decimals ?? "all", grouping: false, sign: "auto" }) ?? "";
}
