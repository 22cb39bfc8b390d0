import { formatPercent, type StatusShape } from "@bochiso/shared/i18n";
import type { CardModel } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";
import { formatValue, joinUnit } from "../../../lib/format/index.ts";
import { cardWords } from "../words.ts";
import { type BulletFigures, type BulletView, bulletView } from "./bullet-view.ts";

/** What the plan of a card says, with its bullet. */
export interface PlanView {
  text: string;
  /** In full words, for the sentence of the card. */
  said: string;
  /** For a wall and a row, where a line holds some twenty letters. */
  short: string;
  bullet: BulletView;
  shape: StatusShape;
}

/** What decides how the plan of a card is said. */
export type PlanSubject = Pick<CardModel, "plan" | "display" | "growthOffset" | "direction" | "accumulation">;

/** "8,52%" but "16,4%": three digits tell pace and plan apart. */
export const planDecimals = (percent: number): number => (Math.abs(percent) < 10 ? 2 : 1);
const SHORT_DECIMALS = 1;
/** Sums are read as a percent of the plan; of a rate, a level or an index that percentage says nothing. */
const SUMS: ReadonlySet<CardModel["accumulation"]> = new Set(["flow", "ytd", "cumulative", "event"]);

interface Figures {
  actual: number;
  due: number | null;
  goal: number;
}

/** The figures of a plan in the indicator's unit; null where the goal is unknown or zero, so that percentages do not give them. */
function inUnit({ target, percent, due }: NonNullable<CardModel["plan"]>): Figures | null {
  if (target === null || target === 0 || percent.kind !== "number") return null;
  const scale = (share: number) => (share * target) / 100;
  return { actual: scale(percent.value), due: due.kind === "number" ? scale(due.value) : null, goal: target };
}

/** Whether a plan is read as a percent of it: a sum to be reached, with a goal above zero. */
export function isShareOfPlan({
  plan,
  accumulation,
  direction,
}: Pick<PlanSubject, "plan" | "accumulation" | "direction">) {
  return SUMS.has(accumulation) && direction !== "lower" && (plan?.target ?? 0) > 0;
}

/**
 * Percent of plan with the level due by now where the plan is a sum to be reached; else the levels themselves, in the unit.
 * Null without a plan or without a number.
 */
export function planView(card: PlanSubject, shape: StatusShape, language: Language): PlanView | null {
  const { plan, direction } = card;
  if (plan === null || plan.percent.kind !== "number") return null;
  const figures = inUnit(plan);
  const asShare = figures === null || isShareOfPlan(card);
  const due = plan.due.kind === "number" ? plan.due.value : null;
  const shares: BulletFigures = { actual: plan.percent.value, due, goal: 100, lowerIsBetter: direction === "lower" };
  const bullet = bulletView(asShare ? shares : { ...figures, lowerIsBetter: direction === "lower" });
  return {
    ...(asShare
      ? summedTexts(shareTexts(plan.percent.value, due, language), plan.summed === true, language)
      : levelTexts(card, figures, language)),
    bullet,
    shape,
  };
}

function shareTexts(percent: number, due: number | null, language: Language) {
  const t = cardWords[language];
  const say = (value: number, decimals: number) => formatPercent(value, { lang: language, decimals });
  const brief = say(percent, SHORT_DECIMALS);
  const decimals = planDecimals(percent);
  const [done, now] = [say(percent, decimals), due === null ? null : say(due, decimals)];
  return {
    text: now === null ? t.ofPlan(done) : t.ofPlanDue(done, now),
    said: now === null ? t.ofPlan(done) : t.ofPlanDueNow(done, now),
    short: due === null ? t.ofPlan(brief) : t.shortDue(brief, say(due, SHORT_DECIMALS)),
  };
}

type PlanTexts = Pick<PlanView, "text" | "said" | "short">;

/** Like stands with like: a share of the plan reached since its start is not that of the single period above it. */
function summedTexts(texts: PlanTexts, summed: boolean, language: Language): PlanTexts {
  const t = cardWords[language];
  if (!summed) return texts;
  return { text: t.summed(texts.text), said: t.summedSaid(texts.said), short: t.summed(texts.short) };
}

function levelTexts(card: PlanSubject, { due, goal }: Figures, language: Language) {
  const t = cardWords[language];
  const { display, growthOffset: offset, direction } = card;
  const write = (value: number) => formatValue({ kind: "number", value }, { display, language, offset });
  const brief = (value: number) => (write(value).tight ? joinUnit(write(value)) : write(value).text);
  const target = direction === "lower" ? t.atMost(joinUnit(write(goal))) : t.target(joinUnit(write(goal)));
  if (due === null || due === goal) {
    return {
      text: target,
      said: target,
      short: direction === "lower" ? t.shortAtMost(brief(goal)) : t.target(brief(goal)),
    };
  }
  const level = joinUnit(write(due));
  return { text: t.levelDue(level, target), said: t.levelDueNow(level, target), short: t.shortLevelDue(brief(due)) };
}
