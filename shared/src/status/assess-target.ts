import { missingValue } from "../observation/value.ts";
import { periodId } from "../period/period-id.ts";
import { samePeriodLastYear } from "../period/same-period-last-year.ts";
import { actualToDate, TAKEN_WORDS } from "../target/actual-to-date.ts";
import { bareDueByNow, type DueInput, dueByNow } from "../target/due-by-now.ts";
import { targetPeriod } from "../target/target-period.ts";
import { targetSpan } from "../target/target-span.ts";
import { assess } from "./assess.ts";
import { type AssessTargetInput, numberAt, ordinalsBefore } from "./assess-target-input.ts";
import { type Ladder, settleInOrder } from "./ladder.ts";
import { rangeStatus, thresholdStatus } from "./limit-status.ts";
import { completion, planLadder } from "./plan-completion.ts";
import { assessRequiredGrowth, type DatedValue, growthLadder, growthScore } from "./required-growth.ts";
import type { StatusAssessment } from "./status-assessment.ts";
import type { StatusRule } from "./status-rule.ts";

/** The status of one series at a period: level due, figure judged and hysteresis put together from its history. */
export function assessTarget(input: AssessTargetInput): StatusAssessment {
  const { rule } = input;
  switch (rule.method) {
    case "plan-completion":
      return planStatus(input, rule);
    case "threshold-bands":
      return thresholdStatus(input, rule.params);
    case "range":
      return rangeStatus(input, rule.params);
    case "required-growth":
      return growthStatus(input, rule);
    case "direction":
      return directionStatus(input, rule);
  }
}

type RuleOf<M extends StatusRule["method"]> = Extract<StatusRule, { method: M }>;

function planStatus(input: AssessTargetInput, { params }: RuleOf<"plan-completion">): StatusAssessment {
  const { target, subject, period, history, condition, conditionReason } = input;
  const common = { direction: subject.direction, display: subject.display, period: periodId(period) };
  if (target === null) {
    const inputs = { ...common, condition, conditionReason, actual: input.value, due: null };
    return assess({ method: "plan-completion", version: 1, params, inputs });
  }
  const asked: DueInput = { target, subject, period, history, breaks: input.breaks };
  const due = dueByNow(asked);
  const found = actualToDate(asked);
  const previous = gradeBefore(asked, planLadder(params));
  const inputs = {
    ...common,
    condition,
    conditionReason,
    previous,
    actual: found?.value ?? missingValue("not-reported"),
    taken: found === null ? undefined : TAKEN_WORDS[found.how],
    due,
  };
  return assess({ method: "plan-completion", version: 1, params, inputs });
}

function planScore(input: DueInput): number | null {
  const due = bareDueByNow(input);
  const actual = actualToDate(input)?.value;
  if (due === null || actual?.kind !== "number") return null;
  return completion(actual.value, due, input.subject.direction);
}

/** The grade held before the period asked: a fold over the target's span, period by period. */
function gradeBefore(asked: DueInput, ladder: Ladder): string | null {
  const { target, subject, period } = asked;
  const span = targetSpan(target, subject, period);
  if (typeof span === "string") return null;
  const scores = Array.from({ length: span.step - 1 }, (_, index) =>
    planScore({ ...asked, period: { type: span.type, ordinal: span.first + index } }),
  );
  return settleInOrder(ladder, scores)?.grade ?? null;
}

function growthStatus(input: AssessTargetInput, { params }: RuleOf<"required-growth">): StatusAssessment {
  const { target, subject, period, history } = input;
  const { direction, display } = subject;
  const base = baseOf(input);
  const goal = target?.goal.kind === "value" ? { period: targetPeriod(target.by), value: target.goal.value } : null;
  const ladder = growthLadder(params, goal === null ? "growth" : "ratio");
  const scores = ordinalsBefore(history, period).map((ordinal) => {
    const current = { period: { type: period.type, ordinal }, value: history.get(ordinal) ?? 0 };
    const found = growthScore({ base, current, target: goal, direction });
    return found.kind === "ratio" || found.kind === "growth" ? found.score : null;
  });
  return assessRequiredGrowth(
    {
      base,
      current: { period, value: input.value },
      target: goal,
      direction,
      display,
      condition: input.condition,
      conditionReason: input.conditionReason,
      previous: settleInOrder(ladder, scores)?.grade ?? null,
    },
    params,
  );
}

/** The target's baseline, else the first value of the history after the last break. */
function baseOf({ target, history, period, breaks = [] }: AssessTargetInput): DatedValue | null {
  const baseline = target?.baseline ?? null;
  if (baseline !== null) return { period: targetPeriod(baseline.period), value: baseline.value };
  const since = Math.max(Number.NEGATIVE_INFINITY, ...breaks.filter((from) => from <= period.ordinal));
  const first = [...history.keys()].filter((ordinal) => ordinal >= since).sort((a, b) => a - b)[0];
  const value = first === undefined ? undefined : history.get(first);
  return first === undefined || value === undefined ? null : { period: { type: period.type, ordinal: first }, value };
}

function directionStatus(input: AssessTargetInput, { params }: RuleOf<"direction">): StatusAssessment {
  const { subject, period, history, value, condition, conditionReason } = input;
  const before = samePeriodLastYear(period) ?? { ...period, ordinal: period.ordinal - 1 };
  const crossed = (input.breaks ?? []).some((from) => before.ordinal < from && period.ordinal >= from);
  const earlier = crossed ? null : { value: numberAt(history, before.ordinal), period: periodId(before) };
  const { direction, display, targetBand: band } = subject;
  const inputs = { value, period: periodId(period), earlier, direction, band, display, condition, conditionReason };
  return assess({ method: "direction", version: 1, params, inputs });
}
