import { improving, periodLabel, wholeGrowthRule } from "@bochiso/shared/card";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import type { Value } from "@bochiso/shared/observation";
import {
  childPeriods,
  type Period,
  parentPeriod,
  periodEnd,
  periodFromId,
  samePeriodLastYear,
} from "@bochiso/shared/period";
import type { CardChange, OverTimeModel, TrendPoint } from "@bochiso/shared/screen";
import type { OpenWholes, TimeWhole, WholeSeries } from "../../compute/open-wholes.ts";
import { trendMergers } from "../indicators/trend-mergers.ts";
import type { ScreenContext } from "../screen/card-plan.ts";
import type { SeriesWindow } from "../screen/series-book.ts";

/** A series in coarser periods that was read. */
export interface ReadWholes {
  /** With the breaks that former units handed on. */
  definition: IndicatorDefinition;
  series: WholeSeries;
  wholes: OpenWholes;
}

/** The trend in coarser periods: each with what it stands on, last year's and its growth; gaps as gaps. */
export function wholeTrend(
  { world, now }: Pick<ScreenContext, "world" | "now">,
  read: ReadWholes,
): OverTimeModel["trend"] {
  const { definition, series, wholes } = read;
  const { type, first, last, area, breakdown } = series;
  const all = Array.from({ length: last - first + 1 }, (_, index) => {
    return { period: { type, ordinal: first + index }, whole: wholes.at(series, first + index) };
  });
  const toDate = world.toDate.has(definition.code);
  const points = all.map(({ period, whole }) => pointOf(read, { period, whole, toDate, now }));
  const address = { area, breakdown };
  return {
    points,
    breaks: breaksOf(definition, series),
    mergers: trendMergers(world, { address, periodType: type, first, last, window: windowOf(all) }),
  };
}

interface Place {
  period: Period;
  whole: TimeWhole;
  toDate: boolean;
  now: number;
}

function pointOf(read: ReadWholes, { period, whole, toDate, now }: Place): TrendPoint {
  const before = samePeriodLastYear(period);
  const running = periodEnd(period) > now;
  const isComparable = before !== null && !isCut(read.definition, read.series.area, before, period);
  const lastYear = before === null ? null : read.wholes.at(read.series, before.ordinal);
  const { have, of } = whole.coverage;
  const isWhole = whole.value.kind === "number" && !whole.partial && !running;
  return {
    period: periodLabel(period, toDate),
    value: whole.value,
    status: whole.status,
    lastYear: lastYear?.value.kind === "number" && isComparable && !lastYear.partial ? lastYear.value.value : null,
    plan: null,
    reported: null,
    computed: null,
    whole: {
      have,
      of,
      running,
      partial: whole.partial,
      growth: isWhole && lastYear?.partial !== true ? growthOf(read, period, { whole, toDate }) : null,
    },
  };
}

/** By the formula of the definition's comparison at the coarser type, so that it can be explained. */
function growthOf(
  { definition, series, wholes }: ReadWholes,
  period: Period,
  { whole, toDate }: { whole: TimeWhole; toDate: boolean },
): CardChange | null {
  const rule = wholeGrowthRule(definition, series.type);
  const against = samePeriodLastYear(period);
  if (rule === null || against === null) return null;
  const run = (formula: string): Value => wholes.evaluate(series, formula, period.ordinal).value;
  const value = run(rule.formula);
  const { whenBaseNotPositive: fallback } = rule;
  const isBaseWrong = fallback !== null && value.kind === "error" && value.code === "base-not-positive";
  const taken = isBaseWrong ? { ...fallback, value: run(fallback.formula) } : { ...rule, value };
  return {
    kind: "same-period-last-year",
    formula: taken.formula,
    measure: taken.measure,
    value: taken.value,
    against: periodLabel(against, toDate),
    improving: improving(definition, taken.value, whole.value),
  };
}

/** Across a declared break nothing is compared, neither in numbers nor side by side. */
function isCut({ breaks, periodType }: IndicatorDefinition, area: string, before: Period, after: Period): boolean {
  const [from, to] = [childPeriods(before, periodType).last, childPeriods(after, periodType).last];
  return breaks.some(({ from: start, areas }) => {
    const { ordinal } = periodFromId(start, periodType);
    return from < ordinal && ordinal <= to && (areas === undefined || areas.includes(area));
  });
}

/** Declared breaks, at the period that holds the first day of the new series. */
function breaksOf({ breaks, periodType }: IndicatorDefinition, series: WholeSeries): OverTimeModel["trend"]["breaks"] {
  const { area, type, first, last } = series;
  return breaks
    .filter(({ areas }) => areas === undefined || areas.includes(area))
    .map(({ from, reason }) => ({ at: parentPeriod(periodFromId(from, periodType), type), reason }))
    .filter(({ at }) => at.ordinal > first && at.ordinal <= last)
    .map(({ at, reason }) => ({ from: periodLabel(at), reason }));
}

/** The cells behind the wholes by origin, as a trend in own periods has them. */
function windowOf(all: readonly { whole: TimeWhole }[]): SeriesWindow {
  const window = { reported: new Map(), computed: new Map() } satisfies SeriesWindow;
  for (const { ordinal, token } of all.flatMap(({ whole }) => whole.parts)) {
    const observation = token?.cell.observation ?? null;
    if (token !== null && observation !== null) window[token.origin].set(ordinal, observation);
  }
  return window;
}
