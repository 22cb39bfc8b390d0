import { formatNumber } from "@bochiso/shared/i18n";
import type { Language } from "@bochiso/shared/text";

/** Decimals beyond which a number is told as it was sent. */
const MOST_DECIMALS = 6;

/** An exact decimal text with every digit it has, in the way of the language; what is no plain number stands as it is. */
export function exactText(value: string, language: Language): string {
  const [, decimals = ""] = /^-?\d+(?:\.(\d+))?$/.exec(value) ?? [null, null];
  if (decimals === null || decimals.length > MOST_DECIMALS) return value;
  return formatNumber(value, { lang: language, decimals: decimals.length });
}
