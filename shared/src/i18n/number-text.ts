import type { Language } from "../text/text.ts";

/** When a sign is written: `auto` only the minus, `always` also the plus; zero never has one. */
export type SignDisplay = "auto" | "always";

interface NumberStyle {
  readonly decimals: number | "all";
  readonly grouping: boolean;
  readonly sign: SignDisplay;
}

const LOCALES = { vi: "vi-VN", en: "en-GB" } as const satisfies Record<Language, string>;
/** The displays of Intl that never write a signed zero. */
const SIGN_DISPLAY = { auto: "negative", always: "exceptZero" } as const satisfies Record<SignDisplay, string>;
const MAX_DECIMALS = 100;

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(language: Language, { decimals, grouping, sign }: NumberStyle): Intl.NumberFormat {
  const key = `${language} ${decimals} ${grouping} ${sign}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(LOCALES[language], {
    minimumFractionDigits: decimals === "all" ? 0 : decimals,
    maximumFractionDigits: decimals === "all" ? MAX_DECIMALS : decimals,
    useGrouping: grouping ? "always" : false,
    signDisplay: SIGN_DISPLAY[sign],
    roundingMode: "halfExpand",
  });
  formats.set(key, made);
  return made;
}

/**
 * Digits of a finite number or exact decimal text in a language, minus as "-"; null where it is no finite number. Rounds half
 * away from zero on the decimal text, so that 1.005 shows as 1,01 whatever its binary form.
 */
export function numberText(value: number | string, language: Language, style: NumberStyle): string | null {
  const text = typeof value === "number" ? String(value) : value;
  if (text.trim() === "" || !Number.isFinite(Number(text))) return null;
  return formatOf(language, style).format(text as Intl.StringNumericLiteral);
}
