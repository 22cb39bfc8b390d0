import { DomainError } from "../errors/domain-error.ts";
import type { FormulaDefinition } from "../formula/formula-definition.ts";
import type { Accumulation } from "../indicator/indicator.ts";
import { errorValue, type Value } from "../observation/value.ts";
import { childPeriods, nests, type Period, type PeriodType, periodFromId } from "../period/index.ts";
import type { Text } from "../text/text.ts";
import { type Aggregate, combineAll, type Part } from "./combine-all.ts";

/** What of a definition decides how its values make coarser periods. */
export type TimedDefinition = Pick<
  FormulaDefinition,
  "code" | "periodType" | "accumulation" | "aggregation" | "breaks"
>;

/** One of an indicator's own periods inside the whole, by its ordinal. */
export type PeriodPart = Omit<Part<number>, "key" | "weight" | "share">;

/** Why an indicator has no value at a coarser period type; null where it has. `recompute` needs its formula. */
export function timeRefusal(
  { periodType, accumulation, aggregation }: Omit<TimedDefinition, "code" | "breaks">,
  coarser: PeriodType,
): Text | null {
  if (periodType === "static" || !nests(periodType, coarser)) return NOT_NESTED;
  if (periodType === coarser) return null;
  if (aggregation.time === "none") return NO_RULE;
  return aggregation.time === "sum" && !ADDS_UP[accumulation] ? CUMULATIVE : null;
}

/**
 * The value of an indicator for a coarser period by its declared time rule, from its own periods in order. `last`
 * is the last period or nothing. A part on the other side of a declared break than the last one is
 * `comparability-break`, sent or not; so is a recomputed whole across it. Weeks make ISO years only. Throws
 * `time-aggregation-refused` where `timeRefusal` says why.
 */
export function aggregateOverTime(input: {
  definition: TimedDefinition;
  area: string;
  period: Period;
  partAt: (ordinal: number) => PeriodPart;
  /** For `recompute`: the formula at the coarser period. */
  recompute?: () => Value;
}): Aggregate<number> {
  const { definition, area, period, partAt, recompute } = input;
  const refusal = timeRefusal(definition, period.type);
  if (refusal !== null) throw timeAggregationRefused(definition.code, period.type, refusal);
  const { first, last } = childPeriods(period, definition.periodType);
  const isAcross = breakTest(definition, area, last);
  const parts = Array.from({ length: last - first + 1 }, (_, index) => {
    const key = first + index;
    const part = partAt(key);
    return { ...part, key, value: part.value.kind !== "error" && isAcross(key) ? ACROSS : part.value };
  });
  const rule = definition.periodType === period.type ? "last" : definition.aggregation.time;
  const partialAllowed = definition.aggregation.partialOver?.includes("time") ?? false;
  const across = isAcross(first) ? () => ACROSS : recompute;
  return combineAll(parts, { rule, partialAllowed, needsAll: true, ...(across && { recompute: across }) });
}

const ACROSS = errorValue("comparability-break");

/** The refusal as an error, for edges to map. */
export function timeAggregationRefused(indicator: string, to: PeriodType, reason: Text): DomainError {
  return new DomainError("time-aggregation-refused", { indicator, to }, reason);
}

/** Whether a declared break lies inside a period, so that nothing is aggregated over it. */
export function spansBreak(definition: TimedDefinition, area: string, period: Period): boolean {
  const { first, last } = childPeriods(period, definition.periodType);
  return definition.aggregation.time !== "last" && breakTest(definition, area, last)(first);
}

function breakTest(
  { breaks, periodType }: TimedDefinition,
  area: string,
  anchor: number,
): (ordinal: number) => boolean {
  const own = breaks
    .filter(({ areas }) => areas === undefined || areas.includes(area))
    .map(({ from }) => periodFromId(from, periodType).ordinal);
  return (ordinal) => own.some((from) => ordinal < from !== anchor < from);
}

/** Whether values of an accumulation may be added over time: a cumulative count of an event holds all before it. */
const ADDS_UP = {
  flow: true,
  stock: true,
  rate: true,
  index: true,
  ytd: false,
  cumulative: false,
  event: false,
} as const satisfies Record<Accumulation, boolean>;

const NOT_NESTED = {
  vi: "Kỳ dữ liệu này không nằm trọn trong kỳ được hỏi.",
  en: "Its periods do not lie wholly inside the period asked for.",
};
const NO_RULE = {
  vi: "Chỉ số này không được gộp theo thời gian.",
  en: "This indicator is not aggregated over time.",
};
const CUMULATIVE = {
  vi: "Số lũy kế không cộng được theo thời gian.",
  en: "Cumulative values do not add up over time.",
};
