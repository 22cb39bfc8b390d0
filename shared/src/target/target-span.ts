import { childPeriods } from "../period/child-periods.ts";
import { firstDay } from "../period/first-day.ts";
import { lastDay } from "../period/last-day.ts";
import { nests } from "../period/nests.ts";
import type { Period } from "../period/period.ts";
import { periodContaining } from "../period/period-containing.ts";
import type { PeriodType } from "../period/period-type.ts";
import { yearOf } from "../period/year-of.ts";
import type { Text } from "../text/text.ts";
import { courseOf } from "./course-of.ts";
import type { Target } from "./target.ts";
import { targetPeriod } from "./target-period.ts";
import type { TargetSubject } from "./target-subject.ts";

/** Why a target says nothing about a period. */
export const NO_LEVEL_WORDS = {
  "period-does-not-nest": {
    vi: "Kỳ số liệu không nằm gọn trong kỳ giao chỉ tiêu",
    en: "The period does not lie within the period of the target",
  },
  "before-target": { vi: "Kỳ trước khi chỉ tiêu bắt đầu tính", en: "The period is before the target starts" },
  "after-target": { vi: "Kỳ sau thời hạn của chỉ tiêu", en: "The period is after the target's deadline" },
  "pace-does-not-fit": {
    vi: "Bảng tiến độ của chỉ tiêu không khớp với kỳ giao",
    en: "The pace table does not fit the period of the target",
  },
} as const satisfies Record<string, Text>;
/** Codes of `NO_LEVEL_WORDS`. */
export type NoLevelCode = keyof typeof NO_LEVEL_WORDS;

/** Ordinals (of the series' period type) over which a target is counted, both inclusive, and the place of one period among them. */
export interface TargetSpan {
  readonly type: PeriodType;
  readonly first: number;
  readonly last: number;
  /** Periods of the span up to and with the period asked: 1…`of`. */
  readonly step: number;
  readonly of: number;
}

/** The span of a target for a period of the series, or why it has none. */
export function targetSpan(target: Target, subject: TargetSubject, period: Period): TargetSpan | NoLevelCode {
  const by = targetPeriod(target.by);
  const { type } = period;
  const course = courseOf(target, subject);
  if (!nests(type, by.type) && course !== "holds") return "period-does-not-nest";
  const last = lastWithin(by, type);
  const first = course === "moves" ? afterBaseline(target, type) : firstWithin(spanStart(by, subject), type);
  const earliest = course === "holds" ? Math.min(first, firstOnOrAfter(target.validity.from, type)) : first;
  if (period.ordinal > last) return "after-target";
  if (period.ordinal < earliest) return "before-target";
  const begin = Math.min(first, period.ordinal);
  return { type, first: begin, last, step: period.ordinal - begin + 1, of: last - begin + 1 };
}

/** A year-to-date figure of a quarter counts from the start of its year. */
function spanStart(by: Period, subject: TargetSubject): Period {
  const withinYear = by.type !== "year" && by.type !== "term";
  return subject.accumulation === "ytd" && withinYear ? { type: "year", ordinal: yearOf(by) } : by;
}

function afterBaseline(target: Target, type: PeriodType): number {
  return target.baseline === null ? 0 : lastWithin(targetPeriod(target.baseline.period), type) + 1;
}

function firstWithin(period: Period, type: PeriodType): number {
  return nests(type, period.type) ? childPeriods(period, type).first : firstOnOrAfter(firstDay(period), type);
}

function lastWithin(period: Period, type: PeriodType): number {
  if (nests(type, period.type)) return childPeriods(period, type).last;
  const until = lastDay(period);
  const containing = periodContaining(type, until);
  return lastDay(containing) > until ? containing.ordinal - 1 : containing.ordinal;
}

function firstOnOrAfter(date: string, type: PeriodType): number {
  const containing = periodContaining(type, date);
  return firstDay(containing) < date ? containing.ordinal + 1 : containing.ordinal;
}
