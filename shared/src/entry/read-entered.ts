import { formatNumber } from "../i18n/format-number.ts";
import { parseNumberInput } from "../i18n/parse-number-input.ts";
import type { Language, Text } from "../text/text.ts";
import { numberInWords } from "./number-in-words.ts";

/** The unit that a figure is typed in: that of the definition. `isPercent`: a typed "%" belongs to it. */
export interface EntryUnit {
  readonly name: Text;
  readonly isPercent: boolean;
  /** How screens show it, `shown = value × factor`; null where that is the same. */
  readonly shown: { readonly name: Text; readonly factor: number; readonly decimals: number } | null;
}

/** One meaning of what was typed: exact decimal text, and the same told back. */
export interface EntryReading {
  readonly text: string;
  readonly echo: Text;
}

/** What was typed into a cell: nothing, a number, one of two numbers, or no number. */
export type EnteredValue =
  | { readonly kind: "empty" }
  | { readonly kind: "number"; readonly reading: EntryReading }
  | { readonly kind: "ambiguous"; readonly readings: readonly [EntryReading, EntryReading] }
  | { readonly kind: "refused"; readonly reason: Text };

const PERCENT_ELSEWHERE: Text = {
  vi: "Chỉ số này không tính bằng %. Bỏ dấu % và nhập theo đơn vị của chỉ số.",
  en: "This indicator is not in percent. Leave out % and use the unit of the indicator.",
};

/** Reads what a person typed or pasted as a value, and tells it back in both languages with the unit. */
export function readEntered(typed: string, unit: EntryUnit): EnteredValue {
  const trimmed = typed.trim();
  if (trimmed === "") return { kind: "empty" };
  const hasPercent = trimmed.endsWith("%");
  if (hasPercent && !unit.isPercent) return { kind: "refused", reason: PERCENT_ELSEWHERE };
  const parsed = parseNumberInput(hasPercent ? trimmed.slice(0, -1) : trimmed);
  if (parsed.ok) return { kind: "number", reading: { text: parsed.text, echo: enteredEcho(parsed.text, unit) } };
  const [whole, decimal] = parsed.readings ?? [];
  if (parsed.code === "number-ambiguous" && whole !== undefined && decimal !== undefined)
    return { kind: "ambiguous", readings: [spoken(whole, unit), spoken(decimal, unit)] };
  return { kind: "refused", reason: parsed.reason };
}

/** A decimal text told back: "1.234,5 tỷ đồng (trên màn hình: 1,2 nghìn tỷ đồng)". */
export function enteredEcho(text: string, unit: EntryUnit): Text {
  return { vi: echoIn("vi", text, unit), en: echoIn("en", text, unit) };
}

function echoIn(lang: Language, text: string, { name, isPercent, shown }: EntryUnit): string {
  const said = withUnit(formatNumber(text, { lang, decimals: decimalsOf(text) }), name[lang], isPercent);
  if (shown === null) return said;
  const onScreen = formatNumber(Number(text) * shown.factor, { lang, decimals: shown.decimals });
  const where = { vi: "trên màn hình", en: "on screen" }[lang];
  return `${said} (${where}: ${withUnit(onScreen, shown.name[lang], false)})`;
}

/** Where two readings stand beside each other, each is told in figures and in words. */
function spoken(text: string, unit: EntryUnit): EntryReading {
  const figures = enteredEcho(text, { ...unit, shown: null });
  const words = (lang: Language): string => {
    const said = numberInWords(text, lang);
    return said === null ? figures[lang] : `${figures[lang]} (${said})`;
  };
  return { text, echo: { vi: words("vi"), en: words("en") } };
}

function withUnit(figure: string, unit: string, isPercent: boolean): string {
  return isPercent || unit === "%" ? `${figure}%` : `${figure} ${unit}`;
}

function decimalsOf(text: string): number {
  const at = text.indexOf(".");
  return at < 0 ? 0 : Math.min(100, text.length - at - 1);
}
