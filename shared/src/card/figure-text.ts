import { formatFigure } from "../i18n/format-figure.ts";
import type { SignDisplay } from "../i18n/number-text.ts";
import type { Display } from "../indicator/indicator.ts";
import type { Language, Text } from "../text/text.ts";

/** A figure with its unit as read in a sentence: `64,3 tỷ USD`, `8,4%`. `value` is in the indicator's unit. */
export function figureText(
  value: number,
  display: Display,
  options: { offset?: number; sign?: SignDisplay } = {},
): Text {
  const shown = (value + (options.offset ?? 0)) * display.factor;
  const write = (lang: Language): string => {
    const number = formatFigure(shown, { lang, decimals: display.decimals, sign: options.sign });
    return display.unit[lang] === "%" ? `${number}%` : `${number} ${display.unit[lang]}`;
  };
  return { vi: write("vi"), en: write("en") };
}
