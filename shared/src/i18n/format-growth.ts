import type { Language } from "../text/text.ts";
import { formatFigure } from "./format-figure.ts";
import { formatNumber, MISSING_TEXT, type NumberOptions } from "./format-number.ts";

/** A growth from which on it is told as a multiple: three times the base, as the statistics office writes it. Percent. */
export const FOLD_FROM = 200;

/** A multiple of this size needs no decimals, and a whole one none either. */
const WHOLE_FROM = 100;

const WORDS = {
  vi: (times: string) => `gấp ${times} lần`,
  en: (times: string) => `${times}-fold`,
} as const satisfies Record<Language, (times: string) => string>;

/** A growth of 200 % and more as a multiple of its base: `gấp 9,5 lần`, `114-fold`; null below. `percent` is the growth, 846,4 for gấp 9,5 lần. */
export function foldText(percent: number, lang: Language): string | null {
  if (!Number.isFinite(percent) || percent < FOLD_FROM) return null;
  const times = 1 + percent / 100;
  const decimals = times >= WHOLE_FROM || Number.isInteger(Number(times.toFixed(1))) ? 0 : 1;
  return WORDS[lang](formatNumber(times, { lang, decimals }));
}

/** A growth in percent: `+8,3%`, `−2,5%`; from 200 % on as a multiple, `gấp 114 lần`. Not a finite number: `—`. */
export function formatGrowth(percent: number, options: NumberOptions): string {
  const fold = foldText(percent, options.lang);
  if (fold !== null) return fold;
  const number = formatFigure(percent, options);
  return number === MISSING_TEXT ? number : `${number}%`;
}
