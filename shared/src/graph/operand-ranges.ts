import type { AreaCode } from "../area/index.ts";
import type { BreakdownKey } from "../breakdown/index.ts";
import type { AreaSpace, SeriesAddress } from "../formula/operand.ts";
import type { OrdinalRange } from "../formula/ordinal-range.ts";
import type { PeriodType } from "../period/index.ts";
import type { AffectedPlan, AffectedSeries, OperandRanges } from "./affected-plan.ts";
import type { DependencyGraph } from "./dependency-graph.ts";
import { isInPlace, operandAreas, operandBreakdowns } from "./edge-places.ts";
import type { OperandPath } from "./operand-path.ts";
import { readFor } from "./period-step.ts";

/**
 * Every series and run of periods that the evaluation of a plan can read, each once, so that a store can
 * fetch them in one go. Cells of the plan itself are among them: their reported values may count.
 */
export function operandRanges(input: {
  graph: DependencyGraph;
  plan: AffectedPlan;
  space: AreaSpace;
}): OperandRanges[] {
  const { graph, plan, space } = input;
  const wanted = new Map<string, Map<string, Wanted>>();
  const ranges = new ReadRanges();
  for (const series of plan.series) {
    const runs = runsOf(series.ordinals);
    const signature = runs.map(({ first, last }) => `${first}-${last}`).join();
    const ownKey = `${series.area}|${series.breakdown}`;
    for (const path of graph.ruleOf.get(series.indicator)?.operands ?? []) {
      const read = ranges.of(path, runs, signature);
      const group = groupOf(wanted, `${path.operand.code}|${path.reference.scenario}`);
      if (isInPlace(path)) {
        const known = group.get(ownKey);
        if (known === undefined) group.set(ownKey, newWanted(path, series.area, series.breakdown, read));
        else known.parts.add(read);
        continue;
      }
      for (const { area, breakdown } of placesOf(path, series, space)) {
        const key = `${area}|${breakdown}`;
        const known = group.get(key);
        if (known === undefined) group.set(key, newWanted(path, area, breakdown, read));
        else known.parts.add(read);
      }
    }
  }
  return [...wanted.values()].flatMap((group) => [...group.values()].map(finished));
}

interface Wanted {
  readonly address: SeriesAddress;
  readonly periodType: PeriodType;
  /** Ranges by the paths that ask for them; equal asks are one object. */
  readonly parts: Set<readonly OrdinalRange[]>;
}

function newWanted(path: OperandPath, area: AreaCode, breakdown: BreakdownKey, read: readonly OrdinalRange[]): Wanted {
  const address = { indicator: path.operand.code, area, breakdown, scenario: path.reference.scenario };
  return { address, periodType: path.operand.periodType, parts: new Set([read]) };
}

function groupOf(wanted: Map<string, Map<string, Wanted>>, name: string): Map<string, Wanted> {
  let group = wanted.get(name);
  if (group === undefined) {
    group = new Map();
    wanted.set(name, group);
  }
  return group;
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
      ranges = path.paths.flatMap((way) => runs.map((run) => readFor(way, run)).filter((range) => range !== null));
      ofPath.set(signature, ranges);
    }
    return ranges;
  }
}

function placesOf(
  path: OperandPath,
  series: AffectedSeries,
  space: AreaSpace,
): { area: AreaCode; breakdown: BreakdownKey }[] {
  return operandAreas(path, series.area, space).flatMap((area) =>
    operandBreakdowns(path, series.breakdown, space).map((breakdown) => ({ area, breakdown })),
  );
}

/** Runs of consecutive ordinals of an ascending list. */
function runsOf(ordinals: readonly number[]): OrdinalRange[] {
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
