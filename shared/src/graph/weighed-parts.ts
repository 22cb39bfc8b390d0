import type { AggregationPlaces } from "../aggregation/aggregation-places.ts";
import type { AreaCode } from "../area/area-code.ts";
import { type BreakdownKey, breakdownKey, parseBreakdownKey } from "../breakdown/breakdown-key.ts";
import type { OrdinalRange } from "../formula/ordinal-range.ts";
import { type AggregationRule, type WeightOperand, weightBreakdown } from "./aggregation-rule.ts";
import type { StoredExtent } from "./stored-extent.ts";

/**
 * The parts that a weight counts for. A part without a value counts as well where its whole has one: the share of the
 * weight that the whole stands on says so.
 */
export class WeighedParts {
  readonly #rule: AggregationRule;
  readonly #weight: WeightOperand;
  readonly #places: AggregationPlaces;
  readonly #stored: StoredExtent;

  constructor(rule: AggregationRule, weight: WeightOperand, places: AggregationPlaces, stored: StoredExtent) {
    this.#rule = rule;
    this.#weight = weight;
    this.#places = places;
    this.#stored = stored;
  }

  /** Breakdowns of the parts in an area that are weighed at `weighed`, with the run of periods stored of them or their wholes. */
  of(area: AreaCode, weighed: BreakdownKey): Map<BreakdownKey, OrdinalRange> {
    const found = new Map<BreakdownKey, OrdinalRange>();
    const wholes = new Set(this.#places.areas.linksFrom(area).map(({ whole }) => whole));
    for (const place of [area, ...wholes]) {
      for (const breakdown of this.#storedBreakdowns(place)) {
        this.#take(found, { area: place, stored: breakdown, part: breakdown, weighed });
      }
    }
    for (const breakdown of this.#storedBreakdowns(area)) {
      for (const part of this.#codeParts(breakdown, weighed)) {
        this.#take(found, { area, stored: breakdown, part, weighed });
      }
    }
    return found;
  }

  #storedBreakdowns(area: AreaCode): readonly BreakdownKey[] {
    return this.#stored.breakdownsOf(this.#rule.definition.code, area);
  }

  /** Parts over the lineage of codes that a stored breakdown may be made of, with the codes of the weight. */
  #codeParts(whole: BreakdownKey, weighed: BreakdownKey): BreakdownKey[] {
    if (weighed === "" || whole === "") return [];
    const own = parseBreakdownKey(whole);
    return Object.entries(parseBreakdownKey(weighed)).flatMap(([dimension, code]) => {
      const links = this.#places.codes.get(dimension)?.linksFrom(code) ?? [];
      const isPart = links.some((link) => link.whole === own[dimension]);
      return isPart ? [breakdownKey({ ...own, [dimension]: code })] : [];
    });
  }

  #take(
    found: Map<BreakdownKey, OrdinalRange>,
    at: { area: AreaCode; stored: BreakdownKey; part: BreakdownKey; weighed: BreakdownKey },
  ): void {
    const { area, stored: breakdown, part } = at;
    if (weightBreakdown(this.#weight, part) !== at.weighed) return;
    const indicator = this.#rule.definition.code;
    const extent = this.#stored.periodsOf({ indicator, area, breakdown, scenario: "actual" });
    if (extent === null) return;
    const known = found.get(part) ?? extent;
    found.set(part, { first: Math.min(known.first, extent.first), last: Math.max(known.last, extent.last) });
  }
}
