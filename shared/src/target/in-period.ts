import type { Period } from "../period/period.ts";
import { isWithinYear } from "../period/periods-of-year.ts";
import { positionInYear } from "../period/position-in-year.ts";
import type { Numbers } from "./numbers.ts";
import type { TargetSubject } from "./target-subject.ts";

/**
 * What happened in each period: a flow's own values, the differences of a year-to-date series within its year, the change on the
 * period before for everything else. A gap leaves the difference after it out too.
 */
export function inPeriodNumbers(
  subject: Pick<TargetSubject, "accumulation" | "periodType">,
  history: Numbers,
): Numbers {
  if (subject.accumulation === "flow") return history;
  const { periodType: type, accumulation } = subject;
  const restarts = accumulation === "ytd" && isWithinYear(type);
  const changes = new Map<number, number>();
  for (const [ordinal, value] of history) {
    const first = restarts && positionInYear({ type, ordinal }) === 1;
    const before = first ? 0 : history.get(ordinal - 1);
    if (before !== undefined) changes.set(ordinal, value - before);
  }
  return changes;
}

/** A period and what happened in it. */
export interface PeriodAmount {
  readonly period: Period;
  readonly value: number;
}

/** Years that "cao nhất 24 tháng gần nhất" looks back. */
const BEST_YEARS = 2;

/**
 * The best amount of the last two years (24 months, 8 quarters) up to a period: the largest, or the smallest where lower is
 * better; of equals the latest. Null without any.
 */
export function bestPeriod(
  subject: Pick<TargetSubject, "accumulation" | "periodType" | "direction">,
  period: Period,
  history: Numbers,
  periodsPerYear: number,
): PeriodAmount | null {
  const amounts = inPeriodNumbers(subject, history);
  const sign = subject.direction === "lower" ? -1 : 1;
  let best: PeriodAmount | null = null;
  for (let back = 0; back < BEST_YEARS * periodsPerYear; back += 1) {
    const ordinal = period.ordinal - back;
    const value = amounts.get(ordinal);
    if (value === undefined) continue;
    if (best === null || sign * value > sign * best.value) best = { period: { ...period, ordinal }, value };
  }
  return best;
}
