import {
  childPeriods,
  firstOfYear,
  lastOfPreviousYear,
  nests,
  type Period,
  type PeriodType,
  parentPeriod,
  samePeriodLastYear,
  samePeriodOfYear,
  yearOf,
} from "../period/index.ts";
import type { OrdinalRange } from "./ordinal-range.ts";

/** Types whose year always has the same number of periods: the year before is a plain subtraction. */
export const PERIODS_IN_EVERY_YEAR: Readonly<Partial<Record<PeriodType, number>>> = {
  "half-month": 24,
  month: 12,
  quarter: 4,
  "half-year": 2,
  year: 1,
};

/** How an operand's period type stands to the type it is read at. */
export type Nesting = "same" | "coarser" | "finer" | "static" | "none";

/** How the type of an operand stands to the type a formula is evaluated at. */
export function nestingOf(operand: PeriodType, at: PeriodType): Nesting {
  if (operand === at) return "same";
  if (operand === "static") return "static";
  if (nests(at, operand)) return "coarser";
  return nests(operand, at) ? "finer" : "none";
}

/** Ordinal of the coarser period that holds a period. */
export function containing(from: PeriodType, ordinal: number, to: PeriodType): number {
  return from === to ? ordinal : parentPeriod({ type: from, ordinal }, to).ordinal;
}

/** The finer periods inside a period. */
export function within(from: PeriodType, ordinal: number, to: PeriodType): OrdinalRange {
  return childPeriods({ type: from, ordinal }, to);
}

/** Day number of the last day of a period (of an hour, its day); a `static` period stands for its first day. */
export function lastDayOf(type: PeriodType, ordinal: number): number {
  if (type === "static") return ordinal;
  if (type === "hour") return parentPeriod({ type, ordinal }, "day").ordinal;
  return childPeriods({ type, ordinal }, "day").last;
}

/** Ordinal of the same period of last year, null where it has none (29 February, week 53, terms). */
export function yearBefore(type: PeriodType, ordinal: number): number | null {
  const count = PERIODS_IN_EVERY_YEAR[type];
  return count === undefined ? ordinalOf(samePeriodLastYear({ type, ordinal })) : ordinal - count;
}

/** Ordinal of the first period of the year. */
export function yearStart(type: PeriodType, ordinal: number): number {
  const count = PERIODS_IN_EVERY_YEAR[type];
  return count === undefined ? firstOfYear({ type, ordinal }).ordinal : Math.floor(ordinal / count) * count;
}

/** Ordinal of the last period of the year. */
export function yearEnd(type: PeriodType, ordinal: number): number {
  const count = PERIODS_IN_EVERY_YEAR[type];
  if (count !== undefined) return yearStart(type, ordinal) + count - 1;
  if (type === "term" || type === "static") return ordinal;
  return childPeriods({ type: "year", ordinal: yearOf({ type, ordinal }) }, type).last;
}

/** Ordinal of the same period of next year, null where it has none. */
export function yearAfter(type: PeriodType, ordinal: number): number | null {
  const count = PERIODS_IN_EVERY_YEAR[type];
  if (count !== undefined) return ordinal + count;
  return ordinalOf(samePeriodOfYear({ type, ordinal }, yearOf({ type, ordinal }) + 1));
}

/** Ordinal of the period of a type that holds a day; for hours the first of that day. */
export function periodOfDay(type: PeriodType, day: number): number {
  if (type === "static") return day;
  if (type === "hour") return childPeriods({ type: "day", ordinal: day }, "hour").first;
  return parentPeriod({ type: "day", ordinal: day }, type).ordinal;
}

/** Ordinal of the last period of the year before, null for `static`. */
export function lastYearEnd(type: PeriodType, ordinal: number): number | null {
  const count = PERIODS_IN_EVERY_YEAR[type];
  return count === undefined ? ordinalOf(lastOfPreviousYear({ type, ordinal })) : yearStart(type, ordinal) - 1;
}

function ordinalOf(period: Period | null): number | null {
  return period === null ? null : period.ordinal;
}
