import { figureText } from "../card/figure-text.ts";
import { levelText, type ReadDisplay } from "../card/level-text.ts";
import type { Direction } from "../indicator/indicator.ts";
import type { Value } from "../observation/value.ts";
import type { PeriodId } from "../period/period.ts";
import type { BareDueLevel, DueLevel, NoDueLevel } from "../target/due-by-now.ts";
import { goalNumber } from "../target/goal.ts";
import { ground, SHARE_DISPLAY } from "../target/ground.ts";
import type { Text } from "../text/text.ts";
import { type Ladder, settle } from "./ladder.ts";
import {
  notReady,
  rungOf,
  type StatusAssessment,
  type StatusCircumstances,
  thresholdsOf,
  unassessed,
} from "./status-assessment.ts";
import { PlanCompletionParams } from "./status-rule.ts";

/** What `plan-completion@1` judges. */
export interface PlanCompletionInputs extends StatusCircumstances {
  /** The figure that answers the target (`actualToDate`), in the indicator's unit. */
  readonly actual: Value;
  readonly period: PeriodId;
  /** How the figure was taken, such as "cộng từ đầu kỳ giao". */
  readonly taken?: Text | undefined;
  /** Null without a target. */
  readonly due: DueLevel | NoDueLevel | null;
  readonly direction: Direction;
  readonly display: ReadDisplay;
}

const METHOD = "plan-completion@1";
const NO_TARGET: Text = { vi: "Chưa có chỉ tiêu được giao", en: "There is no target" };
const NO_DIRECTION: Text = {
  vi: "Chỉ số không có chiều mong muốn nên không so với chỉ tiêu",
  en: "The indicator has no wanted direction to compare with a target",
};

/** Grades while the period of the target runs. */
export function planLadder(params: PlanCompletionParams): Ladder {
  const { ahead, onTrack, behind, width } = params;
  return [
    rungOf("ahead", ahead, width),
    rungOf("on-track", onTrack, width),
    rungOf("behind", behind, width),
    rungOf("at-risk", Number.NEGATIVE_INFINITY, width),
  ];
}

/** Grades when it is over: met is met, without a margin. */
function closedLadder({ ahead }: PlanCompletionParams): Ladder {
  return [
    rungOf("exceeded", Math.max(1, ahead), 0),
    rungOf("met", 1, 0),
    rungOf("not-met", Number.NEGATIVE_INFINITY, 0),
  ];
}

/**
 * Completion of what is due, 1 = exactly what is due; see decision 007. The share of the due way covered where the way leads in
 * the wanted direction, else the distance from the level due in shares of its size. Rises with the value where higher is
 * better, falls where lower is. Nothing due and a value of zero is 1; null where the level due is zero and the value is not.
 */
export function completion(
  actual: number,
  due: Pick<BareDueLevel, "level" | "from">,
  direction: Direction,
): number | null {
  const sign = direction === "lower" ? -1 : 1;
  const level = goalNumber(due.level, direction);
  const from = due.from ?? 0;
  const way = level - from;
  if (due.from !== null && sign * way > 0) return (actual - from) / way + 0; // never −0
  const beyond = sign * (actual - level);
  if (beyond === 0) return 1;
  return level === 0 ? null : 1 + beyond / Math.abs(level);
}

/** Status against plan with its pace. Source: domain.md; thresholds by default 1.05, 0.95, 0.80. */
export function assessPlanCompletion(
  inputs: PlanCompletionInputs,
  given?: Partial<PlanCompletionParams>,
): StatusAssessment {
  const params = PlanCompletionParams.parse(given ?? {});
  const { actual, due, direction, display, period, taken } = inputs;
  const ladder = due?.ok && due.closes ? closedLadder(params) : planLadder(params);
  const frame = { ladder, scoreDisplay: SHARE_DISPLAY };
  if (due === null) return unassessed(METHOD, "not-assessed", NO_TARGET, frame);
  if (direction === "neutral" || direction === "band") return unassessed(METHOD, "not-assessed", NO_DIRECTION, frame);
  const name = { vi: "Thực hiện", en: "Actual" };
  const said = taken === undefined ? name : { vi: `${name.vi} (${taken.vi})`, en: `${name.en} (${taken.en})` };
  const facts = [ground("actual", said, actual, display, period), ...(due.ok ? due.grounds : [])];
  const withFacts = { ...frame, inputs: facts };
  const blocked = notReady(inputs) ?? (due.ok ? null : due.reason);
  if (blocked !== null) return unassessed(METHOD, "not-yet-assessed", blocked, withFacts);
  if (!due.ok || actual.kind !== "number") return unassessed(METHOD, "not-yet-assessed", NO_FIGURE, withFacts);
  const score = completion(actual.value, due, direction) ?? againstZero(actual.value, direction);
  const rung = settle(ladder, score, due.closes ? null : (inputs.previous ?? null));
  const percent = figureText(score, SHARE_DISPLAY);
  const finite = Number.isFinite(score);
  return {
    method: METHOD,
    status: rung.status,
    grade: { id: rung.grade, words: rung.words },
    score: finite ? score : null,
    scoreDisplay: SHARE_DISPLAY,
    inputs: finite
      ? [...facts, ground("completion", { vi: "Mức hoàn thành", en: "Completion" }, score, SHARE_DISPLAY, period)]
      : facts,
    reason: reasonOf(inputs, due, finite ? percent : null, rung.words),
    thresholds: thresholdsOf(ladder),
    held: rung.grade !== settle(ladder, score, null).grade,
  };
}

const NO_FIGURE: Text = {
  vi: "Thiếu số liệu từ đầu kỳ giao chỉ tiêu, không đủ căn cứ đánh giá",
  en: "Figures since the start of the target's period are missing",
};

/** Beside a level of zero there are no shares: any value is infinitely better or worse. */
function againstZero(actual: number, direction: Direction): number {
  return (direction === "lower" ? -actual : actual) > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
}

function reasonOf({ actual, display }: PlanCompletionInputs, due: DueLevel, percent: Text | null, word: Text): Text {
  const got = actual.kind === "number" ? levelText(actual.value, display) : { vi: "—", en: "—" };
  const share =
    percent === null
      ? { vi: "", en: "" }
      : { vi: ` (mức hoàn thành ${percent.vi})`, en: ` (completion ${percent.en})` };
  return {
    vi: `${word.vi}: thực hiện ${got.vi}${share.vi}. ${due.reason.vi}`,
    en: `${word.en}: ${got.en}${share.en}. ${due.reason.en}`,
  };
}
