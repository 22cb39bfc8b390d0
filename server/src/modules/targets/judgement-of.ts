import {
  askedSpan,
  breaksIn,
  type CardSeries,
  isPartialWhole,
  type Judgement,
  needsHistory,
  ruleOf,
  targetFor,
} from "@bochiso/shared/card";
import type { Period, PeriodType } from "@bochiso/shared/period";
import { numbersOf } from "@bochiso/shared/target";
import type { CardPlan } from "../screen/card-plan.ts";
import type { AddressRange } from "../screen/series-book.ts";
import { type TargetBook, targetsAt } from "./target-book.ts";

/**
 * Periods a status looks back over: the fold of hysteresis begins there, the same on every screen. Eleven years of days, more
 * than any target's span.
 */
const HISTORY = 4_000;

/** Whether the status of a card follows from more of its series than is drawn. */
export function isJudged(book: TargetBook, { definition, address }: CardPlan): boolean {
  const targets = targetsAt(book, address).map(({ target }) => target);
  return needsHistory(definition, targets);
}

/** The periods to read for a card that is judged: those it draws and all before them, in one run. */
export function withHistory(ranges: readonly AddressRange[]): AddressRange[] {
  const last = ranges.at(-1);
  if (last === undefined) return [];
  const from = Math.min(...ranges.map((range) => range.from), last.to - HISTORY);
  return [{ ...last, from }];
}

/** The last period of a type in the one asked for, where a card has nothing to show. */
function lastOf(type: PeriodType, asked: Period): Period | null {
  const { to } = askedSpan(type, asked);
  return Number.isFinite(to) ? { type, ordinal: to } : null;
}

/** How a card is judged at the period it shows; `series` is all that was read of it. */
export function judgementOf(
  book: TargetBook,
  { definition, address }: CardPlan,
  { series, shown, asked }: { series: CardSeries; shown: Period | null; asked: Period | null },
): Judgement {
  const targets = targetsAt(book, address).map(({ target }) => target);
  const period = shown ?? (asked === null ? null : lastOf(definition.periodType, asked));
  const target = period === null ? (targets[0] ?? null) : targetFor(targets, definition, period);
  const until = shown?.ordinal ?? Number.POSITIVE_INFINITY;
  const known = [...series.values()].filter((point) => point.ordinal <= until && !isPartialWhole(point));
  // A forecast says nothing about what was done, though a feed sent it among the actual values.
  const { told = [], foreseen = [] } = Object.groupBy(known, ({ status }) => (status === "F" ? "foreseen" : "told"));
  return {
    target,
    rule: ruleOf(definition, target),
    history: numbersOf(told),
    forecasts: [...numbersOf(foreseen).keys()],
    breaks: breaksIn(definition, address.area),
  };
}
