import type { OrdinalRange } from "../formula/ordinal-range.ts";
import {
  containing,
  lastDayOf,
  lastYearEnd,
  periodOfDay,
  within,
  yearAfter,
  yearBefore,
  yearEnd,
  yearStart,
} from "../formula/period-arithmetic.ts";
import type { PeriodType } from "../period/index.ts";

/**
 * One step from the periods of a result to the periods an operand is read at. Both ways answer the
 * smallest range that holds every period concerned; null where there is none.
 */
export interface PeriodStep {
  readonly name: string;
  /** Periods read for results in a range. */
  forward(results: OrdinalRange): OrdinalRange | null;
  /** Results that read something in a range; `last` may be Infinity. */
  inverse(read: OrdinalRange): OrdinalRange | null;
}

/** `previous`, `lag`, `pop`: a fixed number of periods back. */
export function shiftStep(count: number): PeriodStep {
  return {
    name: `shift ${count}`,
    forward: ({ first, last }) => ({ first: first - count, last: last - count }),
    inverse: ({ first, last }) => ({ first: first + count, last: last + count }),
  };
}

/** `yearAgo`, `yoy`: the same period of last year. */
export function yearAgoStep(type: PeriodType): PeriodStep {
  return {
    name: "same period last year",
    forward: (range) => mapEnds(range, (ordinal) => yearBefore(type, ordinal)),
    inverse: (range) => mapEnds(range, (ordinal) => yearAfter(type, ordinal)),
  };
}

/** `ytd`, `ytdMean`: every period since the start of the year. */
export function yearToDateStep(type: PeriodType): PeriodStep {
  return {
    name: "year to date",
    forward: ({ first, last }) => ({ first: yearStart(type, first), last }),
    inverse: ({ first, last }) => ({ first, last: last === Number.POSITIVE_INFINITY ? last : yearEnd(type, last) }),
  };
}

/** `endOfLastYear`: the last period of the year before. */
export function endOfLastYearStep(type: PeriodType): PeriodStep {
  return {
    name: "end of last year",
    forward: (range) => mapEnds(range, (ordinal) => lastYearEnd(type, ordinal)),
    inverse: ({ first, last }) => {
      const firstEnd = yearEnd(type, first);
      if (last === Number.POSITIVE_INFINITY) return { first: firstEnd + 1, last };
      const lastEnd = yearEnd(type, last) === last ? last : lastYearEnd(type, last);
      if (lastEnd === null || lastEnd < firstEnd) return null;
      return { first: firstEnd + 1, last: yearEnd(type, lastEnd + 1) };
    },
  };
}

/** `rollingSum`, `rollingMean`: the last n periods. */
export function rollingStep(count: number): PeriodStep {
  return {
    name: `rolling ${count}`,
    forward: ({ first, last }) => ({ first: first - count + 1, last }),
    inverse: ({ first, last }) => ({ first, last: last + count - 1 }),
  };
}

/** `inPeriod` of a series since the start of the year: the period before, within the year. */
export function previousInYearStep(type: PeriodType): PeriodStep {
  return {
    name: "previous in year",
    forward: ({ first, last }) =>
      first === last && yearStart(type, first) === first ? null : { first: first - 1, last: last - 1 },
    inverse: ({ first, last }) =>
      first === last && yearEnd(type, first) === first ? null : { first: first + 1, last: last + 1 },
  };
}

/** An operand of a coarser type: the period that contains the result's. */
export function coarserStep(at: PeriodType, operand: PeriodType): PeriodStep {
  return {
    name: `${operand} containing`,
    forward: (range) => mapEnds(range, (ordinal) => containing(at, ordinal, operand)),
    inverse: ({ first, last }) => ({
      first: within(operand, first, at).first,
      last: last === Number.POSITIVE_INFINITY ? last : within(operand, last, at).last,
    }),
  };
}

/** An operand of a finer type: all its periods in the result's, or only the last of them. */
export function finerStep(at: PeriodType, operand: PeriodType, onlyLast: boolean): PeriodStep {
  return {
    name: onlyLast ? `last ${operand} within` : `every ${operand} within`,
    forward: ({ first, last }) => {
      const start = within(at, first, operand);
      return { first: onlyLast ? start.last : start.first, last: within(at, last, operand).last };
    },
    inverse: ({ first, last }) => {
      const start = containing(operand, first, at);
      if (last === Number.POSITIVE_INFINITY) return { first: start, last };
      const end = containing(operand, last, at);
      if (!onlyLast) return { first: start, last: end };
      const lastWhole = within(at, end, operand).last <= last ? end : end - 1;
      return lastWhole < start ? null : { first: start, last: lastWhole };
    },
  };
}

/** A `static` operand: the validity that starts last on or before the result's last day; days on the operand's side. */
export function staticStep(at: PeriodType): PeriodStep {
  return {
    name: "validity in force",
    forward: ({ last }) => ({ first: Number.NEGATIVE_INFINITY, last: lastDayOf(at, last) }),
    inverse: ({ first }) => ({ first: periodOfDay(at, first), last: Number.POSITIVE_INFINITY }),
  };
}

/** Maps both ends, moving inwards past periods that have no counterpart (29 February, week 53). */
function mapEnds({ first, last }: OrdinalRange, map: (ordinal: number) => number | null): OrdinalRange | null {
  let low: number | null = null;
  for (let ordinal = first; low === null && ordinal <= last; ordinal++) low = map(ordinal);
  if (low === null) return null;
  if (last === Number.POSITIVE_INFINITY) return { first: low, last };
  let high: number | null = null;
  for (let ordinal = last; high === null && ordinal >= first; ordinal--) high = map(ordinal);
  return high === null ? null : { first: low, last: high };
}

/** Follows a path from a range of results to what they read. */
export function readFor(path: readonly PeriodStep[], results: OrdinalRange): OrdinalRange | null {
  let range: OrdinalRange | null = results;
  for (const step of path) {
    if (range === null) return null;
    range = step.forward(range);
  }
  return range;
}

/** Follows a path back from what is read to the results that read it. */
export function resultsOf(path: readonly PeriodStep[], read: OrdinalRange): OrdinalRange | null {
  let range: OrdinalRange | null = read;
  for (const step of path.toReversed()) {
    if (range === null) return null;
    range = step.inverse(range);
  }
  return range;
}
