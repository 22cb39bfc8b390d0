import { firstDay } from "../period/first-day.ts";
import { lastDay } from "../period/last-day.ts";
import { nests } from "../period/nests.ts";
import { parentPeriod } from "../period/parent-period.ts";
import type { Period } from "../period/period.ts";
import { periodContaining } from "../period/period-containing.ts";
import type { PeriodType } from "../period/period-type.ts";

/** Consecutive ordinals of a period type, both inclusive. */
export interface OrdinalSpan {
  from: number;
  to: number;
}

/**
 * Which periods of a type answer for the period that a screen asks for: the same one; of finer types those that end
 * within it; of coarser types the one that holds it (a week lies in its ISO year); of `static` values those in force by its last day.
 */
export function askedSpan(type: PeriodType, asked: Period): OrdinalSpan {
  if (type === asked.type) return { from: asked.ordinal, to: asked.ordinal };
  if (nests(asked.type, type)) {
    const { ordinal } = parentPeriod(asked, type);
    return { from: ordinal, to: ordinal };
  }
  const last = periodContaining(type, lastDay(asked));
  if (type === "static") return { from: Number.NEGATIVE_INFINITY, to: last.ordinal };
  const to = lastDay(last) <= lastDay(asked) ? last.ordinal : last.ordinal - 1;
  const first = periodContaining(type, firstDay(asked));
  if (first.ordinal > to) return { from: last.ordinal, to: last.ordinal };
  return { from: first.ordinal, to: type === "hour" ? to + 23 : to };
}

/** The newest of the ordinals that lies in the span asked for (any, where none is asked); null when there is none. */
export function shownOrdinal(ordinals: Iterable<number>, span: OrdinalSpan | null): number | null {
  let newest: number | null = null;
  for (const ordinal of ordinals) {
    const within = span === null || (ordinal >= span.from && ordinal <= span.to);
    if (within && (newest === null || ordinal > newest)) newest = ordinal;
  }
  return newest;
}
