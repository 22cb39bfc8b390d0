import type { AggregationPlaces } from "../aggregation/aggregation-places.ts";
import type { Link, LinkTable } from "../aggregation/link-table.ts";
import type { AreaCode } from "../area/area-code.ts";
import { type BreakdownKey, breakdownKey, parseBreakdownKey } from "../breakdown/breakdown-key.ts";
import type { AreaSpace } from "../formula/operand.ts";
import type { OrdinalRange } from "../formula/ordinal-range.ts";
import { nestingOf, within } from "../formula/period-arithmetic.ts";
import type { IndicatorCode } from "../indicator/indicator.ts";
import type { Scenario } from "../observation/scenario.ts";
import type { PeriodType } from "../period/period-type.ts";
import type { AggregationRule } from "./aggregation-rule.ts";
import { recastWay } from "./cell-parts.ts";
import { CellStages } from "./cell-stage.ts";
import type { DependencyGraph, Rule } from "./dependency-graph.ts";
import { isInPlace, resultAreas, resultBreakdowns, type Surroundings } from "./edge-places.ts";
import type { OperandPath } from "./operand-path.ts";
import { resultsOf } from "./period-step.ts";
import type { StoredExtent } from "./stored-extent.ts";

/** A run of periods of one place, from the first to the last that may have a cell. */
export interface PossibleSeries extends OrdinalRange {
  readonly area: AreaCode;
  readonly breakdown: BreakdownKey;
}

/** How far a stored series reaches; plans and targets may have a coarser period type than their indicator. */
export interface StoredSeries extends PossibleSeries {
  readonly periodType: PeriodType;
}

/**
 * Every series of a computed indicator that can have a live cell, each with the run of periods it can have them in: a
 * superset, parts before wholes, found from how far its operands reach and not from their cells. `own` are its reported
 * series, which may be parts; `kept` are places to compute in any case.
 */
export function possibleSeries(input: {
  graph: DependencyGraph;
  indicator: IndicatorCode;
  space: AreaSpace;
  stored: StoredExtent;
  seriesOf: (operand: IndicatorCode, scenario: Scenario) => readonly StoredSeries[];
  own: readonly StoredSeries[];
  kept: readonly PossibleSeries[];
}): PossibleSeries[] {
  const { graph, indicator, space, stored, seriesOf, own, kept } = input;
  const around = { space, stored };
  const found = new FoundSeries();
  const rule = graph.ruleOf.get(indicator);
  for (const path of rule === undefined ? [] : rule.operands) {
    if (rule !== undefined) addResults(found, rule, path, seriesOf(path.operand.code, path.reference.scenario), around);
  }
  for (const series of kept) found.add(series, series);
  const aggregation = graph.aggregation?.ruleOf.get(indicator);
  if (aggregation === undefined || graph.aggregation === null) return found.all();
  const { places } = graph.aggregation;
  addWholes({ found, rule: aggregation, places, space, parts: [...found.all(), ...own] });
  const stages = new CellStages(aggregation, places);
  const staged = found.all().map((series) => ({ series, stage: stages.of(series.area, series.breakdown) }));
  return staged.sort((a, b) => a.stage - b.stage).map(({ series }) => series);
}

/** Adds the results that read the stored series of one operand. */
function addResults(
  found: FoundSeries,
  rule: Rule,
  path: OperandPath,
  sources: readonly StoredSeries[],
  around: Surroundings,
): void {
  const areasOf = new Map<AreaCode, readonly AreaCode[]>();
  for (const source of sources) {
    const read = inOperandType(source, path.operand.periodType);
    const results = read === null ? [] : path.paths.map((way) => resultsOf(way, read)).filter((it) => it !== null);
    if (results.length === 0) continue;
    let areas = isInPlace(path) ? [source.area] : areasOf.get(source.area);
    if (areas === undefined) {
      areas = resultAreas(rule, path, source.area, around);
      areasOf.set(source.area, areas);
    }
    for (const area of areas) {
      for (const breakdown of resultBreakdowns(rule, path, source.breakdown, area, around.stored)) {
        for (const range of results) found.add({ area, breakdown }, range);
      }
    }
  }
}

/** An annual target answers the months of its year. */
function inOperandType({ periodType, first, last }: StoredSeries, operand: PeriodType): OrdinalRange | null {
  if (periodType === operand) return { first, last };
  if (nestingOf(operand, periodType) !== "finer") return null;
  return { first: within(periodType, first, operand).first, last: within(periodType, last, operand).last };
}

/** Adds every whole that the parts make, and the wholes of these, whenever they are made. */
function addWholes(input: {
  found: FoundSeries;
  rule: AggregationRule;
  places: AggregationPlaces;
  space: AreaSpace;
  parts: readonly PossibleSeries[];
}): void {
  const { found, rule, places, space } = input;
  const waiting = [...input.parts];
  const reach = (area: AreaCode, breakdown: BreakdownKey, range: OrdinalRange): void => {
    const grown = found.add({ area, breakdown }, range);
    if (grown !== null) waiting.push(grown);
  };
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    const { area, breakdown } = part;
    for (const link of places.areas.linksFrom(area)) {
      if (makesWhole(rule, link, places.areas)) reach(link.whole, breakdown, part);
    }
    const own = breakdown === "" ? {} : parseBreakdownKey(breakdown);
    for (const [dimension, code] of Object.entries(own)) {
      const table = places.codes.get(dimension);
      for (const link of table?.linksFrom(code) ?? []) {
        if (table !== undefined && makesWhole(rule, link, table))
          reach(area, breakdownKey({ ...own, [dimension]: link.whole }), part);
      }
      const codes = rule.combine === "sum" ? space.partsOf(dimension, rule.definition.code) : null;
      if (codes?.includes(code)) reach(area, breakdownKey({ ...own, [dimension]: "_T" }), part);
    }
  }
}

function makesWhole(rule: AggregationRule, link: Link, table: LinkTable): boolean {
  if (link.kind === "roll-up") return rule.combine !== null;
  const linked = table.partsAt(link.whole, "recast", link.last);
  return linked !== null && recastWay(rule, linked) !== null;
}

interface Found {
  readonly area: AreaCode;
  readonly breakdown: BreakdownKey;
  first: number;
  last: number;
}

/** Series by place, each with the hull of its runs. */
class FoundSeries {
  readonly #series = new Map<string, Found>();

  /** Widens a series; gives it where it grew, else null. */
  add({ area, breakdown }: Pick<PossibleSeries, "area" | "breakdown">, run: OrdinalRange): PossibleSeries | null {
    const key = `${area}|${breakdown}`;
    const known = this.#series.get(key);
    // A constant answers without an end: it gives cells only as far as another operand of the place reaches.
    if (run.last === Number.POSITIVE_INFINITY) return null;
    const series = known ?? { area, breakdown, ...NO_RUN };
    if (known === undefined) this.#series.set(key, series);
    if (run.first >= series.first && run.last <= series.last) return null;
    series.first = Math.min(series.first, run.first);
    series.last = Math.max(series.last, run.last);
    return { area, breakdown, first: series.first, last: series.last };
  }

  all(): PossibleSeries[] {
    return [...this.#series.values()].map((series) => ({ ...series }));
  }
}

const NO_RUN: OrdinalRange = { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY };
