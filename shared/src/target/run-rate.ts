import { figureText } from "../card/figure-text.ts";
import { periodWithin } from "../card/period-label.ts";
import { compensatedSum } from "../formula/compensated-sum.ts";
import { periodId } from "../period/period-id.ts";
import { PERIOD_TYPE_WORDS } from "../period/period-type-words.ts";
import { periodsPerYear } from "../period/periods-per-year.ts";
import { yearOf } from "../period/year-of.ts";
import type { Text } from "../text/text.ts";
import { actualToDate } from "./actual-to-date.ts";
import { courseOf } from "./course-of.ts";
import type { DueInput } from "./due-by-now.ts";
import { goalNumber } from "./goal.ts";
import { type Ground, ground, PERIODS_DISPLAY } from "./ground.ts";
import { bestPeriod, type PeriodAmount } from "./in-period.ts";
import { NO_LEVEL_WORDS, type NoLevelCode, targetSpan } from "./target-span.ts";

/** Mức bình quân kỳ còn lại cần đạt: what each period left must bring, in the indicator's unit per period. */
export interface RunRate {
  readonly ok: true;
  /** Zero or less: the goal is reached already (or, for a ceiling, used up). */
  readonly needed: number;
  readonly remaining: number;
  readonly periodsLeft: number;
  /** Mean per period since the start. */
  readonly soFar: number;
  /** The best period of the last two years (24 months). */
  readonly best: PeriodAmount | null;
  /** Whether the best period would be enough if repeated; null without one. */
  readonly withinBest: boolean | null;
  readonly grounds: readonly Ground[];
  readonly reason: Text;
}

/** Why there is no run-rate. */
export const NO_RUN_RATE_WORDS = {
  ...NO_LEVEL_WORDS,
  "goal-holds": {
    vi: "Chỉ tiêu giữ ở một mức trong mọi kỳ, không tính mức cần đạt mỗi kỳ",
    en: "The target holds in every period; there is no amount needed per period",
  },
  "no-periods-left": { vi: "Đã hết kỳ giao chỉ tiêu", en: "No period of the target is left" },
  "no-figure": { vi: "Thiếu số liệu từ đầu kỳ giao", en: "Figures since the start are missing" },
} as const satisfies Record<string, Text>;

/** A target without a run-rate, and why. */
export interface NoRunRate {
  readonly ok: false;
  readonly code: NoLevelCode | "goal-holds" | "no-periods-left" | "no-figure";
  readonly reason: Text;
}

/** What every period left must bring on average so that the goal is met, beside the mean so far and the best of 24 months. */
export function runRateNeeded(input: DueInput): RunRate | NoRunRate {
  const { target, subject, period, history } = input;
  const span = targetSpan(target, subject, period);
  if (typeof span === "string") return none(span);
  const course = courseOf(target, subject);
  if (course === "holds") return none("goal-holds");
  const periodsLeft = span.of - span.step;
  if (periodsLeft === 0) return none("no-periods-left");
  const actual = actualToDate(input)?.value;
  if (actual?.kind !== "number") return none("no-figure");
  const start = course === "moves" ? (target.baseline?.value ?? 0) : 0;
  const remaining = compensatedSum([goalNumber(target.goal, subject.direction), -actual.value]);
  const needed = remaining / periodsLeft;
  const soFar = (actual.value - start) / span.step;
  const best = bestPeriod(subject, period, history, periodsPerYear(period.type, yearOf(period)));
  const sign = subject.direction === "lower" ? -1 : 1;
  const withinBest = best === null ? null : sign * needed <= sign * best.value;
  const rate = { ok: true as const, needed, remaining, periodsLeft, soFar, best, withinBest };
  return { ...rate, grounds: groundsOf(input, rate), reason: reasonOf(input, rate) };
}

type Figures = Omit<RunRate, "ok" | "grounds" | "reason">;

function groundsOf({ subject, period }: DueInput, { needed, remaining, periodsLeft, soFar, best }: Figures): Ground[] {
  const { display } = subject;
  const grounds = [
    ground("remaining", { vi: "Còn phải thực hiện", en: "Still to do" }, remaining, display, periodId(period)),
    ground("periods-left", { vi: "Số kỳ còn lại", en: "Periods left" }, periodsLeft, PERIODS_DISPLAY),
    ground("needed", { vi: "Mức bình quân kỳ còn lại cần đạt", en: "Needed per period left" }, needed, display),
    ground("so-far", { vi: "Bình quân từ đầu kỳ giao", en: "Mean since the start" }, soFar, display),
  ];
  const name = { vi: "Tốt nhất trong hai năm gần nhất", en: "Best of the last two years" };
  return best === null ? grounds : [...grounds, ground("best", name, best.value, display, periodId(best.period))];
}

function reasonOf({ subject, period }: DueInput, { needed, periodsLeft, soFar, best }: Figures): Text {
  const [need, mean] = [figureText(needed, subject.display), figureText(soFar, subject.display)];
  const one = PERIOD_TYPE_WORDS[period.type];
  const ceiling = subject.direction === "lower";
  const said = {
    vi: `${ceiling ? "Mức tối đa bình quân" : "Mức bình quân"} mỗi ${one.vi} còn lại (${periodsLeft} ${one.vi}): ${need.vi}; bình quân đến nay ${mean.vi}`,
    en: `${ceiling ? "At most" : "Needed"} ${need.en} in each ${one.en} left (${periodsLeft}); the mean so far is ${mean.en}`,
  };
  if (best === null) return said;
  const [figure, when] = [figureText(best.value, subject.display), periodWithin(best.period)];
  return {
    vi: `${said.vi}; tốt nhất trong hai năm gần nhất ${figure.vi} (${when.vi})`,
    en: `${said.en}; the best of the last two years was ${figure.en} (${when.en})`,
  };
}

function none(code: NoRunRate["code"]): NoRunRate {
  return { ok: false, code, reason: NO_RUN_RATE_WORDS[code] };
}
