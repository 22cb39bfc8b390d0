import type { OrdinalRange } from "@bochiso/shared/graph";
import type { QualityFinding, QualityRule } from "@bochiso/shared/quality";

/** A series as flags name it. */
export interface FlagPlace {
  readonly indicator: string;
  readonly area: string;
  readonly breakdown: string;
}

/** Periods of a series that a rule was asked of. */
export interface CheckedSeries extends FlagPlace {
  readonly rule: QualityRule;
  readonly ranges: readonly OrdinalRange[];
}

/** A cell that breaks a rule. */
export interface BrokenCell extends FlagPlace {
  readonly rule: QualityRule;
  readonly ordinal: number;
  readonly finding: QualityFinding;
}

/** What rules said: every cell within `checked` that is not among `broken` breaks no rule that was asked of it. */
export interface JudgedCells {
  readonly checked: readonly CheckedSeries[];
  readonly broken: readonly BrokenCell[];
}

/** Text of a series, for maps. */
export function placeText({ indicator, area, breakdown }: FlagPlace): string {
  return `${indicator}|${area}|${breakdown}`;
}

/** Overlapping and adjoining ranges as one, ascending. */
export function mergedRanges(ranges: readonly OrdinalRange[]): OrdinalRange[] {
  const merged: { first: number; last: number }[] = [];
  for (const { first, last } of ranges.toSorted((a, b) => a.first - b.first)) {
    const before = merged.at(-1);
    if (before !== undefined && first <= before.last + 1) before.last = Math.max(before.last, last);
    else merged.push({ first, last });
  }
  return merged;
}

/** Whether a period lies within one of the ranges. */
export function isWithin(ranges: readonly OrdinalRange[], ordinal: number): boolean {
  return ranges.some(({ first, last }) => first <= ordinal && ordinal <= last);
}

/** What several judges said, as one. */
export function joined(parts: readonly JudgedCells[]): JudgedCells {
  return { checked: parts.flatMap((it) => it.checked), broken: parts.flatMap((it) => it.broken) };
}
