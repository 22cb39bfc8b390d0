import { formatPercent } from "@bochiso/shared/i18n";
import type { Language } from "@bochiso/shared/text";

/** How far a value lies from the one in force, in percent; null where one of them is no number or the base is not above 0. */
export function changeText(value: string | null, before: string | null, lang: Language): string | null {
  const [to, from] = [Number(value ?? Number.NaN), Number(before ?? Number.NaN)];
  if (!Number.isFinite(to) || !Number.isFinite(from) || from <= 0) return null;
  return formatPercent(((to - from) / from) * 100, { lang, decimals: 1, sign: "always" });
}
