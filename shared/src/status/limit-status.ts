import { missingValue } from "../observation/value.ts";
import { periodId } from "../period/period-id.ts";
import { actualToDate } from "../target/actual-to-date.ts";
import { bareDueByNow, type DueInput, dueByNow } from "../target/due-by-now.ts";
import type { Goal } from "../target/goal.ts";
import { SHARE_DISPLAY } from "../target/ground.ts";
import type { Target } from "../target/target.ts";
import { targetSpan } from "../target/target-span.ts";
import { type AssessTargetInput, ordinalsBefore } from "./assess-target-input.ts";
import { settleInOrder } from "./ladder.ts";
import { assessRange, assessThresholdBands, bandLadder, depthInRange, rangeLadder } from "./limits.ts";
import { type StatusAssessment, unassessed } from "./status-assessment.ts";
import type { RangeParams, ThresholdBandsParams } from "./status-rule.ts";

/** A series against the limits of its definition; a target plays no part. */
export function thresholdStatus(input: AssessTargetInput, params: ThresholdBandsParams): StatusAssessment {
  const { subject, period, history, value, condition, conditionReason } = input;
  const { direction, display } = subject;
  const sign = direction === "lower" ? -1 : 1;
  const scores = ordinalsBefore(history, period).map((ordinal) => sign * (history.get(ordinal) ?? 0));
  const previous = settleInOrder(bandLadder(params, sign), scores)?.grade ?? null;
  const at = { value, period: periodId(period), direction, display, condition, conditionReason, previous };
  return assessThresholdBands(at, params);
}

/** A series within the range of its target, as far as it is due by now, else within the policy band of its definition. */
export function rangeStatus(input: AssessTargetInput, params: RangeParams): StatusAssessment {
  const { target } = input;
  return target === null ? bandStatus(input, params) : targetRangeStatus({ ...input, target }, params);
}

function bandStatus(input: AssessTargetInput, params: RangeParams): StatusAssessment {
  const { subject, period, history, value, condition, conditionReason } = input;
  const band = subject.targetBand;
  const bounds = band ?? { min: null, max: null };
  const scores = ordinalsBefore(history, period).map((ordinal) => depthInRange(history.get(ordinal) ?? 0, bounds));
  const previous = settleInOrder(rangeLadder(params), scores)?.grade ?? null;
  const basis = band === null ? undefined : { vi: band.basis, en: band.basis };
  const common = { value, period: periodId(period), display: subject.display, condition, conditionReason, previous };
  return assessRange({ ...common, range: band, basis }, params);
}

function targetRangeStatus(input: AssessTargetInput & { target: Target }, params: RangeParams): StatusAssessment {
  const { target, subject, period, history, breaks, condition, conditionReason } = input;
  const asked: DueInput = { target, subject, period, history, breaks };
  const due = dueByNow(asked);
  const ladder = rangeLadder(params);
  if (!due.ok) return unassessed("range@1", "not-yet-assessed", due.reason, { ladder, scoreDisplay: SHARE_DISPLAY });
  const span = targetSpan(target, subject, period);
  const before = typeof span === "string" ? 0 : span.step - 1;
  const scores = Array.from({ length: before }, (_, index) =>
    depthAt({ ...asked, period: { type: period.type, ordinal: period.ordinal - before + index } }),
  );
  return assessRange(
    {
      value: actualToDate(asked)?.value ?? missingValue("not-reported"),
      period: periodId(period),
      range: asRange(due.level, subject.direction),
      basis: due.reason,
      display: subject.display,
      condition,
      conditionReason,
      previous: settleInOrder(ladder, scores)?.grade ?? null,
    },
    params,
  );
}

function depthAt(asked: DueInput): number | null {
  const due = bareDueByNow(asked);
  const actual = actualToDate(asked)?.value;
  if (due === null || actual?.kind !== "number") return null;
  return depthInRange(actual.value, asRange(due.level, asked.subject.direction));
}

function asRange(goal: Goal, direction: string): { min: number | null; max: number | null } {
  if (goal.kind === "range") return { min: goal.min, max: goal.max };
  return direction === "lower" ? { min: null, max: goal.value } : { min: goal.value, max: null };
}
