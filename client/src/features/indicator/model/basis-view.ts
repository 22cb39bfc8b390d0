import { formatAge, formatNumber, formatPercent, ORIGIN_WORDS } from "@bochiso/shared/i18n";
import { parsePeriod, positionInYear } from "@bochiso/shared/period";
import type { CardModel } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";
import { formatReceived } from "../../../lib/format/index.ts";
import { indicatorWords } from "../words.ts";
import { shownScale } from "./shown-scale.ts";

export interface Fact {
  name: string;
  text: string;
}

const MONTHS = 12;
const PERCENT = 2;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Months of the year after the period shown; null where the value is not a sum of months since January. */
function monthsLeft(card: CardModel): { past: number; left: number } | null {
  if (card.accumulation !== "ytd" || card.period?.type !== "month") return null;
  const parsed = parsePeriod(card.period.id);
  if (!parsed.ok) return null;
  const past = positionInYear(parsed.period);
  return { past, left: MONTHS - past };
}

/** Căn cứ đánh giá of a plan: actual ÷ due, what is short, and what each remaining month needs. */
export function planFacts(card: CardModel, language: Language): Fact[] {
  const t = indicatorWords[language].basis;
  const { plan, value } = card;
  if (plan === null || plan.percent.kind !== "number") return [];
  const facts: Fact[] = [];
  const scale = shownScale(card, language);
  const percent = plan.percent.value;
  const say = (number: number) => formatPercent(number, { lang: language, decimals: PERCENT });
  if (plan.due.kind === "number" && plan.due.value > 0) {
    const due = plan.due.value;
    const ratio = formatNumber(percent / due, { lang: language, decimals: 2 });
    facts.push({ name: t.ratio(say(percent), say(due)), text: ratio });
    const short = ((due - percent) / 100) * (plan.target ?? Number.NaN);
    if (Number.isFinite(short)) {
      facts.push({ name: short > 0 ? t.short : t.over, text: scale.full({ kind: "number", value: Math.abs(short) }) });
    }
  }
  const months = monthsLeft(card);
  if (
    plan.target !== null &&
    value.kind === "number" &&
    months !== null &&
    months.left > 0 &&
    plan.target > value.value
  ) {
    const needed = (plan.target - value.value) / months.left;
    const sofar = value.value / months.past;
    facts.push({ name: t.needed(months.left), text: scale.full({ kind: "number", value: needed }) });
    facts.push({ name: t.sofar(months.past), text: scale.full({ kind: "number", value: sofar }) });
  }
  return facts;
}

/** The clocks of a value: what period it describes, when it came and how old it is, when the next one is due. */
export function valueFacts(card: CardModel, language: Language, now: number): Fact[] {
  const t = indicatorWords[language].basis;
  const facts: Fact[] = [];
  if (card.period !== null) facts.push({ name: t.describes, text: card.period.label[language] });
  if (card.origin !== null) facts.push({ name: t.origin, text: capital(ORIGIN_WORDS[card.origin][language]) });
  if (card.source !== null) facts.push({ name: t.publisher, text: card.source.publisher[language] });
  if (card.source?.receivedAt) {
    const { receivedAt } = card.source;
    const age = formatAge(now - Date.parse(receivedAt), language);
    facts.push({ name: t.received, text: `${formatReceived(receivedAt, language)} (${age})` });
  }
  if (card.nextDue !== null) {
    const { period, at } = card.nextDue;
    const late = Date.parse(at) < now;
    facts.push({
      name: late ? t.overdue : t.nextDue,
      text: t.dueAt(period.short[language], formatReceived(at, language)),
    });
  }
  return facts;
}
