import { compensatedSum } from "../formula/compensated-sum.ts";
import type { TimeAggregation } from "../indicator/indicator.ts";
import { missingValue, numberValue, type Value } from "../observation/value.ts";
import type { Period, PeriodId } from "../period/period.ts";
import { periodId } from "../period/period-id.ts";
import { isWithinYear, periodsOfYear } from "../period/periods-of-year.ts";
import { yearOf } from "../period/year-of.ts";
import type { Text } from "../text/text.ts";
import { courseOf } from "./course-of.ts";
import { type Numbers, numbersBetween } from "./numbers.ts";
import type { Target } from "./target.ts";
import { targetPeriod } from "./target-period.ts";
import { type TargetSpan, targetSpan } from "./target-span.ts";
import type { TargetSubject } from "./target-subject.ts";

/** The figure a target is judged by, and over which periods it was taken. */
export interface ActualToDate {
  /** In the indicator's unit; `incomplete-parts` where a period of a sum or mean is absent. */
  readonly value: Value;
  readonly how: "sum" | "latest" | "mean" | "min" | "max";
  readonly from: PeriodId;
  readonly to: PeriodId;
}

/** How the figure was taken, for "Căn cứ đánh giá". */
export const TAKEN_WORDS = {
  sum: { vi: "cộng từ đầu kỳ giao", en: "sum since the start" },
  latest: { vi: "số của kỳ", en: "the period's value" },
  mean: { vi: "bình quân từ đầu kỳ giao", en: "mean since the start" },
  min: { vi: "nhỏ nhất từ đầu kỳ giao", en: "smallest since the start" },
  max: { vi: "lớn nhất từ đầu kỳ giao", en: "largest since the start" },
} as const satisfies Record<ActualToDate["how"], Text>;

/** Time rules that say how finer values of a level answer a coarser target; the others leave the latest value. */
const OF_PARTS: Readonly<Partial<Record<TimeAggregation, "mean" | "min" | "max">>> = {
  mean: "mean",
  min: "min",
  max: "max",
};

const TAKE = {
  sum: compensatedSum,
  mean: (values) => compensatedSum(values) / values.length,
  min: (values) => values.reduce((a, b) => Math.min(a, b)),
  max: (values) => values.reduce((a, b) => Math.max(a, b)),
} as const satisfies Record<string, (values: readonly number[]) => number>;

/**
 * The actual figure that answers a target at a period: the sum since the start for flows (year ends and the current figure
 * for a `ytd` series under a term), the mean, smallest or largest where the goal holds and the time rule says so, else the
 * period's own value. Null where the target says nothing about the period.
 */
export function actualToDate(input: {
  readonly target: Target;
  readonly subject: TargetSubject;
  readonly period: Period;
  readonly history: Numbers;
}): ActualToDate | null {
  const { target, subject, period, history } = input;
  const span = targetSpan(target, subject, period);
  if (typeof span === "string") return null;
  const how = takenAs(target, subject, period);
  if (how === "latest") {
    const value = history.get(period.ordinal);
    return answer(value === undefined ? missingValue("not-reported") : numberValue(value), how, period, period);
  }
  const first = { type: span.type, ordinal: span.first };
  const values =
    subject.accumulation === "ytd"
      ? yearEnds(history, span, period)
      : numbersBetween(history, span.first, period.ordinal);
  const value = values === null ? missingValue("incomplete-parts") : numberValue(TAKE[how](values));
  return answer(value, how, first, period);
}

/** How the figure that answers a target is taken from the series. */
export function takenAs(target: Target, subject: TargetSubject, period: Period): ActualToDate["how"] {
  const course = courseOf(target, subject);
  const by = targetPeriod(target.by);
  if (course === "accumulates") {
    if (subject.accumulation === "flow") return "sum";
    return subject.accumulation === "ytd" && by.type === "term" ? "sum" : "latest";
  }
  const parts = by.type === period.type ? undefined : OF_PARTS[subject.aggregation.time];
  return course === "holds" ? (parts ?? "latest") : "latest";
}

/** A year-to-date series starts again every year: whole years by their last figure, and the current one. */
function yearEnds(history: Numbers, { type, first }: TargetSpan, period: Period): number[] | null {
  if (!isWithinYear(type)) return numbersBetween(history, first, period.ordinal);
  const values: number[] = [];
  for (let year = yearOf({ type, ordinal: first }); year <= yearOf(period); year += 1) {
    const value = history.get(Math.min(periodsOfYear(type, year).last, period.ordinal));
    if (value === undefined) return null;
    values.push(value);
  }
  return values;
}

function answer(value: Value, how: ActualToDate["how"], from: Period, to: Period): ActualToDate {
  return { value, how, from: periodId(from), to: periodId(to) };
}
