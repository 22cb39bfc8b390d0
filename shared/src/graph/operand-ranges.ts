import type { AreaCode } from "../area/index.ts";
import type { BreakdownKey } from "../breakdown/index.ts";
import type { AreaSpace, SeriesAddress } from "../formula/operand.ts";
import type { OrdinalRange } from "../formula/ordinal-range.ts";
import { lastDayOf } from "../formula/period-arithmetic.ts";
import type { IndicatorCode } from "../indicator/index.ts";
import type { Scenario } from "../observation/index.ts";
import type { PeriodType } from "../period/index.ts";
import type { AffectedPlan, AffectedSeries, OperandRanges } from "./affected-plan.ts";
import { weightBreakdown } from "./aggregation-rule.ts";
import { type CellParts, SeriesParts } from "./cell-parts.ts";
import type { DependencyGraph } from "./dependency-graph.ts";
import { isInPlace, operandAreas, operandBreakdowns } from "./edge-places.ts";
import type { OperandPath } from "./operand-path.ts";
import { readFor } from "./period-step.ts";
import { runSteps } from "./run-steps.ts";

interface ReadPlan {
  readonly graph: DependencyGraph;
  readonly plan: AffectedPlan;
  readonly space: AreaSpace;
}

/**
 * Every series and run of periods that the evaluation of a plan can read, each once, so that a store can
 * fetch them in one go. Cells of the plan itself are among them: their reported values may count.
 */
export function operandRanges(input: ReadPlan): OperandRanges[] {
  return runSteps(operandSteps(input));
}

/** The same series by series, for whoever has other things to do between them. */
export function* operandSteps({ graph, plan, space }: ReadPlan): Generator<void, OperandRanges[]> {
  const wanted = new WantedRanges();
  const ranges = new ReadRanges();
  for (const series of plan.series) {
    yield;
    const runs = runsOf(series.ordinals);
    const signature = runs.map(({ first, last }) => `${first}-${last}`).join();
    const ownKey = `${series.area}|${series.breakdown}`;
    for (const path of graph.ruleOf.get(series.indicator)?.operands ?? []) {
      const read = ranges.of(path, runs, signature);
      const operand = operandOf(path);
      if (isInPlace(path)) wanted.add(operand, ownKey, series, read);
      else for (const place of placesOf(path, series, space)) wanted.add(operand, keyOf(place), place, read);
    }
    addParts({ graph, series, space, wanted });
  }
  return wanted.finished();
}

/** What the wholes of a series are made of: the same indicator in the parts, and their weights. */
function addParts(input: {
  graph: DependencyGraph;
  series: AffectedSeries;
  space: AreaSpace;
  wanted: WantedRanges;
}): void {
  const { graph, series, space, wanted } = input;
  const { indicator, area, breakdown, periodType } = series;
  const rule = graph.aggregation?.ruleOf.get(indicator);
  if (graph.aggregation === null || rule === undefined) return;
  const seriesParts = new SeriesParts({ rule, places: graph.aggregation.places, space, area, breakdown });
  const ordinalsOf = new Map<CellParts, number[]>();
  for (const ordinal of series.ordinals) {
    for (const parts of seriesParts.at(lastDayOf(periodType, ordinal))) {
      const known = ordinalsOf.get(parts);
      if (known === undefined) ordinalsOf.set(parts, [ordinal]);
      else known.push(ordinal);
    }
  }
  const own = { indicator, scenario: "actual", periodType } as const;
  const { weight } = rule;
  for (const [{ places }, ordinals] of ordinalsOf) {
    const runs = runsOf(ordinals);
    const weighed = weight === null ? [] : readRuns(weight.path, runs);
    for (const place of places) {
      wanted.add(own, keyOf(place), place, runs);
      if (weight === null) continue;
      const at = { area: place.area, breakdown: weightBreakdown(weight, place.breakdown) };
      wanted.add(operandOf(weight.path), keyOf(at), at, weighed);
    }
  }
}

function operandOf({ operand, reference }: OperandPath): Operand {
  return { indicator: operand.code, scenario: reference.scenario, periodType: operand.periodType };
}

function keyOf({ area, breakdown }: Place): string {
  return `${area}|${breakdown}`;
}

interface Operand {
  readonly indicator: IndicatorCode;
  readonly scenario: Scenario;
  readonly periodType: PeriodType;
}

interface Place {
  readonly area: AreaCode;
  readonly breakdown: BreakdownKey;
}

/** Every range asked for, by series. */
class WantedRanges {
  readonly #groups = new Map<string, Map<string, Wanted>>();

  add(operand: Operand, key: string, { area, breakdown }: Place, read: readonly OrdinalRange[]): void {
    const { indicator, scenario, periodType } = operand;
    const name = `${indicator}|${scenario}`;
    let group = this.#groups.get(name);
    if (group === undefined) {
      group = new Map();
      this.#groups.set(name, group);
    }
    const known = group.get(key);
    if (known === undefined) {
      group.set(key, { address: { indicator, area, breakdown, scenario }, periodType, parts: new Set([read]) });
    } else known.parts.add(read);
  }

  finished(): OperandRanges[] {
    return [...this.#groups.values()].flatMap((group) => [...group.values()].map(finished));
  }
}

interface Wanted {
  readonly address: SeriesAddress;
  readonly periodType: PeriodType;
  /** Ranges by the paths that ask for them; equal asks are one object. */
  readonly parts: Set<readonly OrdinalRange[]>;
}

function finished({ address, periodType, parts }: Wanted): OperandRanges {
  return { ...address, periodType, ranges: mergeRanges([...parts].flat()) };
}

/** What a path reads for runs of results; batches repeat the same few runs. */
class ReadRanges {
  readonly #known = new Map<OperandPath, Map<string, readonly OrdinalRange[]>>();

  of(path: OperandPath, runs: readonly OrdinalRange[], signature: string): readonly OrdinalRange[] {
    let ofPath = this.#known.get(path);
    if (ofPath === undefined) {
      ofPath = new Map();
      this.#known.set(path, ofPath);
    }
    let ranges = ofPath.get(signature);
    if (ranges === undefined) {
      ranges = readRuns(path, runs);
      ofPath.set(signature, ranges);
    }
    return ranges;
  }
}

function readRuns({ paths }: OperandPath, runs: readonly OrdinalRange[]): OrdinalRange[] {
  return paths.flatMap((way) => runs.map((run) => readFor(way, run)).filter((range) => range !== null));
}

function placesOf(path: OperandPath, series: AffectedSeries, space: AreaSpace): Place[] {
  return operandAreas(path, series.area, space).flatMap((area) =>
    operandBreakdowns(path, series.breakdown, space).map((breakdown) => ({ area, breakdown })),
  );
}

/** Runs of consecutive ordinals of an ascending list. */
export function runsOf(ordinals: readonly number[]): OrdinalRange[] {
  const runs: { first: number; last: number }[] = [];
  for (const ordinal of ordinals) {
    const run = runs.at(-1);
    if (run !== undefined && run.last + 1 === ordinal) run.last = ordinal;
    else runs.push({ first: ordinal, last: ordinal });
  }
  return runs;
}

/** Overlapping and touching ranges made one, ascending. */
function mergeRanges(ranges: readonly OrdinalRange[]): OrdinalRange[] {
  if (ranges.length < 2) return [...ranges];
  const merged: { first: number; last: number }[] = [];
  for (const { first, last } of [...ranges].sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))) {
    const before = merged.at(-1);
    if (before !== undefined && first <= before.last + 1) before.last = Math.max(before.last, last);
    else merged.push({ first, last });
  }
  return merged;
}
