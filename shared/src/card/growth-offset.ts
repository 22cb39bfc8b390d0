import type { Display, IndicatorDefinition } from "../indicator/indicator.ts";

/** What decides whether a value is itself a growth. */
export type GrowthSubject = Pick<IndicatorDefinition, "valueType" | "aggregation">;

/**
 * True for a comparison index ("so với cùng kỳ = 100"). An index on a fixed base period can be averaged over time
 * (`aggregation.time` = mean); a comparison index cannot, since every one of its values has its own base.
 */
export function isComparisonIndex(definition: GrowthSubject): boolean {
  return definition.valueType === "index_pct" && definition.aggregation.time === "none";
}

/** What is added to a value to show it as a signed growth: −100 for comparison indices, else 0. In the unit (%). */
export function growthOffset(definition: GrowthSubject): number {
  return isComparisonIndex(definition) ? -100 : 0;
}

/** How a definition's values are shown: a comparison index reads as a growth in %, without "kỳ gốc = 100". */
export function shownDisplay(definition: GrowthSubject & Pick<IndicatorDefinition, "display">): Display {
  return isComparisonIndex(definition) ? { ...definition.display, unit: { vi: "%", en: "%" } } : definition.display;
}
