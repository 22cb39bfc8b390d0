import type { AreaCode } from "../area/area-code.ts";
import type { BreakdownKey } from "../breakdown/breakdown-key.ts";
import type { IndicatorDefinition } from "../indicator/indicator.ts";
import type { Origin } from "../observation/scenario.ts";
import { missingValue, type Value } from "../observation/value.ts";
import type { PeriodLabel, SourceLine } from "../screen/card.ts";
import type { AreaComparison, AreaRow } from "../screen/overview.ts";
import type { Text } from "../text/text.ts";
import type { StateWithReason } from "./card-state.ts";
import { comparisonHeadline, lowerFirst } from "./comparison-headline.ts";
import { growthOffset, shownDisplay } from "./growth-offset.ts";
import { classOf, type MapClass, mapClasses } from "./map-classes.ts";
import { rankWithTies } from "./rank-with-ties.ts";
import { isAdditive, rankingOrder, smallestFirst } from "./ranking-order.ts";

/** One area of a comparison with its value now and one period before. */
export interface ComparedArea extends Pick<AreaRow, "area" | "name" | "value" | "recast" | "absence" | "successor"> {
  previous: Value | null;
}

/** What a comparison of areas is built from; areas in official order, fictional ones never among them. */
export interface ComparisonInput extends Pick<AreaComparison, "areaBasis" | "bases" | "refusal" | "target" | "source"> {
  definition: IndicatorDefinition;
  breakdown: BreakdownKey;
  /** Words of the breakdown; null for the total. */
  breakdownLabel: Text | null;
  areas: readonly ComparedArea[];
  /** The value of the nation under the same breakdown. */
  nation: Value | null;
  /** Whether that value was published or computed; absent where there is none. */
  nationOrigin?: Origin | undefined;
  period: PeriodLabel | null;
  source: SourceLine | null;
  state: StateWithReason;
}

/** One indicator over all areas: ranks with ties, five classes, who has no data, and a sentence that says the message. */
export function buildComparison(input: ComparisonInput): AreaComparison {
  const { definition, areas } = input;
  const offset = growthOffset(definition);
  const display = shownDisplay(definition);
  const scale = (value: number): number => (value + offset) * display.factor;
  const ranks = ranksOf(areas, definition, display.decimals, scale);
  const before = ranksOf(
    areas.map((each) => ({ ...each, value: each.previous ?? missingValue("not-reported") })),
    definition,
    display.decimals,
    scale,
  );
  const classes = mapClasses(areas.flatMap(({ value }) => (value.kind === "number" ? [scale(value.value)] : [])));
  const shareOf = shares(input);
  const rows = areas.map((each) => row(each, { ranks, before, classes, scale, shareOf })).toSorted(byRank);
  const reference = referenceOf(input);
  return {
    indicator: definition.code,
    breakdown: input.breakdown,
    name: definition.name,
    display,
    growthOffset: offset,
    direction: definition.direction,
    areaBasis: input.areaBasis,
    bases: input.bases,
    refusal: input.refusal,
    order: rankingOrder(definition),
    additive: isAdditive(definition),
    ...input.state,
    period: input.period,
    classes: classes.map(({ from, to, count }) => ({
      from: from / display.factor - offset,
      to: to / display.factor - offset,
      count,
    })),
    rows,
    reference,
    target: input.target,
    have: ranks.size,
    of: areas.length,
    source: input.source,
    headline: comparisonHeadline({
      definition,
      rows,
      of: areas.length,
      reference,
      breakdownLabel: input.breakdownLabel,
    }),
  };
}

/** The nation's line, named by what it covers; a sum is no measure for its parts. */
function referenceOf({
  definition,
  nation,
  nationOrigin,
  breakdownLabel,
}: ComparisonInput): AreaComparison["reference"] {
  if (nation?.kind !== "number" || isAdditive(definition)) return null;
  const label = { vi: "Cả nước", en: "Viet Nam" };
  const origin = nationOrigin === undefined ? {} : { origin: nationOrigin };
  if (breakdownLabel === null) return { label, value: nation, ...origin };
  const part = (name: string, of: string) => `${name} (${lowerFirst(of)})`;
  return {
    label: { vi: part(label.vi, breakdownLabel.vi), en: part(label.en, breakdownLabel.en) },
    value: nation,
    ...origin,
  };
}

/** Parts of the national value, where it holds them all: none where it is not positive or some value is negative. */
function shares({ definition, nation, areas }: ComparisonInput): (value: Value) => number | null {
  const whole = nation?.kind === "number" && definition.aggregation.area === "sum" ? nation.value : 0;
  const numbers = areas.flatMap(({ value }) => (value.kind === "number" ? [value.value] : []));
  const holds = whole > 0 && numbers.every((value) => value >= 0 && value <= whole);
  return (value) => (holds && value.kind === "number" ? value.value / whole : null);
}

function ranksOf(
  areas: readonly ComparedArea[],
  definition: IndicatorDefinition,
  decimals: number,
  scale: (value: number) => number,
): Map<AreaCode, number> {
  const present = areas.flatMap(({ area, value }) =>
    value.kind === "number" ? [{ key: area, shown: scale(value.value) }] : [],
  );
  return rankWithTies(present, smallestFirst(definition) ? "ascending" : "descending", decimals);
}

interface RowContext {
  ranks: ReadonlyMap<AreaCode, number>;
  before: ReadonlyMap<AreaCode, number>;
  classes: readonly MapClass[];
  scale: (value: number) => number;
  shareOf: (value: Value) => number | null;
}

function row(compared: ComparedArea, { ranks, before, classes, scale, shareOf }: RowContext): AreaRow {
  const { previous: _previous, ...area } = compared;
  const { value } = area;
  const rank = ranks.get(area.area) ?? null;
  const earlier = before.get(area.area);
  return {
    ...area,
    rank,
    rankChange: rank === null || earlier === undefined ? null : earlier - rank,
    status: null,
    class: value.kind === "number" ? classOf(scale(value.value), classes) : null,
    share: shareOf(value),
  };
}

/** Ranked areas first, in rank order; those without data after them, in official order, without a rank. */
function byRank(a: AreaRow, b: AreaRow): number {
  return (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER);
}
