import type { AreaSpace, SeriesAddress } from "../formula/operand.ts";
import type { OrdinalRange } from "../formula/ordinal-range.ts";
import type { AffectedPlan, AffectedSeries, OperandRanges } from "./affected-plan.ts";
import type { DependencyGraph } from "./dependency-graph.ts";
import { operandAreas, operandBreakdowns } from "./edge-places.ts";
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
  const wanted = new Map<string, { address: SeriesAddress; path: OperandPath; ranges: OrdinalRange[] }>();
  for (const series of plan.series) {
    const runs = runsOf(series.ordinals);
    for (const path of graph.ruleOf.get(series.indicator)?.operands ?? []) {
      const ranges = path.paths.flatMap((way) =>
        runs.map((run) => readFor(way, run)).filter((range) => range !== null),
      );
      for (const address of addressesOf(path, series, space)) {
        const key = `${address.indicator}|${address.scenario}|${address.area}|${address.breakdown}`;
        const known = wanted.get(key);
        if (known === undefined) wanted.set(key, { address, path, ranges: [...ranges] });
        else known.ranges.push(...ranges);
      }
    }
  }
  return [...wanted.values()].map(({ address, path, ranges }) => ({
    ...address,
    periodType: path.operand.periodType,
    ranges: mergeRanges(ranges),
  }));
}

function addressesOf(path: OperandPath, series: AffectedSeries, space: AreaSpace): SeriesAddress[] {
  const { scenario } = path.reference;
  const indicator = path.operand.code;
  return operandAreas(path, series.area, space).flatMap((area) =>
    operandBreakdowns(path, series.breakdown, space).map((breakdown) => ({ indicator, area, breakdown, scenario })),
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
export function mergeRanges(ranges: readonly OrdinalRange[]): OrdinalRange[] {
  const merged: { first: number; last: number }[] = [];
  for (const { first, last } of [...ranges].sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))) {
    const before = merged.at(-1);
    if (before !== undefined && first <= before.last + 1) before.last = Math.max(before.last, last);
    else merged.push({ first, last });
  }
  return merged;
}
