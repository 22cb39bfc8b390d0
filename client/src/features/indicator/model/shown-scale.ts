import { formatNumber, formatPoints } from "@bochiso/shared/i18n";
import type { Value } from "@bochiso/shared/observation";
import type { CardModel } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";
import { formatValue, joinUnit } from "../../../lib/format/index.ts";

/** What decides how the numbers of one indicator are shown. */
export type ShownSubject = Pick<CardModel, "display" | "growthOffset" | "valueType">;

/** Writes every number of a page in the one display of its definition. */
export interface ShownScale {
  language: Language;
  unit: string;
  decimals: number;
  /** From the indicator's unit to the shown one; null stays null. */
  toShown: (value: number | null) => number | null;
  /** A value without its unit: "73,2", "+7,2", "—", "x". */
  text: (value: Value) => string;
  /** A value with its unit: "73,2 nghìn tỷ đồng". */
  full: (value: Value) => string;
  /** A difference with its sign and unit; percentages differ in điểm phần trăm. */
  difference: (value: Value, style?: "long" | "short") => string;
  /** A shown number on an axis. */
  tick: (shown: number) => string;
}

const SIGNED: ReadonlySet<CardModel["valueType"]> = new Set(["growth_pct", "difference"]);

/** Decimals of an axis: none where the ticks are whole, else as few as tell them apart. */
function tickText(shown: number, decimals: number, lang: Language): string {
  const needed = [0, 1, 2, 3].find((places) => Math.abs(shown - Number(shown.toFixed(places))) < 1e-9) ?? decimals;
  return formatNumber(shown, { lang, decimals: needed });
}

/** The scale of a card's indicator. */
export function shownScale({ display, growthOffset, valueType }: ShownSubject, language: Language): ShownScale {
  const { factor, decimals } = display;
  const unit = display.unit[language];
  const signed = SIGNED.has(valueType) || growthOffset !== 0;
  const format = (value: Value) => formatValue(value, { display, language, offset: growthOffset, signed });
  return {
    language,
    unit,
    decimals,
    toShown: (value) => (value === null ? null : (value + growthOffset) * factor),
    text: (value) => format(value).text,
    full: (value) => joinUnit(format(value)),
    difference(value, style = "long") {
      if (value.kind !== "number") return format(value).text;
      const shown = value.value * factor;
      const options = { lang: language, decimals, sign: "always" } as const;
      if (unit.startsWith("%")) return formatPoints(shown, options, style);
      const text = formatNumber(shown, options);
      return style === "short" ? text : `${text} ${unit}`;
    },
    tick: (shown) => tickText(shown, decimals, language),
  };
}
