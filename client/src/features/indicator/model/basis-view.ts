import { formatAge, formatNumber, formatPercent, ORIGIN_WORDS } from "@bochiso/shared/i18n";
import type { AssessmentModel, CardModel, IndicatorModel, PeriodLabel } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";
import { formatReceived, formatValue, joinUnit } from "../../../lib/format/index.ts";
import { inputRows } from "../../status-basis/model/input-rows.ts";
import { targetWords } from "../target-words.ts";
import { indicatorWords } from "../words.ts";
import { oneOf, rateView, timesText } from "./rate-view.ts";
import { type TargetFigures, targetFigures } from "./target-figures.ts";

export interface Fact {
  name: string;
  text: string;
}

/** The value and its two limits; the panel has all the inputs. */
const LIMIT_FACTS = 3;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The few figures behind a status: actual against due, what is short, what each period left needs. Empty where nothing is judged. */
export function basisFacts(model: IndicatorModel, language: Language): Fact[] {
  const figures = targetFigures(model, language);
  const { assessment, card } = model;
  if (figures === null) return limitFacts(assessment, language);
  if (figures.actual === null) return [];
  return [
    ...scoreFact(figures, assessment, language),
    ...gapFact(figures, language),
    ...(card.period === null ? [] : rateFacts(figures, card.period, language)),
  ];
}

/** Value and limits of a figure that is judged without a target. */
function limitFacts(assessment: AssessmentModel | null, language: Language): Fact[] {
  if (assessment === null || assessment.thresholds.length === 0 || assessment.grade === null) return [];
  return inputRows(assessment.inputs, language)
    .slice(0, LIMIT_FACTS)
    .map(({ name, value }) => ({ name, text: value }));
}

/** Scores that a reader can take as they are; depths within a range and values against limits are not among them. */
function scoreFact(figures: TargetFigures, assessment: AssessmentModel | null, language: Language): Fact[] {
  const t = targetWords[language].basis;
  const { target, actual, due, scale, lower } = figures;
  const plan = assessment?.method === "plan-completion@1";
  if (assessment?.score == null || actual === null || !(plan || assessment.method === "required-growth@1")) return [];
  const text = joinUnit(
    formatValue({ kind: "number", value: assessment.score }, { display: assessment.scoreDisplay, language }),
  );
  const say = (value: number) => scale.text({ kind: "number", value });
  const share = plan && due !== null && target.course.kind === "accumulates" && !lower;
  return [{ name: share ? t.ratio(say(actual), say(due)) : plan ? t.completion : t.growth, text }];
}

function gapFact({ target, actual, due, lower, far }: TargetFigures, language: Language): Fact[] {
  const t = targetWords[language].basis;
  if (actual === null || due === null || target.goal.kind === "range") return [];
  const text = far(actual, due);
  if (text === null) return [];
  return [{ name: actual > due ? t.above : lower ? t.below : t.short, text }];
}

function rateFacts(figures: TargetFigures, period: PeriodLabel, language: Language): Fact[] {
  const words = targetWords[language];
  const { target, perPeriod, lower } = figures;
  const rate = target.runRate;
  if (rate === null || !rate.ok || rateView(figures, period, language) === null) return [];
  const one = oneOf(period, language);
  const name = lower && target.course.kind === "accumulates" ? words.allowedFact : words.neededFact;
  const times = timesText(rate.needed, rate.soFar, language);
  return [
    { name: name(one, rate.periodsLeft), text: perPeriod.full(rate.needed) },
    ...(times === null ? [] : [{ name: words.basis.times, text: timesAlone(rate.needed / rate.soFar, language) }]),
  ];
}

/** "2,1 lần", or "2%" where it is less: the name beside it already says against what. */
function timesAlone(times: number, language: Language): string {
  if (times < 1) return formatPercent(times * 100, { lang: language, decimals: 0 });
  return `${formatNumber(times, { lang: language, decimals: 1 })} ${language === "vi" ? "lần" : "times"}`;
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
