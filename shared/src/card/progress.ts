import { missingValue, numberValue, type Value } from "../observation/value.ts";
import type { CardModel } from "../screen/card.ts";
import { assessTarget } from "../status/assess-target.ts";
import type { StatusAssessment } from "../status/status-assessment.ts";
import { actualToDate } from "../target/actual-to-date.ts";
import { bareDueByNow } from "../target/due-by-now.ts";
import { type Goal, goalNumber } from "../target/goal.ts";
import { targetSpan } from "../target/target-span.ts";
import type { Text } from "../text/text.ts";
import { withBandInForce } from "./band-in-force.ts";
import type { JudgedValue } from "./judged-value.ts";
import { shownTerms } from "./shown-terms.ts";

/**
 * The status of a card with everything it follows from. Without a target and without limits nothing is assessed, whatever the
 * state; with one, a value that is missing, partial, stale, suspect or in error is not yet assessed.
 */
export function progress(judged: JudgedValue): StatusAssessment {
  const shown = shownTerms(judged);
  const { definition, judgement, period, value, state, stateReason } = shown;
  const foreseen = forecastReason(shown);
  return assessTarget({
    rule: judgement.rule,
    target: judgement.target,
    subject: withBandInForce(definition, period),
    period,
    value,
    history: judgement.history,
    breaks: judgement.breaks,
    condition: foreseen === null ? state : "partial",
    conditionReason: foreseen ?? stateReason,
  });
}

const IS_FORECAST: Text = {
  vi: "Giá trị là số dự báo, không dùng để đánh giá kết quả thực hiện",
  en: "The value is a forecast: it is no figure to assess by",
};
const STANDS_ON_FORECAST: Text = {
  vi: "Có kỳ từ đầu kỳ giao chỉ tiêu mới là số dự báo, chưa có số thực hiện; không đủ căn cứ đánh giá",
  en: "Periods since the start of the target have forecasts only, no actual figures",
};

/** Why a value is not judged that is a forecast, or for which one would have to be counted; null where neither is so. */
function forecastReason({ definition, judgement, period, state }: JudgedValue): Text | null {
  const { forecasts = [], target, history } = judgement;
  if (forecasts.includes(period.ordinal)) return IS_FORECAST;
  if (state !== "ready" || target === null || forecasts.length === 0) return null;
  const span = targetSpan(target, definition, period);
  if (typeof span === "string" || !forecasts.some((ordinal) => ordinal >= span.first)) return null;
  const actual = actualToDate({ target, subject: definition, period, history });
  return actual?.value.kind === "missing" ? STANDS_ON_FORECAST : null;
}

/**
 * Percent of plan with the level due by now, both of the goal; null without a target that names one number other than zero, or
 * where it says nothing about the period.
 */
export function planOf({ definition, judgement, period }: JudgedValue): CardModel["plan"] {
  const { target, history, breaks } = judgement;
  const goal = target === null ? null : singleGoal(target.goal);
  if (target === null || goal === null || goal === 0) return null;
  const asked = { target, subject: definition, period, history, breaks };
  const due = bareDueByNow(asked);
  const actual = actualToDate(asked);
  if (due === null || actual === null) return null;
  const share = (number: number): Value => numberValue((number / goal) * 100);
  return {
    percent: actual.value.kind === "number" ? share(actual.value.value) : missingValue("incomplete-parts"),
    due: share(goalNumber(due.level, definition.direction)),
    target: goal,
    ...(actual.how === "sum" && actual.from !== actual.to ? { summed: true } : {}),
  };
}

/** The number of a goal that names one: a value, or a range with one bound. */
export function singleGoal(goal: Goal): number | null {
  if (goal.kind === "value") return goal.value;
  return goal.min !== null && goal.max !== null ? null : (goal.min ?? goal.max);
}
