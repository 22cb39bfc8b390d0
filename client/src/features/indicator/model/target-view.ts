import { formatPercent, type StatusShape } from "@bochiso/shared/i18n";
import type { IndicatorModel } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";
import { type BulletView, bulletView, planDecimals, shownStatus, statusView } from "../../card/index.ts";
import { targetWords } from "../target-words.ts";
import { goalWords } from "./goal-words.ts";
import { type OutlookView, outlookView } from "./outlook-view.ts";
import { type RateView, rateView } from "./rate-view.ts";
import { bandFacts, type TargetFact, targetFacts } from "./target-facts.ts";
import { type TargetFigures, targetFigures } from "./target-figures.ts";
import { targetHeadline } from "./target-headline.ts";

/** The bullet with its words: what is due stands over its tick, the actual figure and the goal at its ends. */
export interface TargetBulletView {
  bullet: BulletView;
  shape: StatusShape;
  due: string | null;
  actual: string;
  /** What stands under the left and the right end; the baseline and the goal of a level that moves. */
  ends: [string, string];
  /** The same for those who do not see the bar. */
  sentence: string;
}

/** The sheet of target and pace: without a target, with one that says nothing of this period, or in full. */
export type TargetView =
  | { kind: "none"; title: string; detail: string; facts: TargetFact[] }
  | {
      kind: "assigned";
      headline: string;
      /** Why no level is due now, or why the levels are for reference only. */
      notice: string | null;
      bullet: TargetBulletView | null;
      pace: { text: string; fell: boolean } | null;
      rate: RateView | null;
      /** Why there is no pace needed; null where that needs no words. */
      noRate: string | null;
      outlook: OutlookView | null;
      noOutlook: string | null;
      facts: TargetFact[];
    };

/** The range to stay in, where both its bounds are known. */
function rangeOf({ target }: TargetFigures): { min: number; max: number } | null {
  const level = target.due?.level ?? target.goal;
  if (level.kind === "value" || level.min === null || level.max === null) return null;
  return { min: level.min, max: level.max };
}

/** What stands over the tick: what is due by now, or the goal itself where it holds. */
function tickOf({ target, write }: TargetFigures, period: string, goal: string, language: Language): string | null {
  if (target.due === null) return null;
  if (target.course.kind === "holds") return goal;
  const said = language === "vi" ? period.charAt(0).toLowerCase() + period.slice(1) : period;
  return targetWords[language].dueTick(said, goalWords(target.due.level, { write, lower: false }, language));
}

function bulletOf(figures: TargetFigures, model: IndicatorModel, language: Language): TargetBulletView | null {
  const t = targetWords[language];
  const { target, actual, due, goal, lower, write } = figures;
  if (actual === null || model.card.period === null) return null;
  const sums = target.course.kind === "accumulates" && goal > 0 && !lower;
  const percent = (actual / goal) * 100;
  const share = sums ? formatPercent(percent, { lang: language, decimals: planDecimals(percent) }) : null;
  const said = t.actual(write(actual), share);
  const whole = t.goal(goalWords(target.goal, figures, language));
  const tick = tickOf(figures, model.card.period.label[language], whole, language);
  const range = rangeOf(figures);
  const start = target.course.kind === "moves" ? target.baseline : null;
  const from = start === null ? null : t.baseline(write(start.value), start.period.short[language]);
  const onTick = target.course.kind === "holds" && tick !== null;
  return {
    bullet: bulletView({
      actual,
      due: range === null ? due : null,
      goal,
      lowerIsBetter: lower,
      range,
      ...(start === null ? {} : { origin: start.value }),
    }),
    shape: statusView(shownStatus(model.card), language).shape,
    due: range === null ? tick : null,
    actual: said,
    ends: from === null ? [said, onTick && range === null ? "" : whole] : lower ? [whole, from] : [from, whole],
    sentence: t.bulletSentence(said, onTick ? null : tick, whole),
  };
}

/** Codes of a missing pace that the rest of the sheet already says. */
const SAID: ReadonlySet<string> = new Set(["goal-holds", "no-periods-left", "before-target", "after-target"]);

function none(model: IndicatorModel, language: Language): TargetView {
  const t = targetWords[language];
  const facts = bandFacts(model, language);
  const { direction } = model.card;
  const said = model.assessment?.reason[language] ?? "";
  const limits = (model.assessment?.thresholds.length ?? 0) > 0;
  const title = limits ? t.noneLimits : facts.length > 0 ? t.noneBand : direction === "neutral" ? t.noneWanted : t.none;
  return {
    kind: "none",
    title,
    detail: (limits || direction === "neutral") && said !== "" ? said : t.noneDetail,
    facts,
  };
}

/** What the sheet of target and pace says. */
export function targetView(model: IndicatorModel, language: Language): TargetView {
  const figures = targetFigures(model, language);
  if (figures === null) return none(model, language);
  const t = targetWords[language];
  const { target } = figures;
  const { period } = model.card;
  const status = model.assessment?.status ?? model.card.progress.status;
  const { runRate, outlook, pace } = target;
  const fell = pace.asked !== pace.used;
  const note = pace.note?.[language] ?? null;
  return {
    kind: "assigned",
    headline: targetHeadline(figures, status, language),
    notice: target.noLevel?.[language] ?? (model.card.state === "ready" ? null : t.stale),
    bullet: bulletOf(figures, model, language),
    pace: note === null ? null : { text: note, fell },
    rate: period === null ? null : rateView(figures, period, language),
    noRate: runRate === null || runRate.ok || SAID.has(runRate.code) ? null : runRate.reason[language],
    outlook: outlookView(figures, language),
    noOutlook: outlook === null || outlook.ok || outlook.code === "not-a-sum" ? null : outlook.reason[language],
    facts: targetFacts(figures, language),
  };
}
