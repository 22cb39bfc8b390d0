import type { Language } from "@bochiso/shared/text";

const LOCALE = { vi: "vi-VN", en: "en-GB" } as const satisfies Record<Language, string>;
const cache = new Map<string, Intl.NumberFormat>();

function formatter(language: Language, decimals: number, sign: boolean): Intl.NumberFormat {
  const key = `${language}${decimals}${sign}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(LOCALE[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: sign ? "exceptZero" : "negative",
  });
  cache.set(key, made);
  return made;
}

/** A number as people read it: `1.234,5` (vi), `1,234.5` (en); the minus of the screen is "−" (U+2212). */
export function formatNumber(
  value: number,
  options: { language: Language; decimals: number; sign?: boolean },
): string {
  return formatter(options.language, options.decimals, options.sign ?? false).format(value).replace("-", "−");
}
