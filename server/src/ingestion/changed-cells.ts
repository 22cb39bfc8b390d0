import type { DerivedChanges } from "../compute/recompute.ts";
import type { MergedSubmissionRow } from "./merge-rows.ts";
import type { RowSeries } from "./submitted-row.ts";

/** Indicator → areas with a changed cell, inputs and derived alike; never values. */
export function changedCells(
  merged: readonly MergedSubmissionRow[],
  derived: readonly DerivedChanges[],
): Record<string, string[]> {
  const changed = new Map<string, Set<string>>();
  const add = (indicator: string, area: string): void => {
    const areas = changed.get(indicator);
    if (areas === undefined) changed.set(indicator, new Set([area]));
    else areas.add(area);
  };
  const series = new Set<RowSeries>();
  for (const { row, content } of merged) if (content !== null) series.add(row.series);
  for (const { indicator, area } of series) add(indicator, area);
  for (const { series: of } of derived) add(of.indicator, of.area);
  return Object.fromEntries([...changed].map(([indicator, areas]) => [indicator, [...areas].sort()]));
}
