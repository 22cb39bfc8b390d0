import { firstPeriods } from "@bochiso/db/repositories/observations";
import { coarserRefusal, timeAggregationRefused } from "@bochiso/shared/aggregation";
import { askedSpan, wholeGrowthRule } from "@bochiso/shared/card";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import { childPeriods, type PeriodType, parentPeriod, samePeriodLastYear } from "@bochiso/shared/period";
import type { OverTimeModel } from "@bochiso/shared/screen";
import { openWholes, type WholeSeries } from "../../compute/open-wholes.ts";
import type { OverTimeInput } from "../../trpc/screen-services.ts";
import { planOf } from "../indicators/get-indicator.ts";
import type { CardPlan, ScopeReading, ScreenContext } from "../screen/card-plan.ts";
import { indicatorOf } from "../screen/indicator-of.ts";
import { onSnapshot, type ScreenDeps } from "../screen/screen-deps.ts";
import { addressText } from "../screen/series-book.ts";
import { wholeTrend } from "./whole-trend.ts";

/** Periods of the trend, as on the screen in the indicator's own periods. */
const TREND = 61;
/** Own periods that are read at most: five years of days, two of hours. */
const MAX_PARTS = 20_000;

/**
 * The series on the Chỉ số screen in coarser periods, by the declared rule only. Asked for where a reader chose them.
 * Throws `indicator-unknown`, `time-aggregation-refused`.
 */
export async function getOverTime({ deps, input }: { deps: ScreenDeps; input: OverTimeInput }): Promise<OverTimeModel> {
  const { scope, period, code, breakdown, frequency } = input;
  const request = { kind: "over-time", scope, period, key: [code, breakdown, frequency] };
  return await onSnapshot(deps, request, async (context) => {
    const definition = indicatorOf(context.world, code);
    const refusal = coarserRefusal(definition, frequency, context.world.definitions);
    if (refusal !== null) throw timeAggregationRefused(code, frequency, refusal);
    const { reading, plan } = await planOf(context, definition, breakdown);
    const { area, breakdown: shown } = plan.address;
    const subject = {
      indicator: definition.code,
      area: context.world.areas.get(area)?.code ?? context.scope.area,
      breakdown: shown,
    };
    const answer = { subject, frequency, parts: definition.periodType, rule: definition.aggregation.time };
    const series = await seriesOf(context, reading, plan, frequency);
    if (series === null) return { ...answer, trend: { points: [], breaks: [], mergers: [] } };
    const catalogue = await deps.catalogue.current(context.tx);
    // The years before the first period are read to compare with.
    const wholes = await openWholes({ tx: context.tx, catalogue }, [{ ...series, first: yearEarlier(series) }]);
    return { ...answer, trend: wholeTrend(context, { definition: withBreaks(catalogue, definition), series, wholes }) };
  });
}

/** The wholes shown: from the first with a figure to the one with the newest that the screen asks for. */
async function seriesOf(
  { tx, asked, world, scope }: ScreenContext,
  { book }: ScopeReading,
  { definition, address, newest }: CardPlan,
  type: PeriodType,
): Promise<WholeSeries | null> {
  if (newest === null) return null;
  const own = definition.periodType;
  const both = book.byAddress.get(addressText(address));
  const ids = [both?.reported, both?.computed].flatMap((series) => (series === undefined ? [] : [series.id]));
  const starts = [...(await firstPeriods(tx, ids)).values()];
  const end = asked === null ? newest : Math.min(newest, askedSpan(own, asked).to);
  const start = Math.min(...starts, end);
  const last = parentPeriod({ type: own, ordinal: end }, type).ordinal;
  const inLast = childPeriods({ type, ordinal: last }, own);
  const fitting = Math.max(2, Math.min(TREND, Math.floor(MAX_PARTS / (inLast.last - inLast.first + 1))));
  const growth = wholeGrowthRule(definition, type);
  const { whenBaseNotPositive = null } = growth ?? {};
  return {
    indicator: definition.code,
    area: world.areas.get(address.area)?.code ?? scope.area,
    breakdown: address.breakdown,
    type,
    first: Math.max(parentPeriod({ type: own, ordinal: start }, type).ordinal, last - fitting + 1),
    last,
    formulas: [growth?.formula, whenBaseNotPositive?.formula].filter((formula) => formula !== undefined),
  };
}

function yearEarlier({ type, first }: WholeSeries): number {
  return Math.min(first, samePeriodLastYear({ type, ordinal: first })?.ordinal ?? first);
}

/** With the breaks that former units handed on to the present ones. */
function withBreaks(
  { graph }: { graph: { definitions: ReadonlyMap<string, Pick<IndicatorDefinition, "breaks">> } },
  definition: IndicatorDefinition,
): IndicatorDefinition {
  return { ...definition, breaks: graph.definitions.get(definition.code)?.breaks ?? definition.breaks };
}
