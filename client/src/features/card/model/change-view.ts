import { formatFigure, formatGrowth, MISSING_TEXT, VALUE_ERROR_WORDS } from "@bochiso/shared/i18n";
import type { CardChange, CardModel } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";
import { cardWords } from "../words.ts";
import { aloneView } from "./alone-view.ts";

export interface ChangeView {
  kind: CardChange["kind"];
  /** "+21,7%", "−0,40", "gấp 114 lần" or "—". */
  text: string;
  /** What stands after the number: "so cùng kỳ", "điểm phần trăm so cùng kỳ". */
  words: string;
  /** Number and unit for a narrow place: "+1,5 điểm %", "−2,65". */
  brief: string;
  /** Number with its unit always, where no column says it: "−1,30 tỷ USD". */
  full: string;
  /** What it is compared with, for a narrow place: "cùng kỳ". */
  short: string;
  /** Why there is no number; null otherwise. */
  absence: string | null;
  /** Whether it opens an explanation: a part of a period is not compared, so that there is nothing to explain. */
  explained: boolean;
}

type ChangeCard = Pick<CardModel, "display" | "period">;

/** Decimals of a change in percent. */
const PERCENT_DECIMALS = 1;

function number(change: CardChange, card: ChangeCard, lang: Language): string {
  if (change.value.kind !== "number") return MISSING_TEXT;
  const { value } = change.value;
  const sign = "always";
  if (change.measure === "percent") return formatGrowth(value, { lang, decimals: PERCENT_DECIMALS, sign });
  const factor = change.measure === "absolute" ? card.display.factor : 1;
  return formatFigure(value * factor, { lang, decimals: card.display.decimals, sign });
}

/** A change in words: the number, its unit where it is not %, and what it is compared with. */
export function changeView(change: CardChange, card: ChangeCard, language: Language): ChangeView {
  const t = cardWords[language];
  const unit =
    change.measure === "points" ? t.points : change.measure === "absolute" ? card.display.unit[language] : "";
  const alone = aloneView(change.formula, card.period, language);
  const whole = change.against === null ? t.toPrevious : t.to(change.against.short[language]);
  const previous = alone === null ? whole : t.alone(alone.own, alone.against);
  const against = change.kind === "same-period-last-year" ? t.toLastYear : previous;
  const isNumber = change.value.kind === "number";
  const absence = change.value.kind === "error" ? VALUE_ERROR_WORDS[change.value.code][language] : null;
  const text = number(change, card, language);
  const shortPrevious = alone === null ? t.shortPrevious : t.shortAlone(alone.own);
  return {
    kind: change.kind,
    text,
    brief: isNumber && change.measure === "points" ? `${text} ${t.pointsShort}` : text,
    full: isNumber && unit !== "" ? `${text} ${change.measure === "points" ? t.pointsShort : unit}` : text,
    words: isNumber && unit !== "" ? `${unit} ${against}` : against,
    short: change.kind === "same-period-last-year" ? t.shortLastYear : shortPrevious,
    absence,
    explained: !(change.value.kind === "missing" && change.value.reason === "incomplete-parts"),
  };
}
