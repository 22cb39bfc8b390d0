import type { IndicatorDefinition } from "../indicator/indicator.ts";
import type { CardSeries } from "./card-point.ts";

/** The published growth of a series on the same period last year: the indicator that carries it, and its values. */
export interface PublishedGrowth {
  definition: IndicatorDefinition;
  /** Default reading of the same area and breakdown. */
  series: CardSeries;
}

const GROWTH_OF = /^\s*yoy\(\s*([a-z0-9_.]+)\s*\)\s*$/;

/**
 * Level → the indicator that publishes its growth: one whose formula is exactly `yoy(level)` and which accepts reported
 * values. First estimates are revised after a growth is published, so a growth recomputed from stored levels may
 * differ from the published one; a card shows the published one (Art. 10.4.c), its page shows both.
 */
export function publishedGrowths(definitions: Iterable<IndicatorDefinition>): Map<string, IndicatorDefinition> {
  const all = [...definitions];
  const types = new Map(all.map(({ code, periodType }) => [String(code), periodType]));
  const growths = new Map<string, IndicatorDefinition>();
  for (const definition of all) {
    const level = GROWTH_OF.exec(definition.formula ?? "")?.[1];
    if (level === undefined || !definition.acceptsReported) continue;
    if (types.get(level) === definition.periodType) growths.set(level, definition);
  }
  return growths;
}
