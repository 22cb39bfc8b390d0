import type { Language } from "../text/text.ts";
import { formatNumber, MISSING_TEXT, type NumberOptions } from "./format-number.ts";

/** Digits told beyond those of the definition where a figure would read as nothing. */
const MORE = 2;

/** Below this a number is what binary arithmetic left of a zero. In the unit shown. */
const NOTHING = 1e-9;

const BEYOND = {
  vi: { above: "dưới", below: "trên" },
  en: { above: "under", below: "over" },
} as const satisfies Record<Language, Record<"above" | "below", string>>;

/**
 * Digits after the decimal mark that a figure is told with: those of its definition; up to two more where it is not zero but
 * would read as zero. The unit and its scale stay those of the definition. `value` in the unit shown.
 */
export function figureDecimals(value: number, decimals: number): number {
  const size = Math.abs(value);
  if (size < NOTHING || !Number.isFinite(size)) return decimals;
  for (let digits = decimals; digits <= decimals + MORE; digits += 1) {
    if (Number(size.toFixed(digits)) !== 0) return digits;
  }
  return decimals;
}

/**
 * A figure as people read it: `6,8`; `0,03` where one decimal would say `0,0`; `dưới 0,001` where two more would too. Zero itself
 * is `0,0`. Not a finite number: `—`. `value` in the unit shown.
 */
export function formatFigure(value: number, options: NumberOptions): string {
  const decimals = figureDecimals(value, options.decimals);
  const size = Math.abs(value);
  if (!Number.isFinite(size) || size < NOTHING || Number(size.toFixed(decimals)) !== 0) {
    return Number.isFinite(size) ? formatNumber(value, { ...options, decimals }) : MISSING_TEXT;
  }
  const least = 10 ** -(options.decimals + MORE);
  const words = BEYOND[options.lang];
  const limit = formatNumber(value < 0 ? -least : least, { lang: options.lang, decimals: options.decimals + MORE });
  return `${value < 0 ? words.below : words.above} ${limit}`;
}
