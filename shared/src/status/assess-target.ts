import type { IndicatorDefinition } from "../indicator/indicator.ts";
import { missingValue, numberValue, type Value } from "../observation/value.ts";
import type { Period } from "../period/period.ts";
import { periodId } from "../period/period-id.ts";
import { samePeriodLastYear } from "../period/same-period-last-year.ts";
import type { BlockState } from "../screen/card.ts";
import { actualToDate, TAKEN_WORDS } from "../target/actual-to-date.ts";
import { bareDueByNow, type DueInput, dueByNow } from "../target/due-by-now.ts";
import type { Numbers } from "../target/numbers.ts";
import type { Target } from "../target/target.ts";
import { targetPeriod } from "../target/target-period.ts";
import { targetSpan } from "../target/target-span.ts";
import type { Text } from "../text/text.ts";
import { assess } from "./assess.ts";
import { type Ladder, settle, settleInOrder } from "./ladder.ts";
import { assessRange, assessThresholdBands, bandLadder, depthInRange, rangeLadder } from "./limits.ts";
import { completion, planLadder } from "./plan-completion.ts";
import { assessRequiredGrowth, type DatedValue, growthLadder, growthScore } from "./required-growth.ts";
import type { StatusAssessment } from "./status-assessment.ts";
import type { StatusRule } from "./status-rule.ts";

/** Everything a card's status follows from; nothing else is looked up. */
export interface AssessTargetInput {
  readonly rule: StatusRule;
  readonly target: Target | null;
  readonly subject: Pick<
    IndicatorDefinition,
    "periodType" | "accumulation" | "aggregation" | "direction" | "display" | "targetBand"
  >;
  readonly period: Period;
  /** The value shown; absent from `history` where it is missing. */
  readonly value: Value;
  /** The whole series as known at the moment asked: the fold of hysteresis starts at its first period. */
  readonly history: Numbers;
  readonly breaks?: readonly number[] | undefined;
  readonly condition: BlockState;
  readonly conditionReason?: Text | null | undefined;
}

/** The status of one series at a period: level due, figure judged and hysteresis put together from its history. */
export function assessTarget(input: AssessTargetInput): StatusAssessment {
  const { rule } = input;
  switch (rule.method) {
    case "plan-completion":
      return planStatus(input, rule);
    case "threshold-bands":
    case "range":
      return limitStatus(input, rule);
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
  const ladder = planLadder(params);
  const previous = due.ok ? gradeBefore(asked, (at) => planScore({ ...asked, period: at }), ladder) : null;
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
function gradeBefore(
  { target, subject, period }: DueInput,
  scoreAt: (period: Period) => number | null,
  ladder: Parameters<typeof settle>[0],
): string | null {
  const span = targetSpan(target, subject, period);
  if (typeof span === "string") return null;
  let held: string | null = null;
  for (let ordinal = span.first; ordinal < period.ordinal; ordinal += 1) {
    const score = scoreAt({ type: span.type, ordinal });
    if (score !== null) held = settle(ladder, score, held).grade;
  }
  return held;
}

function limitStatus(input: AssessTargetInput, rule: RuleOf<"threshold-bands"> | RuleOf<"range">): StatusAssessment {
  const { target, subject, period, history } = input;
  const { display, direction } = subject;
  const band = subject.targetBand;
  const goal = target?.goal ?? null;
  const range = goal?.kind === "range" ? goal : goal === null ? band : asRange(goal.value, direction);
  const basis = goal !== null || band === null ? undefined : { vi: band.basis, en: band.basis };
  const figureAt = (at: Period): Value => {
    const found = target === null ? null : actualToDate({ target, subject, period: at, history });
    return found?.value ?? numberAt(history, at.ordinal);
  };
  const { ladder, scoreOf } = limitScale(rule, direction, range);
  const scores = ordinalsBefore(history, period).map((ordinal) => {
    const value = figureAt({ type: period.type, ordinal });
    return value.kind === "number" ? scoreOf(value.value) : null;
  });
  const common = {
    value: target === null ? input.value : figureAt(period),
    period: periodId(period),
    display,
    condition: input.condition,
    conditionReason: input.conditionReason,
    previous: settleInOrder(ladder, scores)?.grade ?? null,
  };
  return rule.method === "range"
    ? assessRange({ ...common, range, basis }, rule.params)
    : assessThresholdBands({ ...common, direction }, rule.params);
}

/** The grades of a limit and the score of a value on them, as its method has them. */
function limitScale(
  rule: RuleOf<"threshold-bands"> | RuleOf<"range">,
  direction: string,
  range: { min: number | null; max: number | null } | null,
): { ladder: Ladder; scoreOf: (value: number) => number } {
  if (rule.method === "range") {
    const bounds = range ?? { min: null, max: null };
    return { ladder: rangeLadder(rule.params), scoreOf: (value) => depthInRange(value, bounds) };
  }
  const sign = direction === "lower" ? -1 : 1;
  return { ladder: bandLadder(rule.params, sign), scoreOf: (value) => sign * value };
}

function asRange(value: number, direction: string): { min: number | null; max: number | null } {
  return direction === "lower" ? { min: null, max: value } : { min: value, max: null };
}

function growthStatus(input: AssessTargetInput, { params }: RuleOf<"required-growth">): StatusAssessment {
  const { target, subject, period, history } = input;
  const { direction, display } = subject;
  const base = baseOf(input);
  const goal = target?.goal.kind === "value" ? { period: targetPeriod(target.by), value: target.goal.value } : null;
  const ladder = growthLadder(params, goal === null ? "growth" : "ratio");
  let held: string | null = null;
  for (const ordinal of ordinalsBefore(history, period)) {
    const current = { period: { type: period.type, ordinal }, value: history.get(ordinal) ?? 0 };
    const found = growthScore({ base, current, target: goal, direction });
    if (found.kind === "ratio" || found.kind === "growth") held = settle(ladder, found.score, held).grade;
  }
  return assessRequiredGrowth(
    {
      base,
      current: { period, value: input.value },
      target: goal,
      direction,
      display,
      condition: input.condition,
      conditionReason: input.conditionReason,
      previous: held,
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

function ordinalsBefore(history: Numbers, period: Period): number[] {
  return [...history.keys()].filter((ordinal) => ordinal < period.ordinal).sort((a, b) => a - b);
}

function numberAt(history: Numbers, ordinal: number): Value {
  const value = history.get(ordinal);
  return value === undefined ? missingValue("not-reported") : numberValue(value);
}
