import { formatNumber, MISSING_TEXT, type NumberOptions } from "./format-number.ts";

/** A value already in percent: `96%`, `+8,3%`. Not a finite number: `—`. */
export function formatPercent(percent: number | string, options: NumberOptions): string {
  const number = formatNumber(percent, options);
  return number === MISSING_TEXT ? number : `${number}%`;
}
