import type { IndicatorDefinition } from "../indicator/indicator.ts";
import type { RankingOrder } from "../screen/overview.ts";

/** What decides how areas are ordered and compared. */
export type RankedDefinition = Pick<IndicatorDefinition, "direction" | "valueType" | "aggregation">;

/** Values of areas that add up to a whole: a larger area has more of them by nature, so that none is above or below the nation. */
export function isAdditive({ aggregation, valueType }: Pick<RankedDefinition, "aggregation" | "valueType">): boolean {
  return aggregation.area === "sum" || valueType === "amount" || valueType === "count";
}

/**
 * What stands first among areas. Where less is wanted, a sum (cases, damages) begins with what needs attention: few cases
 * in a small province are no achievement; a rate begins with the best. Without a wanted direction: with the largest.
 */
export function rankingOrder(definition: RankedDefinition): RankingOrder {
  const { direction } = definition;
  if (direction === "neutral" || direction === "band") return "size";
  if (direction === "lower" && isAdditive(definition)) return "attention";
  return "best";
}

/** Whether the smallest value stands first. */
export function smallestFirst(definition: RankedDefinition): boolean {
  return definition.direction === "lower" && rankingOrder(definition) === "best";
}
