import type { AggregationPlaces } from "../aggregation/aggregation-places.ts";
import { type BreakdownKey, parseBreakdownKey } from "../breakdown/breakdown-key.ts";
import type { AggregationRule } from "./aggregation-rule.ts";

/** The order of an indicator's series among themselves: every part stands on an earlier stage than its whole. */
export class CellStages {
  readonly #places: AggregationPlaces;
  /** Number of code stages of all dimensions together. */
  readonly #perDimension: number;
  readonly #dimensionCount: number;
  readonly #perArea: number;
  readonly #known = new Map<BreakdownKey, number>();

  constructor({ definition }: AggregationRule, places: AggregationPlaces) {
    this.#places = places;
    const tables = definition.breakdowns.map(({ dimension }) => places.codes.get(dimension)?.lastStage ?? 0);
    this.#perDimension = tables.reduce((sum, stage) => sum + stage, 1);
    this.#dimensionCount = definition.breakdowns.length;
    this.#perArea = (this.#dimensionCount + 1) * this.#perDimension;
  }

  of(area: string, breakdown: BreakdownKey): number {
    let ofBreakdown = this.#known.get(breakdown);
    if (ofBreakdown === undefined) {
      ofBreakdown = this.#ofBreakdown(breakdown);
      this.#known.set(breakdown, ofBreakdown);
    }
    return this.#places.areas.stageOf(area) * this.#perArea + ofBreakdown;
  }

  /** Broken down before total, former code before present one. */
  #ofBreakdown(breakdown: BreakdownKey): number {
    const own = Object.entries(parseBreakdownKey(breakdown));
    const codes = own.reduce(
      (sum, [dimension, code]) => sum + (this.#places.codes.get(dimension)?.stageOf(code) ?? 0),
      0,
    );
    return (this.#dimensionCount - own.length) * this.#perDimension + codes;
  }
}
