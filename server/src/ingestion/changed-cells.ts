import type { DerivedChange } from "../compute/recompute.ts";
import type { MergedSubmissionRow } from "./merge-rows.ts";

/** Indicator → areas with a changed cell, inputs and derived alike; never values. */
export function changedCells(
  merged: readonly MergedSubmissionRow[],
  derived: readonly DerivedChange[],
): Record<string, string[]> {
  const changed = new Map<string, Set<string>>();
  const add = (indicator: string, area: string): void => {
    const areas = changed.get(indicator);
    if (areas === undefined) changed.set(indicator, new Set([area]));
    else areas.add(area);
  };
  for (const { row, content } of merged) if (content !== null) add(row.indicator, row.area);
  for (const { result } of derived) add(result.cell.indicator, result.cell.area);
  return Object.fromEntries([...changed].map(([indicator, areas]) => [indicator, [...areas].sort()]));
}
