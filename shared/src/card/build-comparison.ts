import type { AreaCode } from "../area/area-code.ts";
import type { BreakdownKey } from "../breakdown/breakdown-key.ts";
import type { IndicatorDefinition } from "../indicator/indicator.ts";
import { missingValue, type Value } from "../observation/value.ts";
import type { PeriodLabel, SourceLine } from "../screen/card.ts";
import type { AreaComparison, AreaRow } from "../screen/overview.ts";
import type { Text } from "../text/text.ts";
import type { StateWithReason } from "./card-state.ts";
import { growthOffset, shownDisplay } from "./growth-offset.ts";
import { classOf, type MapClass, mapClasses } from "./map-classes.ts";
import { rankWithTies } from "./rank-with-ties.ts";

/** One area of a comparison with its value now and one period before. */
export interface ComparedArea {
  area: AreaCode;
  name: Text;
  value: Value;
  previous: Value | null;
}

/** What a comparison of areas is built from; areas in official order, fictional ones never among them. */
export interface ComparisonInput {
  definition: IndicatorDefinition;
  breakdown: BreakdownKey;
  areaBasis: AreaComparison["areaBasis"];
  areas: readonly ComparedArea[];
  nation: Value | null;
  target: number | null;
  period: PeriodLabel | null;
  source: SourceLine | null;
  state: StateWithReason;
}

/** Areas named in the sentence; more are counted. */
const NAMED = 3;

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
  const rows = areas.map((each) => row(each, ranks, before, classes, scale)).toSorted(byRank);
  const have = ranks.size;
  return {
    indicator: definition.code,
    breakdown: input.breakdown,
    name: definition.name,
    display,
    growthOffset: offset,
    direction: definition.direction,
    areaBasis: input.areaBasis,
    ...input.state,
    period: input.period,
    classes: classes.map(({ from, to, count }) => ({
      from: from / display.factor - offset,
      to: to / display.factor - offset,
      count,
    })),
    rows,
    nation: input.nation,
    target: input.target,
    have,
    of: areas.length,
    source: input.source,
    headline: comparisonHeadline(rows, input),
  };
}

function ranksOf(
  areas: readonly ComparedArea[],
  { direction }: IndicatorDefinition,
  decimals: number,
  scale: (value: number) => number,
): Map<AreaCode, number> {
  const present = areas.flatMap(({ area, value }) =>
    value.kind === "number" ? [{ key: area, shown: scale(value.value) }] : [],
  );
  return rankWithTies(present, direction === "lower" ? "ascending" : "descending", decimals);
}

function row(
  { area, name, value }: ComparedArea,
  ranks: ReadonlyMap<AreaCode, number>,
  before: ReadonlyMap<AreaCode, number>,
  classes: readonly MapClass[],
  scale: (value: number) => number,
): AreaRow {
  const rank = ranks.get(area) ?? null;
  const earlier = before.get(area);
  return {
    area,
    name,
    value,
    rank,
    rankChange: rank === null || earlier === undefined ? null : earlier - rank,
    status: null,
    class: value.kind === "number" ? classOf(scale(value.value), classes) : null,
  };
}

/** Ranked areas first, in rank order; those without data after them, in official order, without a rank. */
function byRank(a: AreaRow, b: AreaRow): number {
  return (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER);
}

function comparisonHeadline(rows: readonly AreaRow[], { definition, nation, areas }: ComparisonInput): Text {
  const ranked = rows.filter((each) => each.rank !== null);
  if (ranked.length === 0) return { vi: "Chưa có số liệu theo địa phương", en: "No figures by province yet" };
  const leaders = ranked.filter((each) => each.rank === 1);
  const lead = leadWords(leaders, definition.direction);
  const behind = behindNation(ranked, definition, nation);
  const coverage = coverageWords(ranked.length, areas.length);
  const said = [lead, behind, coverage].filter((part) => part !== null);
  return { vi: said.map(({ vi }) => vi).join(", "), en: said.map(({ en }) => en).join(", ") };
}

function leadWords(leaders: readonly AreaRow[], direction: IndicatorDefinition["direction"]): Text {
  const names = listed(leaders);
  if (direction === "higher") return { vi: `${names.vi} dẫn đầu`, en: `${names.en} in the lead` };
  if (direction === "lower") return { vi: `${names.vi} thấp nhất`, en: `${names.en} lowest` };
  return { vi: `${names.vi} cao nhất`, en: `${names.en} highest` };
}

/** Sums of provinces lie below the nation by nature: only rates, scores and indices are compared with it. */
function behindNation(
  ranked: readonly AreaRow[],
  { direction, aggregation, valueType }: IndicatorDefinition,
  nation: Value | null,
): Text | null {
  if (nation?.kind !== "number" || direction === "neutral" || direction === "band") return null;
  if (aggregation.area === "sum" || valueType === "amount" || valueType === "count") return null;
  const behind = ranked.filter(
    ({ value }) =>
      value.kind === "number" && (direction === "higher" ? value.value < nation.value : value.value > nation.value),
  );
  const side =
    direction === "higher"
      ? { vi: "dưới mức cả nước", en: "below the national level" }
      : { vi: "trên mức cả nước", en: "above the national level" };
  if (behind.length === 0) return { vi: `không địa phương nào ${side.vi}`, en: `none ${side.en}` };
  const names = listed(behind.toReversed());
  return { vi: `${names.vi} ${side.vi}`, en: `${names.en} ${side.en}` };
}

function coverageWords(have: number, of: number): Text | null {
  if (have === of) return null;
  return { vi: `có số liệu ${have}/${of} địa phương`, en: `figures for ${have} of ${of} provinces` };
}

function listed(rows: readonly AreaRow[]): Text {
  if (rows.length > NAMED) return { vi: `${rows.length} địa phương`, en: `${rows.length} provinces` };
  return {
    vi: joined(
      rows.map(({ name }) => name.vi),
      "và",
    ),
    en: joined(
      rows.map(({ name }) => name.en),
      "and",
    ),
  };
}

function joined(names: readonly string[], and: string): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} ${and} ${names.at(-1) ?? ""}`;
}
